import Foundation
import PondGraph

/// Accounts as a table that fits the terminal: the name takes what the figures leave.
struct AccountTable {
  private struct Column: Sendable {
    let title: String
    let width: Int
    let alignedRight: Bool
    let text: @Sendable (AccountOverview) -> String
  }

  private let columns: [Column]

  /// A table for a terminal of so many columns.
  init(width: Int) {
    let figures = Self.figures(weeks: width < 100 ? 6 : RecentWeeks.count)
    let taken = figures.reduce(0) { $0 + $1.width + 1 }
    let name = Column(
      title: "Account", width: max(16, width - taken), alignedRight: false, text: Self.name)
    columns = [name] + figures
  }

  /// The line with the columns' names.
  var header: String {
    line { $0.title }
  }

  /// One account.
  func row(_ overview: AccountOverview) -> String {
    line { $0.text(overview) }
  }

  private func line(_ text: (Column) -> String) -> String {
    let cells = columns.map { Width.pad(text($0), to: $0.width, alignedRight: $0.alignedRight) }
    return cells.joined(separator: " ").trimmingBlanksAtEnd
  }

  private static func figures(weeks: Int) -> [Column] {
    let sparkline = Sparkline()
    return [
      Column(title: "a week", width: 6, alignedRight: true) { figure($0.assessment.postsPerWeek) },
      Column(title: "12 w", width: weeks, alignedRight: false) {
        sparkline.row($0.assessment.weeks.posts, columns: weeks)
      },
      Column(title: "every", width: 6, alignedRight: true, text: rhythm),
      Column(title: "signal", width: 6, alignedRight: true) { measured($0, $0.assessment.signal) },
      Column(title: "noise", width: 5, alignedRight: true) { measured($0, $0.assessment.noise) },
      Column(title: "SNR dB (90 %)", width: 13, alignedRight: true, text: ratio),
      Column(title: "seen", width: 5, alignedRight: true, text: window),
      Column(title: "verdict", width: 8, alignedRight: false, text: verdict),
    ]
  }

  @Sendable private static func name(_ overview: AccountOverview) -> String {
    Sanitize.line(overview.name)
  }

  // Sources have figures, people have words (R2).
  @Sendable private static func measured(_ overview: AccountOverview, _ value: Double?) -> String {
    overview.account.key.kind.isPerson ? "" : figure(value)
  }

  @Sendable private static func figure(_ value: Double?) -> String {
    value.map(Words.figure) ?? "–"
  }

  @Sendable private static func rhythm(_ overview: AccountOverview) -> String {
    guard let gap = overview.assessment.rhythm?.median else { return "–" }
    return (gap.isAtLeast ? "≥" : "") + Words.span(weeks: gap.weeks)
  }

  // Never without its interval; too little to say is said (model.md §2).
  @Sendable private static func ratio(_ overview: AccountOverview) -> String {
    if overview.account.key.kind.isPerson { return overview.assessment.rung.name }
    guard let snr = overview.assessment.snr else { return "too little" }
    return "\(Words.decibel(snr.mean)) (\(Words.decibel(snr.low))…\(Words.decibel(snr.high)))"
  }

  @Sendable private static func window(_ overview: AccountOverview) -> String {
    guard let window = overview.assessment.window else { return "no" }
    return Words.span(weeks: window.seconds / (7 * 86_400))
  }

  // The person's own answer is marked, for it is theirs.
  @Sendable private static func verdict(_ overview: AccountOverview) -> String {
    guard let answer = overview.decision?.answer else {
      return overview.assessment.verdict.rawValue
    }
    return "✓" + answer.rawValue
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmingBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
