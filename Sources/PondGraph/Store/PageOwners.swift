/// Whose a page is, by the addresses of the followed accounts: their home page, or else everything
/// below it. A home page is told without its query: what lies below it has none, and of several homes that
/// differ in nothing else none is told. On a host that many share only the part behind the first slash tells one from another.
struct PageOwners {
  private var byHome: [[UInt8]: Set<AccountKey>] = [:]
  // Homes of which a query says more: at the same path other pages stand (`/playlist?list=…`), so only
  // what lies below is theirs.
  private var byHomeWithQuery: [[UInt8]: Set<AccountKey>] = [:]
  private var profiles: [[UInt8]: Set<AccountKey>] = [:]

  /// Prepares to answer for these accounts.
  init(_ accounts: [Account], _ secret: PageSecret) {
    for account in accounts {
      let site = account.site ?? account.feed.flatMap(Self.home(ofFeed:))
      let profile = (account.key.profile?.canonical).map(Self.plain)
      let home = (site?.canonical).map(Self.plain).map(Self.withoutOrigin)
      for home in Set([home, profile].compactMap { $0 }) {
        let place = String(home.prefix { $0 != "?" })
        guard !Self.isEverybodys(place) else { continue }
        let digest = PageTable.short(secret.digest(place))
        if place == home {
          byHome[digest, default: []].insert(account.key)
        } else {
          byHomeWithQuery[digest, default: []].insert(account.key)
        }
        if home == profile { profiles[digest, default: []].insert(account.key) }
      }
    }
  }

  /// The one account whose page it is, by the digests of the page and of what lies above it; nil where
  /// there is none, or more than one.
  func owner(ofPageBelow above: [UInt8]) -> AccountKey? {
    for start in stride(from: 0, to: above.count, by: 8) {
      let digest = Array(above[start..<min(start + 8, above.count)])
      guard let keys = byHome[digest] ?? (start > 0 ? byHomeWithQuery[digest] : nil) else {
        continue
      }
      if keys.count == 1 { return keys.first }
      // The profile itself is the account's whose profile it is, whoever else names it as a home.
      let own = start == 0 ? profiles[digest] ?? [] : []
      return own.count == 1 ? own.first : nil
    }
    return nil
  }

  /// The same page with and without `www.` is one page.
  static func plain(_ canonical: String) -> String {
    canonical.hasPrefix("www.") ? String(canonical.dropFirst(4)) : canonical
  }

  /// The address without what only tells the site where its readers come from, as Medium's feeds write
  /// it: `medium.com/@ada?source=rss-8c27`.
  private static func withoutOrigin(_ home: String) -> String {
    guard let mark = home.firstIndex(of: "?") else { return home }
    let kept = home[home.index(after: mark)...].split(separator: "&")
      .filter { !origins.contains($0.prefix { $0 != "=" }) }
    return home[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static let origins: Set<Substring> = ["source", "ref", "fbclid", "gclid"]

  /// The folder in which a feed lies stands in for a home page that nobody names.
  private static func home(ofFeed feed: Address) -> Address? {
    let canonical = feedOfMany(feed.canonical.prefix { $0 != "?" })
    guard let slash = canonical.lastIndex(of: "/") else { return Address(String(canonical)) }
    let last = canonical[slash...].lowercased()
    let isFile = ["feed", "rss", "atom", "xml", "json", "rdf"].contains { last.contains($0) }
    return isFile ? home(above: canonical[..<slash]) : Address(String(canonical))
  }

  // `medium.com/feed/@ada` is the feed of `medium.com/@ada`.
  private static func feedOfMany(_ canonical: Substring) -> Substring {
    guard let slash = canonical.firstIndex(of: "/"), canonical[slash...].hasPrefix("/feed/"),
      SharedHosts.all.contains(plain(String(canonical[..<slash])))
    else { return canonical }
    return canonical[..<slash] + canonical[slash...].dropFirst(5)
  }

  // `example.org/blog/feed/atom.xml` lies in `example.org/blog`.
  private static func home(above folder: Substring) -> Address {
    guard let slash = folder.lastIndex(of: "/"),
      ["/feed", "/feeds", "/rss"].contains(folder[slash...].lowercased())
    else { return Address(String(folder)) }
    return Address(String(folder[..<slash]))
  }

  /// Whether an address alone says nothing about who is meant.
  private static func isEverybodys(_ home: String) -> Bool {
    !home.contains("/") && (SharedHosts.all.contains(home) || !home.contains("."))
  }
}
