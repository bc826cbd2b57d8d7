import PondGraph

/// A source of which there is enough to say, by its figures, each with what is not known of it. Of
/// people no figure is told (R2).
struct MeasuredSource {
  let overview: AccountOverview
  /// Posts a week.
  let rate: Double
  let rates: ClosedRange<Double>
  /// The share of them that was worth attention.
  let share: Double
  let likely: ClosedRange<Double>
  /// The share that its volume asks for.
  let required: Double
  let chanceBelow: Double

  /// Nil for people, and where there is too little to say.
  init?(_ overview: AccountOverview) {
    let assessment = overview.assessment
    guard !overview.account.key.kind.isPerson, let interval = assessment.actualShareInterval,
      let rate = assessment.postsPerWeek, let share = assessment.actualShare, rate > 0
    else { return nil }
    self.overview = overview
    self.rate = rate
    rates = assessment.postsPerWeekInterval ?? rate...rate
    self.share = share
    likely = interval
    required = assessment.requiredShare ?? 0
    chanceBelow = assessment.probabilityBelowBar ?? 0
  }

  /// What it is called, still to be made harmless.
  var name: String { overview.name }

  /// Whether its share lies below what its volume asks for, with nine chances in ten.
  var isBelow: Bool { chanceBelow >= 0.9 }

  /// Its figures in words.
  var words: String {
    """
    \(Words.figure(rate)) posts a week, \(Words.percent(share)) worth your attention \
    (\(Words.percent(likely.lowerBound)) to \(Words.percent(likely.upperBound))), \
    the bar \(Words.percent(required))
    """
  }
}
