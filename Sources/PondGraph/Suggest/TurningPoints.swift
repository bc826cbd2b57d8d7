import Foundation

/// At which figures the verdict on an account would turn, found by weighing those figures.
struct TurningPoints: Sendable {
  private let readings: Readings
  private let rate: PostingRate
  private let share: EngagedShare
  private let verdict: Verdict

  /// Nil where there are no figures to weigh.
  init?(_ readings: Readings) {
    guard let rate = readings.rate, let share = readings.share else { return nil }
    self.readings = readings
    self.rate = rate
    self.share = share
    verdict = Ruling(readings, after: .tooLittleSeen).verdict
  }

  /// The smallest number of its newest posts passed over that, had they been read, would have
  /// turned the verdict, and to what; nil where no number would. The chance of lying below the bar
  /// falls and the signal rises with each, so that halving finds it.
  func readingMore() -> (posts: Int, verdict: Verdict)? {
    let gains = readings.own.passedOver
    guard let all = gains.last, self.verdict(afterCredit: all) != verdict else { return nil }
    var range = 0..<gains.count - 1
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if self.verdict(afterCredit: gains[middle]) == verdict {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    guard gains.indices.contains(range.lowerBound) else { return nil }
    return (range.lowerBound + 1, self.verdict(afterCredit: gains[range.lowerBound]))
  }

  /// The most posts a week, to a twentieth, at which it would be kept for the same reading; nil
  /// where it is kept.
  func postingLess() -> Double? {
    guard verdict != .keep else { return nil }
    var rate = turn(between: readings.bar.freePosts, and: self.rate.mean)
    while rate > readings.bar.freePosts, verdict(atRate: rate) != .keep { rate /= Self.step }
    return max(rate, readings.bar.freePosts)
  }

  /// The fewest posts a week, to a twentieth, from which it would no longer be kept for the same
  /// reading, and what it would be; nil where it is not kept or no volume would turn it.
  func postingMore() -> (rate: Double, verdict: Verdict)? {
    guard verdict == .keep else { return nil }
    let low = max(self.rate.mean, readings.bar.freePosts)
    var rate = turn(between: low, and: low * 10_000)
    for _ in 0..<40 {
      let turned = verdict(atRate: rate)
      if turned != .keep { return (rate, turned) }
      rate *= Self.step
    }
    return nil
  }

  private static let step = 1.05

  /// The rate at which the chance of lying below the bar turns if the rate were known exactly: near
  /// the true turn, and found with one look at the share for each halving.
  private func turn(between low: Double, and high: Double) -> Double {
    var (low, high) = (low, high)
    while high > low * Self.step {
      let middle = (low * high).squareRoot()
      let below = figures(atRate: middle).share.chanceBelow(readings.bar.required(at: middle))
      if below < Certainty.needed { low = middle } else { high = middle }
    }
    return high
  }

  private func verdict(afterCredit gain: Double) -> Verdict {
    let statistics = readings.statistics
    let share = EngagedShare(
      credit: statistics.fadedCredit + gain, posts: statistics.fadedObservablePosts,
      observability: statistics.observability, prior: readings.prior.share)
    return weighed(rate, share)
  }

  /// What the rules would say if it posted so many a week, with the same credit among them.
  func verdict(atRate mean: Double) -> Verdict {
    let (rate, share) = figures(atRate: mean)
    return weighed(rate, share)
  }

  /// What the rules would say of other figures.
  private func weighed(_ rate: PostingRate, _ share: EngagedShare) -> Verdict {
    Ruling(readings.imagining(rate: rate, share: share), after: .tooLittleSeen).verdict
  }

  /// Rate and share if it posted so many a week, with the same credit among them.
  private func figures(atRate mean: Double) -> (rate: PostingRate, share: EngagedShare) {
    let statistics = readings.statistics
    let posts = max(0, mean * rate.distribution.rate - readings.prior.rate.shape)
    let seen =
      statistics.fadedPosts > 0 ? statistics.fadedObservablePosts / statistics.fadedPosts : 1
    let rate = PostingRate(posts: posts, weeks: statistics.fadedWeeks, prior: readings.prior.rate)
    let share = EngagedShare(
      credit: statistics.fadedCredit, posts: max(posts * seen, statistics.fadedCredit),
      observability: statistics.observability, prior: readings.prior.share)
    return (rate, share)
  }
}
