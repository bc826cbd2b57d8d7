/// The share of its posts that an account has to be worth, which rises with its volume (model §3).
///
/// `bar(λ) = μ·max(0, 1 − λ₀/λ)`: zero up to the free volume, rising beyond it, tending to μ. An
/// account is over the bar exactly when its signal is at least μ(λ − λ₀). Without the allowance the
/// linear optimum would fall with volume.
package struct Bar: Hashable, Sendable {
  /// A: the minutes a week that every account has free, until a person says otherwise.
  package static let allowance = 4.0
  /// μ: what every post past the allowance costs, in items worth attention, until a person says otherwise.
  package static let price = 0.10
  /// How many times the free volume may be kept without a question where attention is unknown.
  package static let worthAsking = 2.0

  /// λ₀: the posts a week that cost nothing: one essay, or twenty short notes.
  package let freePosts: Double
  /// μ for this person.
  package let price: Double
  /// A for this person.
  package let allowance: Double

  /// The bar for posts that ask for so many minutes each, above 0.
  package init(minutesPerPost: Double, by measures: Measures = .standard) {
    price = measures.price
    allowance = measures.allowance
    freePosts = measures.allowance / max(minutesPerPost, ReadingCost.bounds.lowerBound)
  }

  /// The share required at a number of posts a week.
  package func required(at rate: Double) -> Double {
    rate > freePosts ? price * (1 - freePosts / rate) : 0
  }

  /// The volume at which a signal, in items a week, just meets the bar.
  package func volume(metBy signal: Double) -> Double { freePosts + signal / price }

  /// The chance that the engaged share lies below the bar, over all that is not known of the share
  /// and of the rate: ∫ P(p < bar(λ)) f(λ) dλ. Right to 1e-6.
  package func chanceBelow(
    rate: PostingRate, share: EngagedShare, by quadrature: Quadrature = .standard
  ) -> Double {
    let spread = rate.distribution.reach(deviations: 6)
    guard spread.upperBound > freePosts else { return 0 }
    let from = max(freePosts, spread.lowerBound)
    let length = spread.upperBound - from
    let sum = quadrature.nodes.reduce(0) { sum, node in
      // The share's distribution begins like a root at λ₀; squaring the variable evens that out.
      let rateHere = from + length * node.place * node.place
      let weight =
        node.weight * 2 * node.place * length * rate.distribution.density(at: rateHere)
      guard weight > 1e-10 else { return sum }
      return sum + weight * share.chanceBelow(required(at: rateHere))
    }
    return min(1, sum)
  }

  /// Whether that chance is at least as high as is needed to speak against an account: the same
  /// answer, mostly from the share at both ends of the rate alone.
  package func isTooHigh(rate: PostingRate, share: EngagedShare) -> Bool {
    let wide = rate.distribution.reach(deviations: 6)
    guard share.chanceBelow(required(at: wide.upperBound)) >= Certainty.needed else { return false }
    let low = rate.distribution.reach(deviations: 3).lowerBound
    // At most one rate in 700 lies below that end.
    if share.chanceBelow(required(at: low)) * 0.995 >= Certainty.needed { return true }
    return chanceBelow(rate: rate, share: share) >= Certainty.needed
  }
}

extension GammaDistribution {
  /// The values so many standard deviations out, by Wilson and Hilferty's cube root (1931); beyond
  /// six lies less than one chance in a hundred million.
  fileprivate func reach(deviations: Double) -> ClosedRange<Double> {
    let centre = 1 - 1 / (9 * shape)
    let spread = deviations / (3 * shape.squareRoot())
    let low = max(0, centre - spread)
    // A cube root is too short for shapes far below 1, whose tail is that of an exponential.
    let high = max(shape * cube(max(0, centre + spread)), min(shape, 1) * 20)
    return shape * cube(low) / rate...high / rate
  }

  private func cube(_ x: Double) -> Double { x * x * x }
}

extension Bar {
  /// The paragraph that `pond explain bar` prints.
  package static var explanation: String {
    let free = Figures.count(allowance)
    return """
      An account that posts much has to be worth more of your attention per post
      than one that posts little. Every account has \(free) minutes a week free:
        lambda0 = \(free) / minutes per post        posts a week that cost nothing
        bar(lambda) = \(Figures.decimal(price, 2)) * max(0, 1 - lambda0 / lambda)
      Up to lambda0 the bar is zero: silence is never noise, and a short note every
      other day is company. Past it, each further post costs \(Figures.decimal(price, 2)) of an \
      item that
      was worth reading.

      \(BarCurve().text)

      Letting go is suggested only where the chance is at least \
      \(Figures.percent(Certainty.needed)) that your share
      lies below the bar, over everything that is not known of share and volume.
      """
  }
}
