import Foundation

/// Writes newsboat's `urls` file without the accounts that a person let go.
package enum TrimmedNewsboatURLs {
  /// The file without their lines: every duplicate, and nothing else. Byte for byte the original
  /// outside of these lines; with nothing to remove, the original itself.
  /// - Throws: `ExportFailure` when the original is not whole, or the result holds other accounts
  ///   than those that stay.
  package static func write(
    original: OriginalDocument, removing removals: Removals
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let entries = entries(original.bytes)
    let leaving = entries.filter { removals.accounts.contains($0.account) }
    let staying = entries.filter { !removals.accounts.contains($0.account) }
    let bytes = original.bytes.without(leaving.map(\.line.range))
    guard self.entries(bytes).map(\.line.address) == staying.map(\.line.address) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
    let removed = leaving.map { entry in
      TrimmedList.Removed(
        account: entry.account, address: Address(entry.line.address), line: entry.line.number)
    }
    return TrimmedList(bytes: bytes, removed: removed, remaining: Set(staying.map(\.account)))
  }

  private struct Entry {
    let line: NewsboatURLs.Line
    let account: AccountKey
  }

  private static func entries(_ bytes: Data) -> [Entry] {
    NewsboatURLs(bytes).lines.filter { $0.kind == .feed || $0.kind == .command }
      .map { Entry(line: $0, account: AccountKey(reading: Address($0.address))) }
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
