import Foundation

/// Writes a plain list of addresses without the accounts that a person let go.
package enum TrimmedAddressList {
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
