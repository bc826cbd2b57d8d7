/// What a wrong guess about an account costs, in items a week worth attention (model §8.1):
/// `λ·min(E[(p − bar)₊], E[(bar − p)₊])`.
///
/// Whoever keeps it loses `λ·E[(bar − p)₊]` on average, whoever lets it go `λ·E[(p − bar)₊]`; the wiser
/// of the two guesses loses the smaller, and an answer can win no more than that. (It is the expected
/// value of perfect information on one account: Raiffa and Schlaifer, Applied Statistical Decision
/// Theory, 1961, chapter 4.)
package enum TastingLoss {
  /// The loss at which a tasting stops by itself, in items a week.
  package static let little = 0.02
  /// The days of posts among which the next is drawn.
  package static let days = 90.0

  /// The loss for an account whose share and rate are known so well and no better.
  package static func itemsPerWeek(rate: PostingRate, share: EngagedShare, bar: Bar) -> Double {
    let required = bar.required(at: rate.mean)
    guard required > 0 else { return 0 }
    let short = share.shortfall(of: required)
    // E[(p − bar)₊] − E[(bar − p)₊] = E[p] − bar.
    let over = max(0, share.mean - required + short)
    return rate.mean * min(short, over)
  }

  /// The loss for an account with these statistics; where no attention to it could be seen, the prior
  /// alone speaks. 0 for one that was never looked at.
  package static func itemsPerWeek(
    _ statistics: Statistics, prior: Prior, minutesPerPost: Double,
    by measures: Measures = .standard
  ) -> Double {
    guard let rate = PostingRate(statistics, prior: prior.rate) else { return 0 }
    let share =
      EngagedShare(statistics, prior: prior.share)
      ?? EngagedShare(credit: 0, posts: 0, observability: 1, prior: prior.share)
    return itemsPerWeek(
      rate: rate, share: share, bar: Bar(minutesPerPost: minutesPerPost, by: measures))
  }
}

extension EngagedShare {
  /// E[(required − p)₊] for a required share up to 1, where p = min(1, q/o) and q ~ Beta(a, b):
  /// `required·I_x(a, b) − (E[q]/o)·I_x(a + 1, b)` at x = required·o, for the mean of a Beta variable cut
  /// off at x is `E[q]·I_x(a + 1, b)` (by the definition of I, DLMF 8.17.1). Never below 0.
  package func shortfall(of required: Double) -> Double {
    let place = min(1, required) * observability
    let raised = BetaDistribution(a: traced.a + 1, b: traced.b)
    return max(
      0,
      required * traced.chanceBelow(place)
        - traced.mean / observability * raised.chanceBelow(place))
  }
}

extension TastingLoss {
  /// The paragraphs that `pond explain tasting` prints.
  package static var explanation: String {
    """
    pond taste shows posts without who wrote them, and asks whether you would read
    them. The next post comes from the account where a wrong guess would cost you
    most, in items a week worth your attention, divided by one more than the
    answers that it had, for a tenth answer tells less than a first:
      loss = lambda * min(E[(p - bar)+], E[(bar - p)+])
      next = the largest loss / (1 + answers)
    It is drawn at random among that account's posts of \(Figures.count(days)) days, the same way in
    every run; no account comes twice in a row while another promises half as
    much. A tasting stops by itself where the largest loss is below \(Figures.decimal(little, 2)) items a
    week.

    An answer counts in the share of posts worth your attention like an act that
    could not have been missed (pond explain credits) and fades like one. It moves
    no account on the ladder.
    """
  }
}
