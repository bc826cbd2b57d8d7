/// Posts of X: `x.com/user/status/1` and the like, on its own hosts and on the fronts that others
/// run for it. The number alone is the post; the user's name in the address may be any.
enum XPosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    guard address.scheme == .web, address.path.count >= 3, isHost(address),
      let written = number(address.path), written.isPostNumber, let number = UInt64(written)
    else { return nil }
    return PostName(name(String(written)), made: PostClock.x(number))
  }

  /// The name of the post of a number.
  static func name(_ number: String) -> String { "x.com/i/web/status/" + number }

  // `/user/status/1`, `/user/statuses/1`, `/i/web/status/1`, `/i/status/1`, each with `/photo/1` behind.
  private static func number(_ path: [Substring]) -> Substring? {
    let isWide = path.count >= 4 && path[0] == "i" && path[1] == "web"
    let word = path[isWide ? 2 : 1]
    guard word == "status" || word == "statuses" else { return nil }
    return path[isWide ? 3 : 2]
  }

  private static func isHost(_ address: PostAddress) -> Bool {
    address.isBelow("x.com") || address.isBelow("twitter.com") || isFront(address.host[...])
  }

  /// Whether a host is a front for X, by its name alone.
  static func isFront(_ host: Substring) -> Bool {
    hosts.contains(String(host)) || host.split(separator: ".").contains("nitter")
  }

  /// Fronts whose host does not say `nitter`.
  private static let hosts: Set<String> = [
    "fixupx.com", "fixvx.com", "fxtwitter.com", "lightbrd.com", "vxtwitter.com", "xcancel.com",
  ]
}
