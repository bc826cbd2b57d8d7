/// What an account gives in a week: its signal, and a little for being glimpsed (model §3).
package enum Worth {
  /// ε: what being glimpsed can come to at most.
  package static let ambience = 0.25

  /// `amb(λ) = ε·min(λ/λ₀, 1)`: counts, saturates, costs nothing.
  package static func ambient(rate: PostingRate, bar: Bar) -> Double {
    ambience * min(rate.mean / bar.freePosts, 1)
  }

  /// w = s + amb(λ), in items a week.
  package static func worth(_ reading: SignalAndNoise, rate: PostingRate, bar: Bar) -> Double {
    reading.signal + ambient(rate: rate, bar: bar)
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    Being glimpsed counts too, saturates, and costs nothing:
      ambient = \(Figures.decimal(ambience, 2)) * min(lambda / lambda0, 1)
      worth = signal + ambient
    """
  }
}
