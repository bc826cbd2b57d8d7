import Foundation

/// Writes the original OPML without the accounts that a person let go.
package enum TrimmedOPML {
  /// The list without them. Byte for byte the original outside of the cuts, whatever its encoding
  /// and whether or not it is well-formed; with nothing to remove, the original itself. Every
  /// duplicate of an account is cut. The result was read again, and holds exactly the accounts
  /// that stay.
  /// - Throws: `ExportFailure` when the original is not whole, or the result did not pass that.
  package static func write(
    original: OriginalDocument, removing removals: Removals, dropsEmptyFolders: Bool = false
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let document = try read(original)
    guard document.cut == nil else { throw ExportFailure.incomplete(path: original.path) }
    let entries = entries(document)
    let leaving = entries.filter { removals.accounts.contains($0.account) }
    let bytes = document.cutting(leaving.map(\.index), dropsEmptyFolders: dropsEmptyFolders)
    let staying = entries.filter { !removals.accounts.contains($0.account) }
    try check(bytes, holds: staying, path: original.path)
    let removed = leaving.map { entry in
      TrimmedList.Removed(
        account: entry.account, address: entry.address,
        line: document.position(of: document.outlines[entry.index].element.lowerBound).line)
    }
    return TrimmedList(bytes: bytes, removed: removed, remaining: Set(staying.map(\.account)))
  }

  private struct Entry {
    let index: Int
    let account: AccountKey
    let address: Address
  }

  private static func read(_ original: OriginalDocument) throws -> OPMLDocument {
    do {
      return try OPMLDocument(original.bytes)
    } catch {
      throw ExportFailure.unreadable(path: original.path)
    }
  }

  private static func entries(_ document: OPMLDocument) -> [Entry] {
    document.withValues { values in
      var entries: [Entry] = []
      for index in document.outlines.indices where values.kind(of: index).isAccount {
        guard let address = values.address(of: index).map(Address.init) else { continue }
        entries.append(
          Entry(index: index, account: AccountKey(reading: address), address: address))
      }
      return entries
    }
  }

  // A list that is wrong empties somebody's reader, so what was written is read once more.
  private static func check(_ bytes: Data, holds staying: [Entry], path: String) throws {
    guard let document = try? OPMLDocument(bytes), document.cut == nil else {
      throw ExportFailure.failedCheck(path: path)
    }
    guard entries(document).map(\.address.written) == staying.map(\.address.written) else {
      throw ExportFailure.failedCheck(path: path)
    }
  }
}
