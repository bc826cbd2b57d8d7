import Foundation

// Empirical Bayes: the parameters of a prior under which the accounts as a whole are likeliest,
// with each account's own share and rate integrated out (Robbins 1956; Efron and Morris 1973).

/// How strongly learnt parameters are drawn to where they started: the inverse variance of their
/// logarithms.
package enum Pull: Double, Sendable {
  /// A kind of source is drawn lightly to the fall-back: a handful of accounts outweighs it.
  case kind = 1
  /// A folder is drawn to its kind as by a dozen accounts.
  case folder = 8
}

extension Prior {
  /// The most posts that what others do may weigh against an account's own.
  static let mostWeight = 30.0
  /// The least that a parameter may be: below it, intervals in decibels lose all meaning.
  static let leastWeight = 0.1

  /// The prior under which the statistics are likeliest, drawn to `centre`.
  package static func learnt(
    from statistics: [Statistics], around centre: Prior, pull: Pull
  ) -> Prior {
    Prior(
      share: share(from: statistics, around: centre.share, pull: pull),
      rate: rate(from: statistics, around: centre.rate, pull: pull))
  }

  private static func share(
    from statistics: [Statistics], around centre: BetaDistribution, pull: Pull
  ) -> BetaDistribution {
    let counts = statistics.filter { $0.fadedObservablePosts > 0 }.map { statistics in
      let posts = statistics.fadedObservablePosts
      return Counts(of: min(posts, statistics.fadedCredit), in: posts)
    }.sorted()
    let start = Hill.Place(x: log(centre.a), y: log(centre.b))
    let top = Hill.top(from: start, pull: pull.rawValue) { place in
      shareLikelihood(a: exp(place.x), b: exp(place.y), counts)
    }
    let (a, b) = (max(exp(top.x), leastWeight), max(exp(top.y), leastWeight))
    let excess = max(1, (a + b) / mostWeight)
    return BetaDistribution(a: max(a / excess, leastWeight), b: max(b / excess, leastWeight))
  }

  private static func rate(
    from statistics: [Statistics], around centre: GammaDistribution, pull: Pull
  ) -> GammaDistribution {
    let counts = statistics.filter { $0.fadedWeeks > 0 }.map {
      Counts(of: $0.fadedPosts, in: $0.fadedWeeks)
    }.sorted()
    let start = Hill.Place(x: log(centre.shape), y: log(centre.rate))
    let top = Hill.top(from: start, pull: pull.rawValue) { place in
      rateLikelihood(shape: exp(place.x), rate: exp(place.y), counts)
    }
    let (shape, rate) = (max(exp(top.x), leastWeight), exp(top.y))
    // Shrunk as a whole, so that the mean stays where it is.
    let excess = max(1, shape / mostWeight)
    return GammaDistribution(shape: shape / excess, rate: rate / excess)
  }

  /// Σ ln B(a+k, b+n−k) − ln B(a, b), with its slopes in ln a and ln b.
  private static func shareLikelihood(a: Double, b: Double, _ counts: [Counts]) -> Hill.Ground {
    let (atA, atB, both) = (LogGamma(a), LogGamma(b), LogGamma(a + b))
    var sum = Hill.Ground()
    for count in counts {
      let (hits, misses) = (LogGamma(a + count.of), LogGamma(b + count.in - count.of))
      let all = LogGamma(a + b + count.in)
      sum.height +=
        hits.value + misses.value - all.value - atA.value - atB.value + both.value
      sum.x += hits.digamma - all.digamma - atA.digamma + both.digamma
      sum.y += misses.digamma - all.digamma - atB.digamma + both.digamma
      sum.xx += hits.trigamma - all.trigamma - atA.trigamma + both.trigamma
      sum.yy += misses.trigamma - all.trigamma - atB.trigamma + both.trigamma
      sum.xy += both.trigamma - all.trigamma
    }
    return sum.inLogarithms(a, b)
  }

  /// Σ α ln β − ln Γ(α) + ln Γ(α+n) − (α+n) ln(β+W), with its slopes in ln α and ln β.
  private static func rateLikelihood(
    shape: Double, rate: Double, _ counts: [Counts]
  ) -> Hill.Ground {
    let atShape = LogGamma(shape)
    let logRate = log(rate)
    var sum = Hill.Ground()
    for count in counts {
      let after = LogGamma(shape + count.of)
      let time = rate + count.in
      let posts = shape + count.of
      sum.height += shape * logRate - atShape.value + after.value - posts * log(time)
      sum.x += logRate - atShape.digamma + after.digamma - log(time)
      sum.y += shape / rate - posts / time
      sum.xx += after.trigamma - atShape.trigamma
      sum.yy += posts / (time * time) - shape / (rate * rate)
      sum.xy += 1 / rate - 1 / time
    }
    return sum.inLogarithms(shape, rate)
  }
}

/// So many of so many, ordered by value: sums over them depend on no name and no order.
private struct Counts: Comparable {
  let of: Double
  let `in`: Double

  init(of: Double, in whole: Double) {
    self.of = of
    self.in = whole
  }

  static func < (left: Counts, right: Counts) -> Bool {
    left.of != right.of ? left.of < right.of : left.in < right.in
  }
}
