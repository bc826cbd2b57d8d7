/// Videos of YouTube: its own pages, short addresses, players, and the same pages on the fronts that
/// others run for it (Invidious, Piped). The name is the one that a channel's feed gives:
/// `yt:video:ID`.
enum YouTubePosts: PostNetwork {
  static func name(of address: PostAddress) -> PostName? {
    switch address.scheme {
    case .youtube:
      return address.path.count == 2 && address.path[0] == "video" ? name(address.path[1]) : nil
    case .web:
      if address.host == "youtu.be" { return address.path.first.flatMap(name) }
      return isHost(address) ? id(address).flatMap(name) : nil
    case .at, .bluesky: return nil
    }
  }

  private static func name(_ id: Substring) -> PostName? {
    isVideo(id) ? PostName("yt:video:" + id) : nil
  }

  private static func id(_ address: PostAddress) -> Substring? {
    switch address.path.first {
    case "watch" where address.path.count == 1: address.parameter("v")
    case "shorts", "embed", "live", "v", "watch":
      address.path.count == 2 ? address.path[1] : nil
    default: nil
    }
  }

  private static func isHost(_ address: PostAddress) -> Bool {
    address.isBelow("youtube.com") || address.isBelow("youtube-nocookie.com") || isFront(address)
  }

  private static func isFront(_ address: PostAddress) -> Bool {
    address.isOfChannel || isFront(address.host)
  }

  /// Whether a host is a front for YouTube, by its name alone.
  static func isFront(_ host: String) -> Bool {
    fronts.contains(host)
      || host.split(separator: ".").contains { label in
        label == "invidious" || label == "piped" || label == "inv"
      }
  }

  /// Fronts whose host does not say what they are.
  /// https://docs.invidious.io/instances/ https://github.com/TeamPiped/documentation
  private static let fronts: Set<String> = [
    "vid.puffyan.us", "yewtu.be", "yt.artemislena.eu", "iv.ggtyler.dev", "vid.priv.au",
    "piped.video", "pipedapi.kavin.rocks", "watch.leptons.xyz",
  ]

  /// Whether it has the form of a video's id.
  static func isVideo(_ id: Substring) -> Bool {
    id.utf8.count == 11
      && id.utf8.allSatisfy {
        AddressByte.isLetter($0) || AddressByte.isDigit($0) || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: "-")
      }
  }
}
