/// Gathers whose places the posts of an input point at: a few for each post, and never the account's
/// own.
struct LinkGathering {
  private(set) var links = PostLinks()
  /// A post that points at more places than this counts with those it names first.
  static let most = 5

  private var own: [AccountKey: Set<String>] = [:]
  private var byHost: [String: Host] = [:]
  private var byPath: [String: AccountKey?] = [:]
  // Posts come in runs of one account: its own host is asked for at every one of them.
  private var last: (account: AccountKey, hosts: [String])?

  // What the hosts met in the run of one account come to for it.
  private var elsewhere: [String: AccountKey?] = [:]

  /// What a host says of whose place lies on it.
  private enum Host {
    case place(AccountKey?)
    /// The path tells.
    case ofMany
  }

  /// More paths than this are not remembered at once.
  private static let mostPaths = 50_000

  /// Hands over the links so far; the next are those of posts that are numbered anew.
  mutating func takeOut() -> PostLinks {
    defer { links = PostLinks() }
    return links
  }

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
    _ page: String, of account: AccountKey, _ own: [String], to found: inout [AccountKey]
  ) {
    guard let place = place(of: page, own), place != account, !found.contains(place) else { return }
    found.append(place)
  }

  /// Whose place a page is, unless it is the account's own; asked once of every host, and of every path
  /// where that tells.
  private mutating func place(of page: String, _ own: [String]) -> AccountKey? {
    let (host, mayName) = Self.parts(page)
    if !mayName, let known = elsewhere[host] { return known }
    let told = byHost[host] ?? Self.told(by: host)
    byHost[host] = told
    guard case .place(let key) = told, !mayName else {
      return foreign(place(below: Self.beginning(of: page)), own)
    }
    let place = foreign(key, own)
    elsewhere[host] = .some(place)
    return place
  }

  private static func told(by host: String) -> Host {
    let place = PointedPlace(host + "/x")
    return place.isToldByHost ? .place(place.site) : .ofMany
  }

  private func foreign(_ place: AccountKey?, _ own: [String]) -> AccountKey? {
    guard let place, place.kind == .site else { return place }
    return own.contains { Self.isOneHouse(place.value, $0) } ? nil : place
  }

  /// Whose place a page is by its path, of which no more than the beginning is given.
  private mutating func place(below beginning: String) -> AccountKey? {
    if let known = byPath[beginning] { return known }
    if byPath.count >= Self.mostPaths { byPath.removeAll(keepingCapacity: true) }
    let place = PointedPlace(beginning)
    let key = place.isToldByHost ? place.site : place.account ?? place.site
    byPath[beginning] = .some(key)
    return key
  }

  private mutating func hosts(of account: AccountKey) -> [String] {
    if let last, last.account == account { return last.hosts }
    let hosts = ownHosts(of: account).sorted()
    last = (account, hosts)
    elsewhere.removeAll(keepingCapacity: true)
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

  private static let slash = UInt8(ascii: "/")

  /// The host of an address, and whether its path may begin with somebody's name: `@ada`, `users/ada`,
  /// `ap/users/1`. Bytes are looked at, for every link of a million posts passes here.
  private static func parts(_ address: String) -> (host: String, mayName: Bool) {
    var address = address
    return address.withUTF8 { bytes in
      let rest = behindScheme(bytes)
      let end = rest.firstIndex(of: slash) ?? rest.count
      let host = String(decoding: UnsafeBufferPointer(rebasing: rest[..<end]), as: UTF8.self)
      let first = end + 1 < rest.count ? rest[end + 1] : 0
      return (host, "@ua".utf8.contains(first))
    }
  }

  /// The host and three steps of the path.
  private static func beginning(of address: String) -> String {
    var address = address
    return address.withUTF8 { bytes in
      let rest = behindScheme(bytes)
      return String(
        decoding: UnsafeBufferPointer(rebasing: rest[..<stepsEnd(rest)]), as: UTF8.self)
    }
  }

  private static func behindScheme(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let start = bytes.starts(with: secureScheme) ? 8 : bytes.starts(with: plainScheme) ? 7 : 0
    return UnsafeBufferPointer(rebasing: bytes[start...])
  }

  private static func stepsEnd(_ rest: UnsafeBufferPointer<UInt8>) -> Int {
    var slashes = 0
    for index in rest.indices where rest[index] == slash {
      slashes += 1
      if slashes == 4 { return index }
    }
    return rest.count
  }

  /// Whether an address as written lies on a host: `https://www.a.example/b` on `a.example`; what is
  /// spelt otherwise is seen later.
  private static func lies(_ address: String, on host: String) -> Bool {
    var (address, host) = (address, host)
    return address.withUTF8 { address in
      host.withUTF8 { host in
        let bare = behindScheme(address)
        let rest = bare.dropFirst(bare.starts(with: www) ? 4 : 0)
        guard rest.starts(with: host) else { return false }
        let next = rest.dropFirst(host.count).first
        return next == nil || next == slash || next == UInt8(ascii: "?")
      }
    }
  }

  private static let secureScheme = Array("https://".utf8)
  private static let plainScheme = Array("http://".utf8)
  private static let www = Array("www.".utf8)

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
