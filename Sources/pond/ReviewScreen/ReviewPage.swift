import Foundation
import PondGraph

/// What stands on the screen of a review: a pure function of what is shown and how large the screen
/// is.
struct ReviewPage {
  /// What is shown.
  enum Content {
    case evidence(Pond.Question)
    case figures(Pond.Question)
    case help
    /// The note being written, as far as it is.
    case note(Pond.Question, String)
    case closing(Pond.Closing)
  }

  let content: Content
  /// What is said of what was done last; empty for nothing.
  var message = ""
  /// How many lines were scrolled past.
  var scroll = 0

  /// The least that a question needs.
  static let smallest = ScreenSize(columns: 40, rows: 14)

  /// As many lines as the screen has rows, none wider than it.
  func lines(_ size: ScreenSize) -> [StyledText] {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      return fitted(tooSmall(size), size)
    }
    let (head, foot) = (head, foot(size))
    let room = size.rows - head.count - foot.count
    let body = body(size)
    let start = min(max(0, scroll), max(0, body.count - room))
    let shown = Array(body.dropFirst(start).prefix(room))
    let blanks = [StyledText](repeating: StyledText(), count: room - shown.count)
    let rest = (above: start, below: body.count - start - shown.count)
    return fitted(head + shown + blanks + foot.marking(rest), size)
  }

  /// The farthest that can be scrolled.
  func mostScroll(_ size: ScreenSize) -> Int {
    max(0, body(size).count - max(1, room(size)))
  }

  /// How many lines of the body fit.
  func room(_ size: ScreenSize) -> Int { size.rows - head.count - foot(size).count }

  private func fitted(_ lines: [StyledText], _ size: ScreenSize) -> [StyledText] {
    lines.prefix(size.rows).map { $0.cut(to: size.columns) }
  }

  private func tooSmall(_ size: ScreenSize) -> [StyledText] {
    let least = Self.smallest
    let words = """
      This window is too small for a question. It needs \(least.columns) columns and \(least.rows) \
      rows. Enlarge it, or press q.
      """
    return Words.wrap(words, to: max(1, size.columns)).map { StyledText($0) }
  }

  private var head: [StyledText] {
    switch content {
    case .evidence(let question), .figures(let question), .note(let question, _):
      return [
        StyledText(ReviewWords.name(question.overview.account), .strong),
        StyledText(ReviewWords.origin(question.overview), .quiet), StyledText(),
      ]
    case .help: return [StyledText("The keys", .strong), StyledText()]
    case .closing: return [StyledText("This sitting", .strong), StyledText()]
    }
  }

  private func body(_ size: ScreenSize) -> [StyledText] {
    switch content {
    case .evidence(let question), .note(let question, _):
      let parts = QuestionRows(question: question, posts: size.rows < 30 ? 3 : 5).parts
      return ReviewRows(parts: parts, width: size.columns).lines
    case .figures(let question):
      return ReviewRows(parts: FigureRows(question: question).parts, width: size.columns).lines
    case .help:
      let parts = ReviewKey.all.map {
        QuestionRows.Part(label: "\($0.letter) \($0.label)", lines: [$0.meaning])
      }
      return ReviewRows(parts: parts + [Self.moving], width: size.columns).lines
    case .closing(let closing):
      return ClosingText(closing: closing, width: size.columns).lines.map { StyledText($0) }
    }
  }

  private static let moving = QuestionRows.Part(
    label: "↑ ↓ space", lines: ["move through a long question"])

  private func foot(_ size: ScreenSize) -> ReviewFoot {
    switch content {
    case .evidence(let question), .figures(let question):
      ReviewFoot(
        message: message, said: ReviewWords.suggestion(question),
        place: "\(question.place) of \(question.length)", keys: ReviewKey.all(for: question),
        width: size.columns)
    case .help:
      ReviewFoot(message: message, said: "", place: "", typing: "Any key goes back.")
    case .note(_, let text):
      ReviewFoot(
        message: "Why do you follow? Enter keeps it, Esc leaves it as it was.", said: "",
        place: "", typing: Self.tail(text, size.columns - 4))
    case .closing:
      ReviewFoot(
        message: message, said: "", place: "",
        keys: ReviewKey.all.filter { $0.action == .undo || $0.action == .quit },
        width: size.columns)
    }
  }

  // A long note is written at its end.
  private static func tail(_ text: String, _ columns: Int) -> String {
    var tail = text[...]
    while !tail.isEmpty, Width.columns(of: String(tail)) > columns { tail.removeFirst() }
    return "> \(tail)_"
  }
}
