import PondGraph

/// Weeks of an account, a bar a week; a week in which nobody looked is an outline.
struct RhythmStrip {
  private let name: String
  private let weeks: [Int?]
  private let isKept: Bool

  /// The last twelve weeks of a kept account.
  init(_ overview: AccountOverview) {
    name = "The last twelve weeks"
    weeks = overview.assessment.weeks.posts
    isKept =
      overview.decision.map { !$0.answer.leavesTheList }
      ?? (overview.assessment.verdict == .keep)
  }

  /// Weeks of anybody, the oldest first.
  init(_ name: String, weeks: [Int?]) {
    self.name = name
    self.weeks = weeks
    isKept = true
  }

  /// A term and its picture; empty for who is not kept, or was not seen in that time.
  var html: String {
    let most = weeks.compactMap { $0 }.max() ?? 0
    guard isKept, most > 0 else { return "" }
    let bars = weeks.enumerated().map { place, posts -> String in
      let x = SVG.number(Double(place) * 10 + 1)
      guard let posts else {
        return "<rect class=\"none\" x=\"\(x)\" y=\"9\" width=\"8\" height=\"2\"/>"
      }
      let height = Double(posts) / Double(most) * 11
      return "<rect x=\"\(x)\" y=\"\(SVG.number(11 - height))\" width=\"8\" "
        + "height=\"\(SVG.number(height))\"/>"
    }
    let words = weeks.map { $0.map(Words.grouped) ?? "not seen" }.joined(separator: ", ")
    return """
      <dt>\(name)</dt><dd><svg class="strip" viewBox="0 0 \(weeks.count * 10) 12" \
      preserveAspectRatio="none" role="img" aria-label="Posts a week, the oldest first: \(words)">\
      \(bars.joined())</svg></dd>
      """
  }
}
