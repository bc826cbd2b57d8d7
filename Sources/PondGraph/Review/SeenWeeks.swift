package import Foundation

/// Posts week by week, with the weeks that nobody saw told apart from those without a post (I6).
package enum SeenWeeks {
  /// How many weeks are shown: half a year.
  package static let shown = 26

  /// The counts, nil for a week that lies outside of what was observed.
  /// - Parameter counts: the oldest week first; the last one ends now.
  package static func counts(_ counts: [Int], within window: Span?, now: Date) -> [Int?] {
    let week = 7 * 86_400.0
    return counts.enumerated().map { place, count in
      let end = now.addingTimeInterval(-Double(counts.count - 1 - place) * week)
      guard let window, window.from < end, window.to > end.addingTimeInterval(-week) else {
        return nil
      }
      return count
    }
  }
}
