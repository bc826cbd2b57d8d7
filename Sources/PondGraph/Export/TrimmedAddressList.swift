import Foundation

/// Writes a plain list of addresses with a person's words carried out.
package enum TrimmedAddressList {
  /// The list without the lines of those who leave, with new addresses where they were repaired, with
  /// a line for each who comes; it has no place for those of whom less is wanted. Byte for byte the
  /// original outside of that.
  /// - Throws: `ExportFailure` when the original is not whole, or the result does not hold exactly
  ///   what was asked for.
  package static func write(
    original: OriginalDocument, applying changes: ListChanges
  ) throws -> TrimmedList {
    var list = try write(original: original, removing: changes.removals)
    let entries = AddressList(list.bytes).entries
    let repaired = entries.filter { entry in
      changes.repairs[AccountKey(listed: entry.address)].map { $0.written != entry.address }
        ?? false
    }
    let known = list.remaining.union(changes.repairs.values.map(AccountKey.init(reading:)))
    let coming = changes.additions.filter {
      !known.contains($0.account) && $0.account.kind.isReadAtAddress
    }
    list.unmoved = entries.filter {
      changes.thinned.contains(AccountKey(listed: $0.address))
    }.map(told)
    guard !repaired.isEmpty || !coming.isEmpty else { return list }
    let bytes = edited(list.bytes, repaired, changes.repairs, coming)
    let wanted = entries.map {
      changes.repairs[AccountKey(listed: $0.address)]?.written ?? $0.address
    }
    guard AddressList(bytes).entries.map(\.address) == wanted + coming.map(\.address.written) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
    var made = TrimmedList(bytes: bytes, removed: list.removed, remaining: list.remaining)
    (made.repaired, made.added, made.unmoved) = (repaired.map(told), coming, list.unmoved)
    return made
  }

  private static func told(_ entry: AddressList.Entry) -> TrimmedList.Removed {
    TrimmedList.Removed(
      account: AccountKey(listed: entry.address), address: Address(entry.address),
      line: entry.number)
  }

  private static func edited(
    _ bytes: Data, _ repaired: [AddressList.Entry], _ repairs: [AccountKey: Address],
    _ coming: [ListChanges.Addition]
  ) -> Data {
    var edited = Data()
    var place = bytes.startIndex
    for entry in repaired {
      let line =
        (bytes.startIndex + entry.range.lowerBound)..<(bytes.startIndex + entry.range.upperBound)
      guard let address = repairs[AccountKey(listed: entry.address)],
        let old = bytes[line].firstRange(of: Data(entry.address.utf8))
      else { continue }
      edited.append(bytes[place..<old.lowerBound])
      edited.append(contentsOf: address.written.utf8)
      place = old.upperBound
    }
    edited.append(bytes[place...])
    let lineEnd = bytes.contains(0x0D) ? "\r\n" : "\n"
    if !coming.isEmpty, let last = edited.last, last != 0x0A {
      edited.append(contentsOf: lineEnd.utf8)
    }
    for addition in coming { edited.append(contentsOf: (addition.address.written + lineEnd).utf8) }
    return edited
  }

  /// The list without their lines: every duplicate, and nothing else. Byte for byte the original
  /// outside of these lines; with nothing to remove, the original itself.
  /// - Throws: `ExportFailure` when the original is not whole, or the result holds other accounts
  ///   than those that stay.
  package static func write(
    original: OriginalDocument, removing removals: Removals
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let entries = AddressList(original.bytes).entries
    let leaves = { (entry: AddressList.Entry) in
      removals.accounts.contains(AccountKey(listed: entry.address))
    }
    let leaving = entries.filter(leaves)
    let staying = entries.filter { !leaves($0) }
    let bytes = original.bytes.without(leaving.map(\.range))
    guard AddressList(bytes).entries.map(\.address) == staying.map(\.address) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
    return TrimmedList(
      bytes: bytes,
      removed: leaving.map { entry in
        TrimmedList.Removed(
          account: AccountKey(listed: entry.address), address: Address(entry.address),
          line: entry.number)
      }, remaining: Set(staying.map { AccountKey(listed: $0.address) }))
  }
}
