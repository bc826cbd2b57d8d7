/// A network whose accounts can be looked up through what it shows to everybody.
public enum FetchNetwork: String, Hashable, Sendable, CaseIterable {
  /// Mastodon and what speaks like it: the account's RSS on its own server.
  case mastodon
  /// Bluesky: the author feed of the public AppView.
  case bluesky
  /// YouTube: the channel's feed.
  case youtube

  /// Where the posts of an account of this network are shown; nil for an account of another.
  package func feed(of key: AccountKey) -> Address? {
    switch (self, key.kind) {
    case (.mastodon, .fediverse):
      let parts = key.value.split(separator: "@")
      return parts.count == 2 ? Address("https://\(parts[1])/@\(parts[0]).rss") : nil
    case (.bluesky, .bluesky):
      return Address(
        "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=\(key.value)&limit=100")
    case (.youtube, .youtube):
      return Address("https://www.youtube.com/feeds/videos.xml?channel_id=\(key.value)")
    default: return nil
    }
  }
}
