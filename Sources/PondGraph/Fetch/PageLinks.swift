/// What a web page says in its links of who is behind it and where its feed is.
package struct PageLinks: Hashable, Sendable {
  /// Its feeds, `rel=alternate`, in the page's order, resolved.
  package private(set) var feeds: [String] = []
  /// Lists of those whom it recommends, `rel=blogroll`.
  package private(set) var blogrolls: [String] = []
  /// Where else its author is, `rel=me`.
  package private(set) var me: [String] = []

  /// More of a kind are no page's own.
  private static let most = 50

  /// Reads a page.
  package init(_ bytes: some Collection<UInt8>, address: WebAddress) {
    var base = address
    HTMLLinks(bytes).forEach { link in
      if link.isBase {
        base = link.href.flatMap { address.following($0) } ?? base
        return
      }
      guard let href = link.href, let target = base.following(href)?.url else { return }
      let type = (link.type ?? "").lowercased()
      if link.isInHead, link.rel.contains("alternate"), Self.isFeed(type) { add(target, \.feeds) }
      if link.rel.contains("blogroll") { add(target, \.blogrolls) }
      if link.rel.contains("me") { add(target, \.me) }
    }
  }

  private mutating func add(_ target: String, _ list: WritableKeyPath<PageLinks, [String]>) {
    guard self[keyPath: list].count < Self.most, !self[keyPath: list].contains(target) else {
      return
    }
    self[keyPath: list].append(target)
  }

  private static func isFeed(_ type: String) -> Bool {
    ["application/rss+xml", "application/atom+xml", "application/feed+json"].contains {
      type.hasPrefix($0)
    }
  }
}

/// Where a feed is looked for that is not where it should be.
package enum FeedSearch {
  /// Where feeds stand below a home page, the likeliest first.
  private static let wellKnown = ["feed", "atom.xml", "rss.xml", "index.xml"]
  /// Requests that one search may cost.
  package static let most = 4

  /// The addresses to ask, one after another, until one is a feed: those that a page names, else
  /// those at which feeds usually stand.
  package static func candidates(_ links: PageLinks?, home: WebAddress) -> [WebAddress] {
    let named = (links?.feeds ?? []).compactMap { WebAddress($0) }
    // Below the home and not at the root of its server, which may be somebody else's.
    let path = home.url.dropFirst(home.scheme.count + 3).drop { $0 != "/" }.prefix { $0 != "?" }
    let folder = path.last == "/" || path.split(separator: "/").last?.contains(".") ?? true
    let usual = wellKnown.compactMap { home.at(folder ? $0 : path + "/" + $0) }
    let addresses = named.isEmpty ? usual : Array(named.prefix(1))
    return Array(addresses.filter { $0.url != home.url }.prefix(most))
  }
}
