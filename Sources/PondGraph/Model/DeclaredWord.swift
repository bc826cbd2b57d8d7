/// Something only the person can say of an account. It outranks every figure until it is taken back
/// (S8), and nothing that Pond computes comes to it.
public enum DeclaredWord: Hashable, Sendable {
  /// They know and trust whoever it is.
  case trusted
  /// They meet outside of any network, so that what passes there shows little.
  case knownOffline
  /// It is there to be disagreed with.
  case challengesMe
  /// It is company: glimpsed, never reacted to, and wanted all the same.
  case ambient
  /// It belongs in the close ring, even where that exceeds the room there is.
  case close
  /// It matters this much, in the person's own measure; the reader Fraidycat writes it as
  /// `importance/N`.
  case importance(Double)

  /// The words as a person writes them.
  public static let names = [
    "trusted", "known-offline", "challenges-me", "ambient", "close", "importance",
  ]

  /// The word as a person writes it.
  public var name: String {
    switch self {
    case .trusted: "trusted"
    case .knownOffline: "known-offline"
    case .challengesMe: "challenges-me"
    case .ambient: "ambient"
    case .close: "close"
    case .importance: "importance"
    }
  }

  /// The weight of an importance; nil for the other words.
  public var weight: Double? {
    if case .importance(let weight) = self { return weight }
    return nil
  }

  /// The word that a person wrote; nil where it is none, or an importance without a weight.
  public init?(name: String, weight: Double? = nil) {
    switch name {
    case "trusted": self = .trusted
    case "known-offline": self = .knownOffline
    case "challenges-me": self = .challengesMe
    case "ambient": self = .ambient
    case "close": self = .close
    case "importance":
      guard let weight, weight.isFinite else { return nil }
      self = .importance(weight)
    default: return nil
    }
  }
}
