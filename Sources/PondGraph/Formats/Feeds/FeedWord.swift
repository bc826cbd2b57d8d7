/// The words of feeds that say something to Pond, in small letters.
enum FeedWord: String, CaseIterable, Sendable {
  case author, body, category, channel, comments, content, count, created, creator, date
  case description, email, encoded, enclosure, entry, feed, group, guid, id, issued, item, keywords
  case language, link, managingeditor, modified, name, newlocation, published, pubdate, rdf
  case redirect, rss, source, subject, subtitle, summary, tagline, title, total, updated, verb
  case fullitem, videoid, ttl, updateperiod, updatefrequency, skiphours, skipdays, hour, day,
    blogroll
  case inReplyTo = "in-reply-to"
  case newFeedURL = "new-feed-url"

  /// The word that a name's local part is, in whatever capitals; nil for a word that says nothing.
  init?(_ local: String) {
    guard let known = FeedWord.known[local] ?? FeedWord.known[local.lowercased()] else {
      return nil
    }
    self = known
  }

  private static let known = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
