import Foundation

/// A channel of YouTube, by its id.
struct YouTubeChannel: Hashable {
  /// `UC` and 22 more.
  let id: String

  /// Takes an id; nil for anything else.
  init?(id: String) {
    guard id.utf8.count == 24, id.hasPrefix("UC"), id.utf8.allSatisfy(Self.isIdentifier) else {
      return nil
    }
    self.id = id
  }

  /// Reads the address of the channel's page; nil for a page that does not say the id.
  init?(page: String) {
    guard let key = AccountKey(profile: Address(page)), key.kind == .youtube else { return nil }
    id = key.value
  }

  /// Who it is.
  var key: AccountKey { AccountKey(kind: .youtube, value: id) }

  /// The feed in which its videos appear.
  var feed: Address { Address("https://www.youtube.com/feeds/videos.xml?channel_id=\(id)") }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// A video of YouTube, by its address.
struct YouTubeVideo: Hashable {
  /// Eleven characters.
  let id: String

  /// Reads `watch?v=…`, `/shorts/…`, `/live/…` and `youtu.be/…`; nil for another page.
  init?(page: String) {
    guard let parts = URLComponents(string: page), let host = parts.host?.lowercased() else {
      return nil
    }
    let path = parts.path.split(separator: "/").map(String.init)
    let id: String?
    switch (host, path.first) {
    case ("youtu.be", _): id = path.first
    case (_, "watch") where host.hasSuffix("youtube.com"):
      id = parts.queryItems?.first { $0.name == "v" }?.value
    case (_, "shorts"), (_, "live"): id = host.hasSuffix("youtube.com") ? path.last : nil
    default: id = nil
    }
    guard let id, !id.isEmpty, id.utf8.count <= 20 else { return nil }
    self.id = id
  }

  /// The post, as the channel's feed calls it.
  var post: PostID { PostID("yt:video:\(id)") }

  /// Its page.
  var page: Address { Address("https://www.youtube.com/watch?v=\(id)") }
}
