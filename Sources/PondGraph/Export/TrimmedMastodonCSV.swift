import Foundation

/// Writes Mastodon's following_accounts.csv without the accounts that a person let go, for an
/// import with Overwrite.
package enum TrimmedMastodonCSV {
  /// The list without their rows: all columns and every byte of the other rows as exported, for
  /// Mastodon compares addresses byte by byte, and would unfollow and follow again whoever is
  /// spelled otherwise. The result was read again, and holds exactly those who stay.
  /// - Parameter home: the server to which an account without one in its row belongs; nil where
  ///   nobody says.
  /// - Throws: `ExportFailure` when the original is not whole or the result did not pass that;
  ///   `OverwriteFailure` when nobody would be left: such a list unfollows everybody, and nothing
  ///   makes Pond write it.
  package static func write(
    original: OriginalDocument, removing removals: Removals, home: String? = nil
  ) throws -> TrimmedList {
    try AccountRowCuts(original: original, column: 0, home: home).trimmed(removals)
  }
}

/// Writes Mastodon's lists.csv without the accounts that a person let go: Mastodon follows
/// everybody in the lists that it imports, so that an old file would bring them back.
package enum TrimmedMastodonLists {
  /// The file without their rows, under the same promises as `TrimmedMastodonCSV.write`.
  package static func write(
    original: OriginalDocument, removing removals: Removals, home: String? = nil
  ) throws -> TrimmedList {
    try AccountRowCuts(original: original, column: 1, home: home).trimmed(removals)
  }
}

/// The rows of a list with an account in one column.
private struct AccountRowCuts {
  private struct Entry {
    let account: AccountKey
    let written: String
    let range: Range<Int>
    let line: Int
  }

  private let original: OriginalDocument
  private let column: Int
  private let home: String?

  /// - Parameter column: the column of the account, from 0, where the list itself does not say it.
  init(original: OriginalDocument, column: Int, home: String?) {
    self.original = original
    self.column = AccountListCSV(original.bytes).accountColumn ?? column
    self.home = home
  }

  func trimmed(_ removals: Removals) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let entries = entries(original.bytes)
    let leaving = entries.filter { removals.accounts.contains($0.account) }
    let staying = entries.filter { !removals.accounts.contains($0.account) }
    guard !staying.isEmpty else {
      throw OverwriteFailure.nobodyLeft(path: original.path, before: entries.count)
    }
    let bytes = original.bytes.without(leaving.map(\.range))
    guard self.entries(bytes).map(\.written) == staying.map(\.written) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
    let removed = leaving.map { entry in
      TrimmedList.Removed(
        account: entry.account, address: Address(entry.written), line: entry.line)
    }
    return TrimmedList(bytes: bytes, removed: removed, remaining: Set(staying.map(\.account)))
  }

  private func entries(_ bytes: Data) -> [Entry] {
    var entries: [Entry] = []
    AccountListCSV(bytes).forEachRow { row in
      guard let written = row.trimmed(column), let acct = Acct(written) else { return }
      entries.append(
        Entry(account: acct.key(home: home), written: written, range: row.range, line: row.line))
    }
    return entries
  }
}
