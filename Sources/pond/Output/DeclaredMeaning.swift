import PondGraph

/// What the words mean that only the person can say.
enum DeclaredMeaning {
  /// The meaning of a word by its name; empty for no such word.
  static func of(_ name: String) -> String {
    switch name {
    case "trusted": "you know and trust whoever it is"
    case "known-offline": "you meet outside of any network"
    case "challenges-me":
      "it is there to be disagreed with; a tenth of the pond is for such voices"
    case "ambient": "it is company, never reacted to and wanted all the same"
    case "close": "it belongs in the close ring, even where that exceeds your room"
    case "importance": "it matters WEIGHT much, in your own measure"
    default: ""
    }
  }

  /// Every word beside its meaning.
  static var lines: [String] {
    DeclaredWord.names.map { Width.pad($0, to: 15) + of($0) }
  }
}
