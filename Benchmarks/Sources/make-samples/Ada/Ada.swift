import Foundation
import Seeded

/// The whole of Samples/ada.
struct Ada {
  let people: [(source: Source, history: [Item])]
  let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    people = Source.all.map { ($0, $0.history(seed: seed)) }
  }

  /// Writes the folder anew.
  func write(to folder: URL) throws {
    let list = Subscriptions(Source.all).text
    let feeds = people.flatMap { $0.source.feedFiles($0.history, seed: seed) }
    let cache = folder.appending(path: "cache.db")
    try write(feeds, list: list, to: folder)
    try Cache.write(people, to: cache)
    let readme = AdaReadme(
      sources: Source.all, outlines: Subscriptions.outlinesWithFeed(in: list),
      items: try Cache.count(in: cache))
    try MadeFile("README.md", readme.text).write(into: folder)
  }

  private func write(_ feeds: [MadeFile], list: String, to folder: URL) throws {
    let rest = [
      MadeFile("subscriptions.opml", list),
      MadeFile("urls", Urls.text(Source.all)),
      MadeFile("answers.txt", Answers.text(Source.all)),
    ]
    for file in rest + feeds { try file.write(into: folder) }
  }
}

extension Subscriptions {
  /// How many outlines of a list name a feed that is read over HTTP.
  static func outlinesWithFeed(in list: String) -> Int {
    list.split(separator: "\n").filter { !$0.contains("<!--") }.joined(separator: "\n")
      .components(separatedBy: "xml").filter { part in
        ["Url=\"http", "url=\"http", "Url='http"].contains { part.hasPrefix($0) }
      }.count
  }
}

extension MadeFile {
  /// Writes the file, and the folders on the way to it.
  func write(into folder: URL) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
