package import Foundation

/// Writes Mastodon's lists.csv with those alone whom a trimmed list of follows holds: Mastodon follows
/// everybody in the lists that it imports, so that an old file, or another account's, would bring others.
package enum TrimmedMastodonLists {
  /// The rows of those who are followed, under the same promises as `TrimmedMastodonCSV.write`; nil where
  /// none are left.
  /// - Parameters:
  ///   - followed: everybody in the list of follows that it goes with.
  ///   - rings: who is put into which list besides, in this order.
  package static func write(
    original: OriginalDocument, keeping followed: Set<AccountKey>, home: String? = nil,
    rings: [(list: String, account: String)] = []
  ) throws -> TrimmedList? {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let entries = entries(original.bytes, home)
    let leaving = entries.filter { !followed.contains($0.account) }
    let staying = entries.filter { followed.contains($0.account) }
    guard !staying.isEmpty || !rings.isEmpty else { return nil }
    let isExact = isExact(original.bytes)
    let known = Set(staying.map { [$0.list, $0.written] })
    let coming = rings.filter { !known.contains([$0.list, $0.account]) }
    var bytes =
      isExact
      ? original.bytes.without(leaving.map(\.range)) : text(staying.map { ($0.list, $0.written) })
    if !coming.isEmpty, let last = bytes.last, last != 0x0A {
      bytes.append(contentsOf: (bytes.contains(0x0D) ? "\r\n" : "\n").utf8)
    }
    bytes.append(text(coming, lineEnd: bytes.contains(0x0D) ? "\r\n" : "\n"))
    guard
      self.entries(bytes, home).map({ [$0.list, $0.written] })
        == staying.map({ [$0.list, $0.written] }) + coming.map({ [$0.list, $0.account] }),
      self.isExact(bytes)
    else { throw ExportFailure.failedCheck(path: original.path) }
    var list = TrimmedList(
      bytes: bytes,
      removed: leaving.map { entry in
        TrimmedList.Removed(
          account: entry.account, address: Address(entry.written), line: entry.line)
      }, remaining: Set(staying.map(\.account)))
    list.isRewritten = !isExact
    return list
  }

  /// A file of rings alone, where there was none.
  package static func text(
    _ rows: [(list: String, account: String)], lineEnd: String = "\n"
  ) -> Data {
    Data(
      rows.map { row in
        "\(MastodonTable.cell(row.list)),\(MastodonTable.cell(row.account))\(lineEnd)"
      }.joined().utf8)
  }

  private struct Entry {
    let list: String
    let account: AccountKey
    let written: String
    let range: Range<Int>
    let line: Int
  }

  private static func entries(_ bytes: Data, _ home: String?) -> [Entry] {
    var entries: [Entry] = []
    let table = AccountListCSV(bytes)
    let column = table.accountColumn ?? 1
    let name = table.column("list name") ?? (column == 0 ? 1 : 0)
    table.forEachRow { row in
      guard let written = row.trimmed(column), let acct = Acct(written) else { return }
      entries.append(
        Entry(
          list: row.trimmed(name) ?? "", account: acct.key(home: home),
          written: written.hasPrefix("@") ? String(written.dropFirst()) : written,
          range: row.range, line: row.line))
    }
    return entries
  }

  // With commas, in Mastodon's order of columns, without a byte order mark.
  private static func isExact(_ bytes: Data) -> Bool {
    let table = AccountListCSV(bytes)
    var isExact =
      table.separator == 0x2C && !bytes.starts(with: [0xEF, 0xBB, 0xBF])
      && (table.heading.isEmpty || table.heading == ["list name", "account address"])
    table.forEachRow { row in
      if row.isUnclosed || row.count != 2 || row[1] != row.trimmed(1) || row[1]?.first == "@" {
        isExact = false
      }
    }
    return isExact
  }
}
