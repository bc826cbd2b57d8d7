import Foundation

/// Writes Mastodon's following_accounts.csv without the accounts that a person let go, for an
/// import with Overwrite.
package enum TrimmedMastodonCSV {
  /// The list without their rows, in exactly the form that Mastodon's importer reads. One that came in
  /// that form keeps every byte of the other rows, for Mastodon compares addresses byte by byte, and
  /// would unfollow and follow again whoever is spelled otherwise; one that did not is written anew,
  /// its addresses as they are. The result was read again, and holds exactly those who stay.
  /// - Parameter home: the server to which an account without one in its row belongs; nil where
  ///   nobody says.
  /// - Throws: `ExportFailure` when the original is not whole or the result did not pass that;
  ///   `OverwriteFailure` when nobody would be left: such a list unfollows everybody, and nothing
  ///   makes Pond write it; or when a field says neither yes nor no.
  package static func write(
    original: OriginalDocument, removing removals: Removals, home: String? = nil
  ) throws -> TrimmedList {
    try MastodonRows(original: original, home: home).written(without: removals.accounts)
  }

  /// The same, with the reposts of those of whom less is wanted switched off, and with those who come.
  package static func write(
    original: OriginalDocument, applying changes: ListChanges, home: String? = nil
  ) throws -> TrimmedList {
    try MastodonRows(original: original, home: home).written(
      without: changes.removals.accounts, thinning: changes.thinned,
      adding: changes.additions.filter { $0.account.kind == .fediverse })
  }
}

/// The rows of a list of whom somebody follows.
private struct MastodonRows {
  let original: OriginalDocument
  let home: String?

  func written(
    without leaving: Set<AccountKey>, thinning thinned: Set<AccountKey> = [],
    adding added: [ListChanges.Addition] = []
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let table = try table(original.bytes)
    let entries = table.rows.compactMap { row in key(row).map { (row: row, key: $0) } }
    let staying = entries.filter { !leaving.contains($0.key) }
    let known = Set(entries.map(\.key))
    let coming = added.filter { !known.contains($0.account) }
    guard !staying.isEmpty else {
      throw OverwriteFailure.nobodyLeft(path: original.path, before: entries.count)
    }
    let quieter = staying.filter { thinned.contains($0.key) && $0.row.boosts != false }
    let mayBeThinned = table.columns.boosts != nil && table.isHeaded
    let thin = Set(mayBeThinned ? quieter.map(\.row.line) : [])
    let bytes =
      table.isExact
      ? edited(entries.map(\.row), staying.map(\.row), thin: thin, coming, table)
      : MastodonTable.text(
        staying.map { $0.row.hidingBoosts(thin.contains($0.row.line)) }
          + coming.map { .init($0) })
    try check(bytes, staying.map { ($0.row.account, thin.contains($0.row.line)) }, coming)
    var list = TrimmedList(
      bytes: bytes, removed: told(entries.filter { leaving.contains($0.key) }),
      remaining: Set(staying.map(\.key)))
    list.moved = mayBeThinned ? told(quieter) : []
    list.unmoved = mayBeThinned ? [] : told(quieter)
    list.added = coming
    list.isRewritten = !table.isExact
    return list
  }

  private func told(_ entries: [(row: MastodonTable.Row, key: AccountKey)])
    -> [TrimmedList.Removed]
  {
    entries.map {
      TrimmedList.Removed(account: $0.key, address: Address($0.row.account), line: $0.row.line)
    }
  }

  private func table(_ bytes: Data) throws -> MastodonTable {
    do {
      return try MastodonTable(bytes, invertsNotify: PleromaList.isOne(bytes))
    } catch let odd as MastodonTable.OddWord {
      throw OverwriteFailure.oddWord(path: original.path, line: odd.line, word: odd.word)
    }
  }

  private func key(_ row: MastodonTable.Row) -> AccountKey? {
    Acct(row.account)?.key(home: home)
  }

  // Cuts, a word here and there, and rows at the end.
  private func edited(
    _ all: [MastodonTable.Row], _ staying: [MastodonTable.Row], thin: Set<Int>,
    _ coming: [ListChanges.Addition], _ table: MastodonTable
  ) -> Data {
    let kept = Set(staying.map(\.line))
    var edited = Data(capacity: original.bytes.count)
    var place = original.bytes.startIndex
    func keep(to end: Int) {
      edited.append(original.bytes[place..<(original.bytes.startIndex + end)])
    }
    for row in all {
      if !kept.contains(row.line) {
        keep(to: row.range.lowerBound)
        place = original.bytes.startIndex + row.range.upperBound
      } else if thin.contains(row.line), let field = row.boostsPlace {
        keep(to: field.lowerBound)
        edited.append(contentsOf: "false".utf8)
        place = original.bytes.startIndex + field.upperBound
      }
    }
    edited.append(original.bytes[place...])
    guard !coming.isEmpty else { return edited }
    let lineEnd = original.bytes.contains(0x0D) ? "\r\n" : "\n"
    if edited.last != 0x0A { edited.append(contentsOf: lineEnd.utf8) }
    for addition in coming {
      edited.append(contentsOf: (table.columns.row(for: addition) + lineEnd).utf8)
    }
    return edited
  }

  // What was written is read once more, as Mastodon reads it.
  private func check(
    _ bytes: Data, _ staying: [(account: String, isThin: Bool)],
    _ coming: [ListChanges.Addition]
  ) throws {
    guard let again = try? MastodonTable(bytes, invertsNotify: false), again.isExact,
      again.rows.filter({ key($0) != nil }).map(\.account)
        == staying.map(\.account) + coming.map(\.address.written),
      zip(again.rows, staying).allSatisfy({ !$1.isThin || $0.boosts == false })
    else { throw ExportFailure.failedCheck(path: original.path) }
  }
}

extension MastodonTable.Row {
  fileprivate func hidingBoosts(_ hides: Bool) -> MastodonTable.Row {
    MastodonTable.Row(
      account: account, boosts: hides ? false : boosts, notify: notify, languages: languages,
      line: line, range: range, boostsPlace: boostsPlace)
  }

  fileprivate init(_ addition: ListChanges.Addition) {
    self.init(
      account: addition.address.written, boosts: true, notify: false, languages: nil, line: 0,
      range: 0..<0, boostsPlace: nil)
  }
}

extension AccountListCSV.Columns {
  // A row in the list's own columns.
  fileprivate func row(for addition: ListChanges.Addition) -> String {
    let cells =
      [(account, addition.address.written)]
      + [(boosts, "true"), (notify, "false"), (languages, "")].compactMap { place, word in
        place.map { ($0, word) }
      }
    return cells.sorted { $0.0 < $1.0 }.map { MastodonTable.cell($0.1) }.joined(separator: ",")
  }
}
