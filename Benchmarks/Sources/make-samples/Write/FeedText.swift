import Seeded

/// What a feed file says, before it is written in one grammar or another.
struct FeedText {
  let source: Source
  /// Newest first.
  let items: [Item]
  /// When it was made.
  let built: Moment

  /// The address that the feed gives as its own; nil where it gives none.
  var ownAddress: String? {
    switch source.ownAddress {
    case .same: source.feed
    case .none: nil
    case .plainHTTP: source.feed.replacing("https://", with: "http://")
    }
  }

  /// The feed in its source's grammar, as text.
  var text: String {
    switch source.grammar {
    case .rss2: rss2
    case .rss1: rss1
    case .rss091: rss091
    case .atom: atom
    case .atom03: atom03
    case .json: json
    }
  }

  /// The feed as bytes.
  var bytes: [UInt8] { source.encoding.map { $0.bytes(of: text) } ?? Array(text.utf8) }

  /// The name of the encoding for the declaration.
  var encodingName: String { source.encoding?.rawValue ?? "UTF-8" }

  /// One sentence under the title.
  var tagline: String {
    source.author.isEmpty ? source.title : "\(source.title), by \(source.author)"
  }

  /// Where the sound of an episode is.
  func enclosure(of item: Item) -> (address: String, bytes: Int) {
    ("\(source.site)audio/\(source.slug)-\(item.number).mp3", 9_000_000 + item.number * 31_337)
  }

  /// Whether a post's title is left out, as in a feed of small notes.
  func isUntitled(_ item: Item) -> Bool { item.title.isEmpty }
}
