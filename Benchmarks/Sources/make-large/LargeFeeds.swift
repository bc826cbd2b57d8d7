import Foundation
import Seeded

/// A folder of feeds with very many posts.
enum LargeFeeds {
  /// RSS 2.0, a thousand posts to a file, two posts a day.
  static func write(posts: Int, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var chance = SplitMix64(seed: MakeLarge.seed, name: "feeds")
    for start in stride(from: 0, to: posts, by: 1_000) {
      let numbers = start..<min(posts, start + 1_000)
      let text = feed(start / 1_000, posts: numbers, by: &chance)
      try Data(text.utf8).write(to: folder.appending(path: "a\(start / 1_000).xml"))
    }
  }

  private static func feed(
    _ number: Int, posts: Range<Int>, by chance: inout SplitMix64
  ) -> String {
    let site = "https://a\(number).example/"
    let items = posts.map { item($0, newest: posts.lowerBound, site: site, by: &chance) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>Account \(number)</title><link>\(site)</link><description>Many posts</description>
      <atom:link rel="self" href="\(site)feed.xml"/>
      \(items.joined(separator: "\n"))
      </channel></rss>

      """
  }

  private static func item(
    _ number: Int, newest: Int, site: String, by chance: inout SplitMix64
  ) -> String {
    let published = Moment.daysAgo(Double(number - newest) * 0.5 + 0.1)
    let count = chance.below(90) + 2
    return """
      <item><title>Post \(number), on a day like others</title><link>\(site)post/\(number)</link>\
      <guid>\(site)post/\(number)</guid><pubDate>\(published.rfc822())</pubDate>\
      <description>Something short, said \(count) times, and then once more.</description></item>
      """
  }
}
