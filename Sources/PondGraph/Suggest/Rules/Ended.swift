extension Rule {
  /// What ended by its own rhythm is told from its posts alone, before any question of attention.
  static let ended = Rule(
    name: "ended", outcome: "archive",
    paragraph: """
      It ended by its own rhythm, whatever you read of it: silent for \
      \(Figures.count(Ending.gaps)) times the gap that nine in ten do not exceed, and for \
      \(Figures.count(Ending.silence)) weeks at least. A season may return within the year. Its \
      address is kept.
      """
  ) { readings in
    readings.hasEnded ? (.archive, .ended) : nil
  }
}

/// When a silence is an end (model §4).
package enum Ending {
  /// The shortest silence that ends an account, in weeks.
  package static let silence = 26.0
  /// The same in gaps that nine in ten of its own do not exceed.
  package static let gaps = 3.0
}

extension Readings {
  /// Whether its silence is longer than its own rhythm and its season explain.
  package var hasEnded: Bool {
    guard let rhythm, rhythm.silence >= endingSilence(of: rhythm) else { return false }
    return season.map { rhythm.silence > $0.patience } ?? true
  }

  /// The weeks of silence from which it has ended, season left out.
  package func endingSilence(of rhythm: Rhythm) -> Double {
    max(Ending.gaps * rhythm.ninetieth.weeks, Ending.silence)
  }
}
