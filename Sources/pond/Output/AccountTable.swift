import Foundation
import PondGraph

/// Accounts as a table that fits the terminal: the name takes what the figures leave.
struct AccountTable {
  private struct Column: Sendable {
    let title: String
    let width: Int
    let alignedRight: Bool
    let text: @Sendable (AccountOverview) -> String
    /// The same in fewer columns, for where it does not fit; nil for what may be cut.
    var brief: (@Sendable (AccountOverview) -> String)?

    func fitting(_ overview: AccountOverview) -> String {
      let text = text(overview)
      guard let brief, Width.columns(of: text) > width else { return text }
      return brief(overview)
    }
  }

  private let columns: [Column]

  private let hasLinks: Bool

  /// A table for a terminal of so many columns: from some 30, where the name, how much it posts and
  /// the verdict stand alone, to wide ones, which also show the last post and the folder.
  init(width: Int, hasLinks: Bool = false) {
    self.hasLinks = hasLinks
    var figures = Self.figures(weeks: width < 100 ? 6 : RecentWeeks.count)
    if width >= 120 { figures.insert(Self.lastPost, at: 0) }
    if width >= 160 { figures.insert(Self.folder, at: 0) }
    for title in ["12 w", "every", "noise", "signal", "seen", "SNR dB (90%)"]
    where width - Self.taken(figures) < 16 {
      figures.removeAll { $0.title == title }
    }
    let name = Column(
      title: "Account", width: max(10, width - Self.taken(figures)), alignedRight: false,
      text: Self.name)
    columns = [name] + figures
  }

  private static func taken(_ figures: [Column]) -> Int { figures.reduce(0) { $0 + $1.width + 1 } }

  /// The line with the columns' names.
  var header: String {
    line { $0.title }
  }

  /// One account.
  func row(_ overview: AccountOverview) -> String {
    let row = line { $0.fitting(overview) }
    guard hasLinks, let name = columns.first?.width, row.count > name else { return row }
    // The name is as wide as its column; the link goes around its words and not around the blanks.
    let cell = Width.pad(Self.name(overview), to: name)
    guard row.hasPrefix(cell) else { return row }
    let words = cell.trimmingBlanksAtEnd
    return Hyperlink.text(words, to: overview.account, isKnown: true) + row.dropFirst(words.count)
  }

  private func line(_ text: (Column) -> String) -> String {
    let cells = columns.map { Width.pad(text($0), to: $0.width, alignedRight: $0.alignedRight) }
    return cells.joined(separator: " ").trimmingBlanksAtEnd
  }

  private static let lastPost = Column(title: "last post", width: 10, alignedRight: false) {
    $0.assessment.lastPost.map(Moment.day) ?? "–"
  }
  private static let folder = Column(title: "in", width: 20, alignedRight: false) { overview in
    let path = overview.account.folders.first { !$0.isEmpty } ?? overview.account.tags
    return Sanitize.line(path.joined(separator: "/"))
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
      Column(title: "SNR dB (90%)", width: 13, alignedRight: true, text: ratio, brief: briefRatio),
      Column(title: "seen", width: 5, alignedRight: true, text: window),
      Column(title: "verdict", width: 8, alignedRight: false, text: verdict),
    ]
  }

  @Sendable private static func name(_ overview: AccountOverview) -> String {
    Sanitize.line(overview.name)
  }

  /// What stands beside the name on a page: every figure but those that are drawn.
  static func cells(_ overview: AccountOverview) -> [(title: String, text: String)] {
    figures(weeks: RecentWeeks.count).filter { $0.title != "12 w" }
      .map { ($0.title, $0.text(overview)) }
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
    if overview.account.key.kind.isPerson { return overview.assessment.saidRung.name }
    guard let snr = overview.assessment.snr else { return "too little" }
    return "\(Words.decibel(snr.mean)) (\(Words.decibel(snr.low))…\(Words.decibel(snr.high)))"
  }

  // The lower end lies beyond -99, which says no more than that it is very low: a figure that is cut in the
  // middle says something else.
  @Sendable private static func briefRatio(_ overview: AccountOverview) -> String {
    guard let snr = overview.assessment.snr, !overview.account.key.kind.isPerson else {
      return ratio(overview)
    }
    return "under \(Words.decibel(snr.high))"
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
