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
    verdict =
      Ruling(
        rate: rate, share: share, bar: readings.bar, rung: readings.ladder.rung,
        chanceBelowBar: readings.chanceBelowBar
      ).verdict
  }

  /// The smallest number of its newest posts passed over that, had they been read, would have
  /// turned the verdict, and to what; nil where no number would. The chance of lying below the bar
  /// falls and the signal rises with each, so that halving finds it.
  func readingMore() -> (posts: Int, verdict: Verdict)? {
    let gains = self.gains()
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

  /// The most posts a week at which it would be kept, for the same reading; nil where it is kept.
  func postingLess() -> Double? {
    guard verdict != .keep else { return nil }
    var (low, high) = (readings.bar.freePosts, rate.mean)
    while high > low * 1.02 {
      let middle = (low * high).squareRoot()
      if self.verdict(atRate: middle) == .keep { low = middle } else { high = middle }
    }
    return low
  }

  /// The posts a week from which it would no longer be kept, for the same reading, and what it
  /// would be; nil where it is not kept or no volume would turn it.
  func postingMore() -> (rate: Double, verdict: Verdict)? {
    guard verdict == .keep else { return nil }
    var low = max(rate.mean, readings.bar.freePosts)
    guard var high = turned(above: low) else { return nil }
    while high > low * 1.05 {
      let middle = (low * high).squareRoot()
      if self.verdict(atRate: middle) == .keep { low = middle } else { high = middle }
    }
    return (high, self.verdict(atRate: high))
  }

  private func turned(above rate: Double) -> Double? {
    var rate = rate
    for _ in 0..<8 {
      rate *= 4
      if verdict(atRate: rate) != .keep { return rate }
    }
    return nil
  }

  /// What reading the newest passed-over posts would add to the credit, summed up, newest first.
  private func gains() -> [Double] {
    let full = Credits.standard[.read]
    var sum = 0.0
    return readings.observation.sightings.reversed().compactMap { sighting in
      guard sighting.isObservable, sighting.credit < full else { return nil }
      sum += sighting.weight * (full - sighting.credit)
      return sum
    }
  }

  private func verdict(afterCredit gain: Double) -> Verdict {
    let statistics = readings.statistics
    let share = EngagedShare(
      credit: statistics.fadedCredit + gain, posts: statistics.fadedObservablePosts,
      observability: statistics.observability, prior: readings.prior.share)
    return Ruling(rate: rate, share: share, bar: readings.bar, rung: readings.ladder.rung).verdict
  }

  /// The verdict if it posted so many a week, with the same credit among them.
  private func verdict(atRate mean: Double) -> Verdict {
    let statistics = readings.statistics
    let posts = max(0, mean * rate.distribution.rate - readings.prior.rate.shape)
    let seen = statistics.fadedPosts > 0 ? statistics.fadedObservablePosts / statistics.fadedPosts : 1
    let rate = PostingRate(
      posts: posts, weeks: statistics.fadedWeeks, prior: readings.prior.rate)
    let share = EngagedShare(
      credit: statistics.fadedCredit, posts: max(posts * seen, statistics.fadedCredit),
      observability: statistics.observability, prior: readings.prior.share)
    return Ruling(rate: rate, share: share, bar: readings.bar, rung: readings.ladder.rung).verdict
  }
}
