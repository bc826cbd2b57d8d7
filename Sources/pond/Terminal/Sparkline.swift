import Foundation

/// Posts a week as a row of small bars, on one scale for all accounts, so that two rows can be
/// compared.
struct Sparkline {
  /// The fewest posts a week of each height.
  static let steps = [0, 1, 2, 4, 8, 20, 60, 200]
  private static let bars = Array("▁▂▃▄▅▆▇█")
  private static let letters = Array("_.:-=+*#")

  private let signs: [Character]

  /// - Parameter unicode: whether bars can be shown; else letters of rising weight stand in.
  init(unicode: Bool = Locale.showsUnicode) {
    signs = unicode ? Self.bars : Self.letters
  }

  /// The row, oldest week first; a blank for what was not observed.
  /// - Parameter columns: how wide; fewer than there are weeks put neighbours together.
  func row(_ weeks: [Int?], columns: Int) -> String {
    let span = max(1, (weeks.count + columns - 1) / max(1, columns))
    let groups = stride(from: 0, to: weeks.count, by: span).map { start in
      weeks[start..<min(start + span, weeks.count)].compactMap { $0 }
    }
    return String(groups.map(sign))
  }

  private func sign(_ weeks: [Int]) -> Character {
    guard !weeks.isEmpty else { return " " }
    // Rounded up: one post in two weeks is not none.
    let mean = (weeks.reduce(0, +) + weeks.count - 1) / weeks.count
    let step = Self.steps.lastIndex { mean >= $0 } ?? 0
    return signs.indices.contains(step) ? signs[step] : " "
  }
}

extension Locale {
  /// Whether bars can be shown: unless a terminal's locale names an encoding that has none. What goes
  /// into a file or a pipe is the same everywhere.
  static let showsUnicode: Bool = {
    guard isatty(STDOUT_FILENO) == 1 else { return true }
    let environment = ProcessInfo.processInfo.environment
    let told = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let name = told?.lowercased() else { return true }
    return name.contains("utf-8") || name.contains("utf8")
  }()
}
