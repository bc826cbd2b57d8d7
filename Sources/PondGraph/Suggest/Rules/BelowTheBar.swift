extension Rule {
  /// Only what lies below the bar as good as certainly is thinned or let go (model §3).
  static let belowTheBar = Rule(
    name: "below the bar", outcome: "thin or let-go",
    paragraph: """
      The chance is at least \(Figures.percent(Certainty.needed)) that the share of it worth your \
      attention lies below what its volume asks for (pond explain bar): thin where \
      \(Figures.decimal(RealSignal.least, 1)) items a week or more are worth your attention, so \
      that there is less of it to wish for and not none; else let-go.
      """
  ) { readings in
    guard let rate = readings.rate, let share = readings.share, readings.isBelowBar else {
      return nil
    }
    let signal = rate.mean * share.mean
    return (signal >= RealSignal.least ? .thin : .letGo, .belowBar)
  }
}

/// From when on an account gives something (model §4).
package enum RealSignal {
  /// The items a week from which there is less of an account to wish for, and not none.
  package static let least = 0.5
}

extension Readings {
  /// Whether its share lies below the bar, as good as certainly.
  fileprivate var isBelowBar: Bool {
    if let chanceBelowBar { return chanceBelowBar >= Certainty.needed }
    guard let rate, let share else { return false }
    return bar.isTooHigh(rate: rate, share: share)
  }
}
