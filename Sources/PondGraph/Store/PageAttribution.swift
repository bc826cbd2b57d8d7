import GRDB

/// Finds whose the pages are that a person visited or saved, and keeps the acts that were done with
/// pages of followed accounts. The rest of a person's history is never written.
struct PageAttribution {
  private let database: Database
  private let index: PageOwners

  /// Adds what several inputs tell of pages, each in its turn.
  static func add(
    _ batch: [[PageAct]], _ summaries: inout [ImportSummary], _ database: Database
  ) throws {
    guard batch.contains(where: { !$0.isEmpty }) else { return }
    let book = try AccountBook(database)
    let attribution = PageAttribution(
      database: database, index: PageOwners(book.accounts.filter(\.isFollowed)))
    let pages = Set(batch.joined().map { PageOwners.plain($0.address.canonical) })
    let posts = try attribution.posts(on: pages, book)
    for (place, acts) in batch.enumerated() where !acts.isEmpty {
      try attribution.add(acts, posts, &summaries[place])
    }
  }

  private init(database: Database, index: PageOwners) {
    self.database = database
    self.index = index
  }

  private func add(
    _ pages: [PageAct], _ posts: [String: (AccountKey, PostID)], _ summary: inout ImportSummary
  ) throws {
    var accounts = try AccountTable(database)
    var others: Set<String> = []
    let acts = pages.compactMap { page -> Act? in
      let canonical = page.address.canonical
      if let (account, post) = posts[PageOwners.plain(canonical)],
        page.account == nil || page.account == account
      {
        return Act(account: account, post: post, kind: page.kind, at: page.at)
      }
      if let account = page.account {
        return Act(account: account, post: PostID(canonical), kind: page.kind, at: page.at)
      }
      guard let owner = index.owner(of: page.address, canonical: canonical) else {
        others.insert(canonical)
        return nil
      }
      let post = owner.isHome ? nil : PostID(canonical)
      return Act(account: owner.account, post: post, kind: page.kind, at: page.at)
    }
    summary.pagesOfOthers = others.count
    try ActTable(database).add(acts, &accounts, &summary.acts)
  }

  /// The followed accounts' posts that stand on these pages.
  private func posts(
    on pages: Set<String>, _ book: AccountBook
  ) throws -> [String: (AccountKey, PostID)] {
    let followed = Set(book.accounts.filter(\.isFollowed).map(\.key))
    var found: [String: (AccountKey, PostID)] = [:]
    let rows = try BulkStatement(
      database,
      """
      SELECT account, post.id, link FROM post JOIN post_text ON post_text.id = post.text
      WHERE link IS NOT NULL ORDER BY account, post.id
      """)
    while try rows.next() {
      guard let link = rows.text(2), let key = book.keys[try rows.number(0)],
        followed.contains(key)
      else { continue }
      let canonical = PageOwners.plain(Address(link).canonical)
      if pages.contains(canonical), found[canonical] == nil {
        found[canonical] = (key, PostID(try rows.word(1)))
      }
    }
    return found
  }
}

/// Whose a page is, by the addresses of the followed accounts: their home page, or else everything
/// below it. On a host that many share only the part behind the first slash tells one from another.
struct PageOwners {
  /// The account, and whether the page is its home page itself.
  struct Owner {
    let account: AccountKey
    let isHome: Bool
  }

  private var byHome: [String: Set<AccountKey>] = [:]

  /// Prepares to answer for these accounts.
  init(_ accounts: [Account]) {
    for account in accounts {
      let site = account.site ?? account.feed.flatMap(Self.home(ofFeed:))
      let homes = [site?.canonical, account.key.profile?.canonical].compactMap { $0 }
      for home in Set(homes.map(Self.plain)) where !Self.isEverybodys(home) {
        byHome[home, default: []].insert(account.key)
      }
    }
  }

  /// The one account whose page it is; nil where there is none, or more than one.
  func owner(of address: Address, canonical: String) -> Owner? {
    if let key = AccountKey(profile: address), let keys = byHome[Self.plain(canonical)],
      keys.contains(key)
    {
      return Owner(account: key, isHome: true)
    }
    let page = Self.plain(canonical)
    var candidate = String(page.prefix { $0 != "?" })
    while !candidate.isEmpty {
      if let keys = byHome[candidate] {
        guard keys.count == 1, let account = keys.first else { return nil }
        return Owner(account: account, isHome: candidate == page)
      }
      guard let slash = candidate.lastIndex(of: "/") else { return nil }
      candidate = String(candidate[..<slash])
    }
    return nil
  }

  /// The same page with and without `www.` is one page.
  static func plain(_ canonical: String) -> String {
    canonical.hasPrefix("www.") ? String(canonical.dropFirst(4)) : canonical
  }

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
