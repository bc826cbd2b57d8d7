import Foundation

/// The accounts that apps for watching videos subscribe to, by the addresses that they write.
enum VideoLists {
  /// Somebody at an address: a channel of YouTube by its id, somebody on PeerTube by their name in
  /// the fediverse; any other page, SoundCloud's and Bandcamp's among them, as the site that it is.
  static func mention(_ page: String, title: String?, tags: [String] = []) -> AccountMention? {
    guard let address = PageAddress(page)?.address else { return nil }
    if let channel = YouTubeChannel(page: page) {
      return mention(channel, title: title, tags: tags)
    }
    let key = peerTube(address) ?? AccountKey(kind: .site, value: address.canonical)
    return AccountMention(
      key: key, title: title, site: address, folders: [[]], tags: tags, followed: true)
  }

  /// A channel of YouTube.
  static func mention(
    _ channel: YouTubeChannel, title: String?, tags: [String] = []
  ) -> AccountMention {
    AccountMention(
      key: channel.key, address: channel.feed, title: title, site: channel.key.profile,
      folders: [[]], tags: tags, followed: true)
  }

  // `/accounts/name`, `/video-channels/name` and the short forms `/a/name`, `/c/name`.
  private static func peerTube(_ address: Address) -> AccountKey? {
    let parts = address.canonical.split(separator: "/")
    guard parts.count >= 3, ["accounts", "video-channels"].contains(parts[1]),
      let acct = Acct(parts[2].contains("@") ? String(parts[2]) : "\(parts[2])@\(parts[0])")
    else { return nil }
    return acct.key(home: nil)
  }
}
