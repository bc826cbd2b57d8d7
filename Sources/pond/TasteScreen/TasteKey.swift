import PondGraph

/// What a person can do with a post that is tasted: one declaration for the screen, the plain prompts and
/// the help.
struct TasteKey: Sendable {
  /// What it does.
  enum Action: Hashable, Sendable {
    case answer(TastingAnswer)
    case reveal, undo, quit
  }

  /// The key on the screen.
  let letter: Character
  /// What the key is called where a blank would not be seen.
  var name: String { letter == " " ? "space" : String(letter) }
  /// What stands beside it.
  let label: String
  /// What it does.
  let action: Action

  /// Every key, in the order in which they are shown.
  static let all = [
    TasteKey(letter: "y", label: "would read", action: .answer(.wouldRead)),
    TasteKey(letter: "n", label: "not for me", action: .answer(.notForMe)),
    TasteKey(letter: "g", label: "gladly", action: .answer(.gladly)),
    TasteKey(letter: " ", label: "cannot say", action: .answer(.cannotSay)),
    TasteKey(letter: ".", label: "whose was it", action: .reveal),
    TasteKey(letter: "u", label: "undo", action: .undo),
    TasteKey(letter: "q", label: "enough", action: .quit),
  ]

  /// What a key of the screen does; nil for none.
  static func action(_ key: Key) -> Action? {
    guard case .scalar(let scalar) = key else { return nil }
    return all.first { $0.letter == Character(scalar) }?.action
  }

  /// What a typed line does: a letter, s or a blank for cannot say, or the label; nil for none.
  static func action(typed text: String) -> Action? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    if word == "s" || word.isEmpty && !text.isEmpty { return .answer(.cannotSay) }
    return all.first { String($0.letter) == word || $0.label.filter { $0 != " " } == word }?.action
  }
}
