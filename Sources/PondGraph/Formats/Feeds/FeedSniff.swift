/// What a document is, told by its bytes.
package enum FeedSniff: Hashable, Sendable {
  case rss
  case rdf
  case atom
  case jsonFeed
  /// A page for a browser: a login page, an error page.
  case webPage
  /// A list of feeds.
  case opml
  /// XML with another root, which is named.
  case otherXML(root: String)
  /// JSON that is no feed.
  case otherJSON
  /// Nothing but blanks.
  case empty
  /// Nothing that can be told.
  case unknown

  /// Whether it is a feed.
  package var isFeed: Bool {
    switch self {
    case .rss, .rdf, .atom, .jsonFeed: true
    case .webPage, .opml, .otherXML, .otherJSON, .empty, .unknown: false
    }
  }

  /// What it is, with its article: `a web page`.
  package var words: String {
    switch self {
    case .rss: "an RSS feed"
    case .rdf: "an RSS 1.0 feed"
    case .atom: "an Atom feed"
    case .jsonFeed: "a JSON feed"
    case .webPage: "a web page"
    case .opml: "a list of feeds (OPML)"
    case .otherXML(let root): "an XML document with the root \(root)"
    case .otherJSON: "JSON that is no feed"
    case .empty: "an empty file"
    case .unknown: "nothing that Pond knows"
    }
  }

  /// Tells what the bytes are. Reads the first 64 KB of XML that are no blanks; of JSON as much as it takes to find
  /// its version.
  package init(_ bytes: some Collection<UInt8>) {
    // Blanks in front, however many, say nothing; those of wide characters are left in their pairs.
    let isWide = bytes.prefix(4).contains(0)
    let text = isWide ? bytes[...] : bytes.drop(while: \.isBlank)
    let head = XMLEncoding.utf8(text.prefix(1 << 16)).bytes
    self = head.withUnsafeBufferPointer { FeedSniff.xml($0) }
    guard case .unknown = self else { return }
    let first = head.first { !$0.isBlank }
    if first == nil { self = .empty }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      self = FeedSniff.isJSONFeed(bytes) ? .jsonFeed : .otherJSON
    }
  }

  // MARK: XML

  private static func xml(_ bytes: UnsafeBufferPointer<UInt8>) -> FeedSniff {
    guard let first = bytes.firstIndex(where: { !$0.isBlank && $0 != 0 }) else { return .unknown }
    // JSON may speak of markup.
    guard ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[first]) else { return .unknown }
    let root = root(bytes, from: first)
    if let root, let known = kind(root, bytes) { return known }
    // A warning of the server's, or a stray word, may stand before the feed.
    if let late = feedAfterJunk(bytes) { return late }
    guard bytes[first] == UInt8(ascii: "<"), let root else { return .unknown }
    return htmlRoots.contains(local(root).lowercased()) ? .webPage : .otherXML(root: root)
  }

  private static func kind(_ root: String, _ bytes: UnsafeBufferPointer<UInt8>) -> FeedSniff? {
    switch local(root).lowercased() {
    case "rss", "redirect": return .rss
    case "feed", "entry": return .atom
    case "rdf":
      let isFeed =
        contains(bytes, "<channel") || contains(bytes, "purl.org/rss/1.0")
        || contains(bytes, "rdf/simple/0.9")
      return isFeed ? .rdf : .otherXML(root: root)
    case "opml": return .opml
    case "html", "!doctype html": return .webPage
    default: return nil
    }
  }

  private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    bytes.end(of: text, from: 0) != nil
  }

  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  /// The name of the first element; `!doctype html` for a page that says so before. Nil where no
  /// element begins.
  private static func root(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> String? {
    var position = start
    while let tag = bytes.find(UInt8(ascii: "<"), from: position) {
      if bytes.has("<!--", at: tag) {
        guard let end = bytes.end(of: "-->", from: tag + 4) else { return nil }
        position = end
      } else if bytes.hasLetters("<!doctype html", at: tag) {
        // Some feeds say so too, and are none the less feeds.
        let next = bytes.find(UInt8(ascii: ">"), from: tag).flatMap { root(bytes, from: $0) }
        return next.map { isFeedRoot($0) } == true ? next : "!doctype html"
      } else if tag + 1 < bytes.count, bytes[tag + 1].isLetterASCII {
        return name(bytes, from: tag + 1)
      } else {
        position = tag + 1
      }
    }
    return nil
  }

  private static func isFeedRoot(_ name: String) -> Bool {
    ["rss", "feed", "rdf"].contains(local(name).lowercased())
  }

  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    let name = bytes[start...].prefix(40).prefix {
      !$0.isBlank && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 >= 0x20
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func feedAfterJunk(_ bytes: UnsafeBufferPointer<UInt8>) -> FeedSniff? {
    if contains(bytes, "<html") || contains(bytes, "<HTML") { return nil }
    if contains(bytes, "<rss ") || contains(bytes, "<rss>") { return .rss }
    if contains(bytes, "<rdf:RDF") { return .rdf }
    if contains(bytes, "http://www.w3.org/2005/Atom") { return .atom }
    // Its first tag may be damaged.
    return contains(bytes, "<channel>") && contains(bytes, "<item") ? .rss : nil
  }

  private static let htmlRoots: Set = [
    "head", "body", "title", "meta", "script", "div", "p", "h1", "center", "link", "style", "br",
    "table", "a", "img", "b", "span",
  ]

  // MARK: JSON

  /// Whether a member `version` anywhere in it names JSON Feed (in a string its quotes would be
  /// escaped), or its first member is RSS's frame.
  private static func isJSONFeed(_ bytes: some Collection<UInt8>) -> Bool {
    let wide = XMLEncoding.utf8(bytes).bytes
    let head = String(decoding: wide.drop(while: \.isBlank).prefix(200), as: UTF8.self)
    if head.prefixMatch(of: #/\s*\{\s*"rss"\s*:\s*\{/#) != nil { return true }
    return wide.withUnsafeBufferPointer { bytes in
      var position = 0
      while let end = bytes.end(of: "\"version\"", from: position) {
        let value = bytes[end...].prefix(80)
        if String(decoding: value, as: UTF8.self).contains("jsonfeed.org") { return true }
        position = end
      }
      return false
    }
  }
}
