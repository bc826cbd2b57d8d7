/// What an address says of an account of a network: `youtube.com/channel/UC…`, `host/@user.rss`.
///
/// Only what the address itself proves: no name is looked up.
struct NetworkAddress {
  /// What is read at the address.
  enum Part {
    /// The network's own feed of the account.
    case feed
    /// The account's page.
    case profile
  }

  private let host: Substring
  private let path: [Substring]
  private let query: Substring

  /// Takes an address in its canonical form; nil at once for nearly every feed there is.
  init?(canonical: String) {
    guard Self.mayBeOne(canonical) else { return nil }
    let plain = canonical.hasPrefix("www.") ? canonical.dropFirst(4) : canonical[...]
    let halves = plain.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let pieces = (halves.first ?? "").split(separator: "/")
    guard let host = pieces.first else { return nil }
    self.host = host.hasPrefix("m.") ? host.dropFirst(2) : host
    path = Array(pieces.dropFirst())
    query = halves.count > 1 ? halves[1] : ""
  }

  // Every outline of an import passes here.
  private static func mayBeOne(_ canonical: String) -> Bool {
    var canonical = canonical
    return canonical.withUTF8 { bytes in
      guard let slash = bytes.firstIndex(of: AddressByte.slash) else { return false }
      var rest = bytes[(slash + 1)...]
      if rest.first == AddressByte.at { return true }
      if beginnings.contains(where: { rest.starts(with: $0.utf8) }) { return true }
      rest = bytes[..<slash]
      if hosts.contains(where: { rest.elementsEqual($0.utf8) || isBelow(rest, $0) }) { return true }
      return XPosts.isFront(Substring(decoding: rest, as: UTF8.self))
    }
  }

  private static func isBelow(_ host: Slice<UnsafeBufferPointer<UInt8>>, _ name: String) -> Bool {
    host.count > name.utf8.count && host.suffix(name.utf8.count).elementsEqual(name.utf8)
      && host[host.endIndex - name.utf8.count - 1] == AddressByte.dot
  }

  // Paths that mean the same on every host.
  private static let beginnings = ["users/", "ap/", "feed/", "channel/", "youtube/channel/"]

  private static let hosts = [
    "youtube.com", "bsky.app", "x.com", "twitter.com", "instagram.com", "threads.net",
    "threads.com", "linkedin.com", "reddit.com", "github.com",
  ]

  /// The account; nil where the address is another part of the network, or of none.
  func account(of part: Part) -> AccountKey? {
    switch (host, part) {
    case ("youtube.com", .feed): channelFeed
    case ("youtube.com", .profile): channelPage
    case ("bsky.app", .feed):
      path.count == 3 && path[0] == "profile" && path[2] == "rss" ? bluesky(path[1]) : nil
    case ("bsky.app", .profile):
      path.count == 2 && path[0] == "profile" ? bluesky(path[1]) : nil
    case ("x.com", .profile), ("twitter.com", .profile): x
    case (_, let part) where XPosts.isFront(host): xFront(part)
    case ("instagram.com", .profile): named(.instagram, path.first == "_u" ? 1 : 0)
    case ("threads.net", .profile), ("threads.com", .profile):
      path.first?.hasPrefix("@") == true ? named(.threads, 0) : nil
    case ("reddit.com", let part): reddit(part)
    case ("github.com", .feed): githubFeed
    case ("github.com", .profile): named(.github, 0)
    case (_, .profile) where host.hasSuffix("linkedin.com"):
      path.count == 2 && path[0] == "in"
        ? AccountKey(kind: .linkedin, value: "in/" + path[1].lowercased()) : nil
    case (_, .feed): frontFeed ?? fediverse(.feed)
    case (_, .profile): channelPage ?? fediverse(.profile)
    }
  }

  private func parameter(_ name: String) -> Substring? {
    query.split(separator: "&").first { $0.hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
  }

  private var channelFeed: AccountKey? {
    guard path == ["feeds", "videos.xml"] else { return nil }
    return channel(parameter("channel_id")) ?? channel(ofUploads: parameter("playlist_id"))
  }

  private var channelPage: AccountKey? {
    path.first == "channel" ? channel(path.dropFirst().first) : nil
  }

  // What Invidious, Piped and RSSHub read of a channel, on whatever host they run. Several channels in
  // one feed are no channel.
  private var frontFeed: AccountKey? {
    guard path.count == 3 else { return nil }
    return switch (path[0], path[1]) {
    case ("feed", "unauthenticated"): path[2] == "rss" ? channel(parameter("channels")) : nil
    case ("feed", "channel"), ("youtube", "channel"): channel(path[2])
    case ("feed", "playlist"): channel(ofUploads: path[2])
    default: nil
    }
  }

  private func channel(_ id: Substring?) -> AccountKey? {
    guard let id, id.utf8.count == 24, id.hasPrefix("UC"), id.utf8.allSatisfy(Self.isIdentifier)
    else { return nil }
    return AccountKey(kind: .youtube, value: String(id))
  }

  // The playlist of all uploads of `UC…` is `UU…`, those of its long videos, shorts and streams `UULF…`,
  // `UUSH…` and `UULV…`.
  private func channel(ofUploads id: Substring?) -> AccountKey? {
    guard let id, id.hasPrefix("UU") else { return nil }
    let sorts = ["UULF", "UUSH", "UULV"]
    let isSort = id.utf8.count == 26 && sorts.contains { id.hasPrefix($0) }
    return channel(Substring("UC") + id.dropFirst(isSort ? 4 : 2))
  }

  private func bluesky(_ name: Substring) -> AccountKey? {
    name.hasPrefix("did:") ? AccountKey(kind: .bluesky, value: String(name)) : nil
  }

  // `intent/user?user_id=1` and `i/user/1`: of a handle nothing says which account it is.
  private var x: AccountKey? {
    let number: Substring? =
      path == ["intent", "user"]
      ? query.split(separator: "&").first { $0.hasPrefix("user_id=") }?.dropFirst(8)
      : path.count == 3 && path[0] == "i" && path[1] == "user" ? path[2] : nil
    guard let number, !number.isEmpty, number.utf8.allSatisfy(AddressByte.isDigit) else {
      return nil
    }
    return AccountKey(kind: .x, value: String(number))
  }

  // `/ada/rss`, `/ada/with_replies/rss` and `/ada/media/rss` of Nitter name the account by its handle, and
  // so do the pages that they are the feeds of.
  private func xFront(_ part: Part) -> AccountKey? {
    var steps = path[...]
    if part == .feed, steps.popLast() != "rss" { return nil }
    guard steps.count == 1 || steps.count == 2 && ["with_replies", "media"].contains(path[1]),
      !["search", "i", "about", "settings"].contains(path[0]),
      path[0].utf8.count <= 15, path[0].utf8.allSatisfy({ Self.isIdentifier($0) && $0 != 0x2D })
    else { return nil }
    return AccountKey(kind: .x, value: "@" + path[0].lowercased())
  }

  private func reddit(_ part: Part) -> AccountKey? {
    guard path.count == (part == .feed ? 3 : 2), part == .profile || path[2] == ".rss" else {
      return nil
    }
    let kind: String? =
      switch path[0] {
      case "r": "r/"
      case "u", "user": "u/"
      default: nil
      }
    guard let kind, path[1].utf8.allSatisfy(Self.isIdentifier) else { return nil }
    return AccountKey(kind: .reddit, value: kind + path[1].lowercased())
  }

  private var githubFeed: AccountKey? {
    guard path.count == 1, path[0].hasSuffix(".atom") else { return nil }
    return AccountKey(kind: .github, value: path[0].dropLast(5).lowercased())
  }

  private func named(_ kind: AccountKind, _ index: Int) -> AccountKey? {
    guard path.count == index + 1 else { return nil }
    let name = path[index].hasPrefix("@") ? path[index].dropFirst() : path[index]
    let isName = name.utf8.allSatisfy { Self.isIdentifier($0) || $0 == AddressByte.dot }
    guard !name.isEmpty, isName, !Self.pages.contains(String(name)) else { return nil }
    return AccountKey(kind: kind, value: name.lowercased())
  }

  /// Pages of the networks themselves.
  private static let pages: Set<String> = [
    "about", "accounts", "explore", "features", "login", "marketplace", "p", "pricing", "reel",
    "reels", "search", "settings", "stories", "topics", "trending",
  ]

  // `host/@user` and `host/users/user`; the feed of either with `.rss` or the like behind the name
  // (Mastodon, Misskey, Pixelfed) or as a step of its own (Pleroma, GoToSocial).
  private func fediverse(_ part: Part) -> AccountKey? {
    guard host.contains("."), !Self.others.contains(String(host)) else { return nil }
    guard let last = path.last else { return nil }
    if path.count == 3, path[0] == "ap", path[1] == "users", part == .profile {
      return AccountKey(kind: .actor, value: "\(host)/ap/users/\(last)")
    }
    // `/@user/feed` is the feed of many a blog; behind `users/` it is Pleroma's.
    let isOwnStep =
      part == .feed && path.count > 1 && Self.feedSteps.contains(String(last))
      && (last != "feed" || path[0] == "users")
    let steps = isOwnStep ? path.dropLast() : path[...]
    guard var name = Self.user(steps) else { return nil }
    let ending = isOwnStep ? nil : Self.endings.first { name.hasSuffix($0) }
    guard isOwnStep || (part == .feed) == (ending != nil) else { return nil }
    name = name.dropLast(ending?.count ?? 0)
    guard name.isUserName else { return nil }
    return AccountKey(kind: .fediverse, value: "\(name)@\(host)".lowercased())
  }

  private static func user(_ steps: ArraySlice<Substring>) -> Substring? {
    guard let first = steps.first else { return nil }
    if steps.count == 1, first.hasPrefix("@") { return first.dropFirst() }
    return steps.count == 2 && first == "users" ? steps.last : nil
  }

  private static let endings = [".rss", ".atom"]
  private static let feedSteps: Set<String> = ["feed", "feed.rss", "feed.atom"]

  /// Hosts that write `@user` and are no part of the fediverse.
  static let others: Set<String> = [
    "medium.com", "tiktok.com", "substack.com", "hackmd.io", "odysee.com", "speakerdeck.com",
    "t.me", "telegram.me", "unsplash.com", "rumble.com", "vocal.media", "write.as",
  ]

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    AddressByte.isLetter(byte) || AddressByte.isDigit(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
