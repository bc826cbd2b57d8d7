import Foundation

/// Learns whom a person follows from newsboat's `urls` file.
package struct NewsboatURLsImport: Importer {
  package let format = "newsboat-urls"
  package let learns = "the feeds and commands that you follow in newsboat, with tags and names"

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard source.isPlainText else { return false }
    let urls = NewsboatURLs(source.bytes)
    return urls.isLikely || source.name == "urls" && urls.isPossible
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    try source.requirePlainText("a list of feeds")
    var list = MentionList(path: source.path, format: format)
    for line in NewsboatURLs(source.bytes).lines {
      switch line.kind {
      case .feed, .command: list.keep(mention(line))
      case .query:
        list.skip(
          name(ofSearch: line.address), "it is a search over other feeds, not a follow",
          line.number)
      case .other where line.isHeading:
        let words = String(decoding: source.bytes[line.range], as: UTF8.self).trimmedBlanks
        list.skip("the heading “\(words)”", "it is no address", line.number)
      case .other: list.skip("a line", "it does not begin with an address", line.number)
      }
    }
    list.keepOriginal(source.bytes)
    return [list.imported]
  }

  // `query:Name:expression`.
  private func name(ofSearch address: String) -> String {
    let parts = address.split(separator: ":", maxSplits: 2)
    return parts.count > 1 ? "the search “\(parts[1])”" : "a search"
  }

  private func mention(_ line: NewsboatURLs.Line) -> AccountMention {
    AccountMention(
      reading: Address(line.address), title: line.title, folders: [[]], tags: line.tags.uniqued(),
      followed: true)
  }
}
