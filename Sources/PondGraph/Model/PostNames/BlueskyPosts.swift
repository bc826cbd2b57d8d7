/// Posts of Bluesky: the record (`at://did/app.bsky.feed.post/key`) and its page, which may name its
/// author by a handle.
///
/// A handle does not say whose it was, so the name is the record's key alone. That is no guess: the key
/// is the microsecond of its making and the number of a clock, and posts are compared within one account.
/// A key of another form proves nothing without its repository and stays where it stands.
/// https://atproto.com/specs/tid
enum BlueskyPosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    switch address.scheme {
    case .at: record(address)
    case .bluesky:
      address.path.count == 2 && address.path[0] == "post" && isKey(address.path[1])
        ? named(address.path[1], nil) : nil
    case .web: page(address)
    case .youtube: nil
    }
  }

  private static func record(_ address: PostAddress) -> PostName? {
    guard address.path.count == 2, address.path[0] == "app.bsky.feed.post" else { return nil }
    let account = account(address.host[...])
    if isKey(address.path[1]) { return named(address.path[1], account) }
    guard account != nil else { return nil }
    return PostName("at://\(address.host)/app.bsky.feed.post/\(address.path[1])", of: account)
  }

  private static func page(_ address: PostAddress) -> PostName? {
    let path = address.path
    guard hosts.contains(address.host), path.count == 4, path[0] == "profile", path[2] == "post"
    else { return nil }
    let account = account(path[1])
    if isKey(path[3]) { return named(path[3], account) }
    guard account != nil else { return nil }
    return PostName("at://\(path[1])/app.bsky.feed.post/\(path[3])", of: account)
  }

  private static func named(_ key: Substring, _ account: AccountKey?) -> PostName {
    PostName("bsky:post:" + key, of: account, made: TID.date(key.utf8))
  }

  private static func account(_ name: Substring) -> AccountKey? {
    name.hasPrefix("did:") ? AccountKey(kind: .bluesky, value: String(name)) : nil
  }

  /// The site itself and others that show its pages at the same paths.
  private static let hosts: Set<String> = [
    "bsky.app", "main.bsky.dev", "staging.bsky.app", "deer.social", "blacksky.community",
    "fxbsky.app", "bskx.app",
  ]

  /// Whether it has the form of a key by the moment: 13 characters, the first of the lower half.
  static func isKey(_ key: Substring) -> Bool {
    key.utf8.count == 13
      && key.utf8.first.map { (0x32...0x37).contains($0) || (0x61...0x6A).contains($0) } == true
      && key.utf8.allSatisfy { (0x32...0x37).contains($0) || (0x61...0x7A).contains($0) }
  }
}
