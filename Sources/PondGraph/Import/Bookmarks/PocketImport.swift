import Foundation

/// Pocket's last export: one or several CSV files `part_000000.csv`, `part_000001.csv`, … in a zip
/// archive.
package struct PocketImport: Importer {
  package let format = "pocket"
  package let learns =
    "Pocket's export (CSV): the pages of followed accounts that you saved, and when."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    if source.holdsFiles {
      return (try? source.files()).map { !names(in: $0).isEmpty } ?? false
    }
    return PocketColumns(firstLineOf: source.bytes) != nil
  }

  /// The numbered parts.
  package func names(in files: ExportFiles) -> Set<String> {
    let parts = files.names.filter { Self.number(of: $0) != nil }
    guard let first = parts.first, let part = try? files.source(of: first),
      PocketColumns(firstLineOf: part.bytes) != nil
    else { return [] }
    return Set(parts)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    let wanted = source.holdsFiles ? names(in: files) : Set(files.names)
    if source.holdsFiles { try requireEveryPart(wanted, source.path) }
    var pages = PageGathering(
      path: source.path, format: format, now: options.now,
      observability: PageAttention.bookmarks)
    try files.forEach(wanted) { _, part in try read(part, &pages, options) }
    return [pages.finished()]
  }

  // The parts are numbered from 0: a gap is a part that was lost.
  private func requireEveryPart(_ names: Set<String>, _ path: String) throws {
    let numbers = Set(names.compactMap(Self.number))
    guard let last = numbers.max(), last < 100_000 else { return }
    guard let missing = (0...last).first(where: { !numbers.contains($0) }) else { return }
    let name = String(repeating: "0", count: max(0, 6 - String(missing).count)) + String(missing)
    throw ImportFailure.notWhatItClaims(
      path: path, sentence: "part_\(name).csv is missing from this export of Pocket",
      advice: "Unpack the export again, and import the whole folder or the archive itself.")
  }

  private static func number(of name: String) -> Int? {
    let last = name.split(separator: "/").last ?? ""
    guard last.hasPrefix("part_"), last.hasSuffix(".csv") else { return nil }
    return Int(last.dropFirst(5).dropLast(4))
  }

  private func read(
    _ part: ImportSource, _ pages: inout PageGathering, _ options: ImportOptions
  ) throws {
    guard let columns = PocketColumns(firstLineOf: part.bytes) else {
      throw ImportFailure.notWhatItClaims(
        path: part.path, sentence: "this is no part of an export of Pocket", advice: nil)
    }
    var isHeader = true
    let cut = part.forEachWholeRow { row in
      defer { isHeader = false }
      guard !isHeader else { return }
      guard let address = row.trimmed(columns.url) else { return pages.lose("it has no address") }
      let seconds = columns.added.flatMap(row.trimmed).flatMap { Int64($0) }
      pages.take(address, .saved, Date(plausible: seconds))
    }
    try pages.end(part, cut, options)
  }
}

/// Where in a row what stands.
private struct PocketColumns {
  let url: Int
  let added: Int?

  /// Reads the header; nil where it is none of Pocket's.
  init?(firstLineOf bytes: Data) {
    let line = bytes.prefix(1_024).prefix { $0 != 0x0A && $0 != 0x0D }
    var names: [String] = []
    CSVTable(Data(line)).forEachRow { row in
      names = (0..<row.count).compactMap { row.trimmed($0)?.lowercased() }
    }
    guard names.contains("time_added"), names.contains("status"),
      let url = names.firstIndex(of: "url")
    else { return nil }
    self.url = url
    added = names.firstIndex(of: "time_added")
  }
}
