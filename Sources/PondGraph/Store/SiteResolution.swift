/// Finds the followed feed behind a feed file that does not say its own address but names a home
/// page. Asked when the pond is read, so that it makes no difference whether the list or the feed
/// file was imported first. What is not unique is not joined.
struct SiteResolution {
  private var byHome: [String: Set<AccountKey>] = [:]
  private var byHost: [String: [(key: AccountKey, addresses: [String])]] = [:]

  /// Prepares to resolve against the followed accounts among these.
  init(_ accounts: some Sequence<Account>) {
    for account in accounts where account.isFollowed {
      let site = account.site.map { Self.plain($0.canonical) }
      if let site { byHome[site, default: []].insert(account.key) }
      let addresses = [site, Self.plain(account.key.value)].compactMap { $0 }
      for host in Set(addresses.map(Self.host)) {
        byHost[host, default: []].append((account.key, addresses))
      }
    }
  }

  /// The one followed account with this home page, or else the one on its host whose home page or
  /// feed lies below or above it; nil where there is none, or more than one.
  func feed(for site: AccountKey) -> AccountKey? {
    let home = Self.plain(site.value)
    if let keys = byHome[home] { return keys.count == 1 ? keys.first : nil }
    let near = (byHost[Self.host(home)] ?? []).filter { account in
      account.addresses.contains { Self.isBelow($0, home) || Self.isBelow(home, $0) }
    }
    return near.count == 1 ? near.first?.key : nil
  }

  private static func plain(_ canonical: String) -> String {
    canonical.hasPrefix("www.") ? String(canonical.dropFirst(4)) : canonical
  }

  private static func host(_ canonical: String) -> String {
    String(canonical.prefix { $0 != "/" && $0 != "?" })
  }

  /// Whether an address is the other with something behind it: `a.example/blog/feed`,
  /// `a.example/blog.atom` for `a.example/blog`; but not `a.example.org` for `a.example`.
  private static func isBelow(_ address: String, _ base: String) -> Bool {
    guard address.hasPrefix(base) else { return false }
    switch address.dropFirst(base.count).first {
    case nil, "/", "?": return true
    case ".": return base.contains("/")
    default: return false
    }
  }
}
