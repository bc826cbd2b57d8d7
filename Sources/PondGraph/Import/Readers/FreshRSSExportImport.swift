import Foundation

/// What FreshRSS exports as one archive: the list of feeds, the starred posts, a file for each feed.
///
/// The list is read as OPML, so that it can be trimmed; the posts of all the other files are one
/// result, in which a post that stands in two files is one.
package struct FreshRSSExportImport: Importer {
  package let format = "freshrss-export"
  package let learns =
    "FreshRSS's export: the feeds you follow, and their posts with what you read and starred."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    source.holdsFiles && (try? source.files()).map { !names(in: $0).isEmpty } ?? false
  }

  /// The files of every folder that holds a list and posts.
  package func names(in files: ExportFiles) -> Set<String> {
    Set(Self.exports(in: files).flatMap { [$0.list] + $0.posts })
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    let exports = Self.exports(in: files)
    guard !exports.isEmpty else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "this is no export of FreshRSS: it holds no feeds_….opml.xml",
        advice: nil)
    }
    return try exports.flatMap { try read($0, files, options) }
  }

  /// A list with the posts beside it.
  private struct Export {
    let folder: String
    let list: String
    let posts: [String]
  }

  private static func exports(in files: ExportFiles) -> [Export] {
    let folders = Dictionary(grouping: files.names) { name in
      name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }
    return folders.keys.sorted().compactMap { folder in
      let names = folders[folder] ?? []
      let lists = names.filter { isNamed($0, "feeds_", ".opml.xml") }
      let posts = names.filter { isNamed($0, "starred_", ".json") || isNamed($0, "feed_", ".json") }
      // The name ends in the date: the last is the newest.
      guard let list = lists.max(), !posts.isEmpty else { return nil }
      return Export(folder: folder, list: list, posts: posts)
    }
  }

  private static func isNamed(_ name: String, _ start: String, _ end: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return last.hasPrefix(start) && last.hasSuffix(end)
  }

  private func read(
    _ export: Export, _ files: ExportFiles, _ options: ImportOptions
  ) throws -> [Imported] {
    var inputs: [Imported] = []
    try files.forEach([export.list]) { _, file in
      inputs += try OPMLImport().read(file, options: options)
    }
    let listed = Set(inputs.flatMap(\.accounts).map(\.key))
    let path = export.folder.isEmpty ? files.path : files.path(of: export.folder)
    var reading = GoogleReaderReading(
      path: path, format: format, now: options.now, named: listed)
    try files.forEach(Set(export.posts)) { _, file in try reading.read(file, options) }
    return inputs + [reading.finished()]
  }
}
