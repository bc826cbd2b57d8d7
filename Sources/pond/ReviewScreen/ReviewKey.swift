import PondGraph

/// What a person can do with a question: one declaration for the screen, the plain prompts and the
/// help.
struct ReviewKey: Sendable {
  /// What it does.
  enum Action: Hashable, Sendable {
    case answer(Answer)
    /// Read it at the address to which it says that it has moved.
    case repair
    case note, undo, skip, figures, help, quit
    /// Show its newest post, else its home page, in the person's browser.
    case open
  }

  /// The key on the screen.
  let letter: Character
  /// What stands beside it.
  let label: String
  /// What it means.
  let meaning: String
  /// What it does.
  let action: Action

  /// Every key, in the order in which they are shown.
  static let all = [
    ReviewKey(letter: "k", label: "keep", meaning: "it stays", action: .answer(.keep)),
    ReviewKey(
      letter: "t", label: "thin", meaning: "fewer of it: a stream folder, a section feed",
      action: .answer(.thin)),
    ReviewKey(
      letter: "a", label: "archive", meaning: "it has ended: off the list, its address kept",
      action: .answer(.archive)),
    ReviewKey(letter: "l", label: "let go", meaning: "off the list", action: .answer(.letGo)),
    ReviewKey(
      letter: "w", label: "wait", meaning: "ask again in some weeks", action: .answer(.wait)),
    ReviewKey(
      letter: "h", label: "hold", meaning: "it stays, whatever the figures say",
      action: .answer(.hold)),
    ReviewKey(
      letter: "n", label: "note", meaning: "write down why you follow", action: .note),
    ReviewKey(
      letter: "u", label: "undo", meaning: "take the last answer or skip back", action: .undo),
    ReviewKey(
      letter: "s", label: "skip", meaning: "go on; it comes again after the others",
      action: .skip),
    ReviewKey(
      letter: ".", label: "figures", meaning: "show the figures, or the words again",
      action: .figures),
    ReviewKey(letter: "?", label: "help", meaning: "these keys", action: .help),
    ReviewKey(
      letter: "q", label: "quit", meaning: "stop here; the next review goes on from here",
      action: .quit),
    ReviewKey(
      letter: "o", label: "open", meaning: "its newest post, else its page, in your browser",
      action: .open),
    // The last, for it is the only one that not every question has.
    ReviewKey(
      letter: "r", label: "repair", meaning: "read it at the address it moved to", action: .repair),
  ]

  /// The keys that a question has: nobody is offered a repair where no new address is known.
  static func all(for question: Pond.Question) -> [ReviewKey] {
    all.filter { $0.action != .repair || question.movedTo != nil }
  }

  /// What a typed word does: a letter, a number of the plain prompts, or the label; nil for none.
  static func action(typed text: String) -> Action? {
    let word = text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    if let number = Int(word), (1...all.count).contains(number) { return all[number - 1].action }
    return all.first { String($0.letter) == word || $0.label.filter { $0 != " " } == word }?.action
  }
}
