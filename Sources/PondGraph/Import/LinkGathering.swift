/// Gathers whose places the posts of an input point at: a few for each post, and never the account's
/// own.
struct LinkGathering {
  private(set) var links = PostLinks()
  /// A post that points at more places than this counts with those it names first.
  static let most = 5

  private var own: [AccountKey: Set<String>] = [:]
  private var byHost: [String: AccountKey?] = [:]
  // Posts come in runs of one account: its own host is asked for at every one of them.
  private var last: (account: AccountKey, hosts: Set<String>)?

  /// Takes note of an account's home page, which is its own place.
  mutating func know(_ site: Address?, of account: AccountKey) {
    guard let site else { return }
    let host = PointedPlace(site.written).host
    guard !host.isEmpty, !SharedHosts.all.contains(host) else { return }
    own[account] = ownHosts(of: account).union([host])
    last = nil
  }

  /// Takes what a post points at.
  /// - Parameters:
  ///   - pages: the addresses in its text.
  ///   - link: its own page, which for some is somebody else's.
  mutating func take(_ pages: [String], link: String?, of account: AccountKey, post: Int) {
    if pages.isEmpty, link == nil { return }
    let hosts = hosts(of: account)
    var found: [AccountKey] = []
    func isOwn(_ address: String) -> Bool { hosts.contains { Self.lies(address, on: $0) } }
    for page in pages where found.count < Self.most && !isOwn(page) {
      add(page, of: account, hosts, to: &found)
    }
    if let link, found.count < Self.most, !isOwn(link) { add(link, of: account, hosts, to: &found) }
    for place in found { links.add(place, post: post) }
  }

  private mutating func add(
    _ page: String, of account: AccountKey, _ own: Set<String>, to found: inout [AccountKey]
  ) {
    guard let place = place(of: page), place != account, !found.contains(place) else { return }
    if place.kind == .site, own.contains(where: { Self.isOneHouse(place.value, $0) }) { return }
    found.append(place)
  }

  /// Whose place a page is; asked once of every host.
  private mutating func place(of page: String) -> AccountKey? {
    let place = PointedPlace(page)
    guard place.isToldByHost else { return place.account ?? place.site }
    if let known = byHost[place.host] { return known }
    let key = place.site
    byHost[place.host] = .some(key)
    return key
  }

  private mutating func hosts(of account: AccountKey) -> Set<String> {
    if let last, last.account == account { return last.hosts }
    let hosts = ownHosts(of: account)
    last = (account, hosts)
    return hosts
  }

  private mutating func ownHosts(of account: AccountKey) -> Set<String> {
    if let known = own[account] { return known }
    let name =
      account.kind == .fediverse
      ? account.value.split(separator: "@").last.map(String.init) : account.value
    let host = PointedPlace(name ?? "").host
    let hosts: Set<String> = host.isEmpty || SharedHosts.all.contains(host) ? [] : [host]
    own[account] = hosts
    return hosts
  }

  /// Whether an address as written lies on a host: `https://www.a.example/b` on `a.example`. Bytes are
  /// compared, for most posts point home and a million of them do; what is spelt otherwise is seen
  /// later.
  private static func lies(_ address: String, on host: String) -> Bool {
    var rest = address.utf8[...]
    for prefix in ["https://", "http://", "www."] where rest.starts(with: prefix.utf8) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    guard rest.starts(with: host.utf8) else { return false }
    let next = rest.dropFirst(host.utf8.count).first
    return next == nil || next == UInt8(ascii: "/") || next == UInt8(ascii: "?")
  }

  /// Whether one host is the other or lies below it, the usual names of feeds' hosts aside.
  private static func isOneHouse(_ left: String, _ right: String) -> Bool {
    let (left, right) = (house(left), house(right))
    return left == right || left.hasSuffix("." + right) || right.hasSuffix("." + left)
  }

  private static func house(_ host: String) -> Substring {
    for prefix in ["feeds.", "feed.", "rss.", "blog.", "news."]
    where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
      return host.dropFirst(prefix.count)
    }
    return host[...]
  }
}
