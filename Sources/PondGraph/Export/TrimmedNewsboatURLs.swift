import Foundation

/// Writes newsboat's `urls` file with a person's words carried out.
package enum TrimmedNewsboatURLs {
  /// The file without the lines of those who leave, and nothing else changed.
  package static func write(
    original: OriginalDocument, removing removals: Removals
  ) throws -> TrimmedList {
    try write(original, removals, [:], [:], [])
  }

  /// The file without the lines of those who leave, with new addresses where they were repaired, with
  /// one tag more for those of whom less is wanted, with lines for those who come. Byte for byte the
  /// original outside of that; with nothing to change, the original itself.
  /// - Throws: `ExportFailure` when the original is not whole, or the result does not hold exactly
  ///   what was asked for.
  package static func write(
    original: OriginalDocument, applying changes: ListChanges
  ) throws -> TrimmedList {
    try write(
      original, changes.removals, changes.repairs, changes.moves,
      changes.additions.filter {
        $0.account.kind.isReadAtAddress || $0.address.isAskedOverHTTP
      })
  }

  private static func write(
    _ original: OriginalDocument, _ removals: Removals, _ repairs: [AccountKey: Address],
    _ tags: [AccountKey: String], _ additions: [ListChanges.Addition]
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let file = NewsboatURLs(original.bytes)
    let entries = entries(file)
    var edits = NewsboatEdits()
    for entry in entries {
      if removals.accounts.contains(entry.account) {
        edits.cut.insert(entry.index)
        continue
      }
      if let address = repairs[entry.account], address.written != entry.line.address {
        edits.addresses[entry.index] = address.written
      }
      if let tag = tags[entry.account], !entry.line.tags.contains(tag) {
        edits.tags[entry.index] = tag
      }
    }
    let known = Set(entries.map(\.account)).union(repairs.values.map(AccountKey.init(reading:)))
    let coming = additions.filter { !known.contains($0.account) }
    edits.additions = coming.map { ($0.address.written, $0.title, $0.folder) }
    let bytes = file.applying(edits)
    try check(bytes, entries, edits, path: original.path)
    func told(_ some: some Sequence<Int>) -> [TrimmedList.Removed] {
      let wanted = Set(some)
      return entries.filter { wanted.contains($0.index) }.map {
        TrimmedList.Removed(
          account: $0.account, address: Address($0.line.address), line: $0.line.number)
      }
    }
    var list = TrimmedList(
      bytes: bytes, removed: told(edits.cut),
      remaining: Set(entries.filter { !edits.cut.contains($0.index) }.map(\.account)))
    list.repaired = told(edits.addresses.keys)
    list.moved = told(edits.tags.keys)
    list.added = coming
    return list
  }

  private static func check(
    _ bytes: Data, _ before: [Entry], _ edits: NewsboatEdits, path: String
  ) throws {
    let after = entries(NewsboatURLs(bytes)).map { [$0.line.address] + $0.line.tags }
    let staying = before.filter { !edits.cut.contains($0.index) }
    let wanted =
      staying.map { entry in
        [edits.addresses[entry.index] ?? entry.line.address] + entry.line.tags
          + [edits.tags[entry.index]].compactMap { $0 }
      } + edits.additions.map { [$0.address, $0.tag] }
    guard after == wanted else { throw ExportFailure.failedCheck(path: path) }
  }

  private struct Entry {
    let index: Int
    let line: NewsboatURLs.Line
    let account: AccountKey
  }

  private static func entries(_ file: NewsboatURLs) -> [Entry] {
    file.lines.enumerated().filter { [.feed, .command].contains($0.element.kind) }.map {
      Entry(
        index: $0.offset, line: $0.element,
        account: AccountKey(reading: Address($0.element.address)))
    }
  }
}

extension Data {
  /// The bytes outside of some ranges, which are in order and apart from each other.
  func without(_ ranges: [Range<Int>]) -> Data {
    guard !ranges.isEmpty else { return self }
    var kept = Data(capacity: count)
    var place = startIndex
    for range in ranges {
      kept.append(self[place..<(startIndex + range.lowerBound)])
      place = startIndex + range.upperBound
    }
    kept.append(self[place...])
    return kept
  }
}
