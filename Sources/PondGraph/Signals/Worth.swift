/// What an account gives in a week: its signal, and a little for being glimpsed (model §6).
package enum Worth {
  /// ε: what being glimpsed comes to at most, in parts of what an ordinary account of this person
  /// gives.
  package static let ambience = 0.25

  /// How far an account is glimpsed, 0…1: `min(λ/λ₀, 1)` saturates at the volume that is free.
  package static func glimpsed(postsPerWeek rate: Double, bar: Bar) -> Double {
    min(max(0, rate) / bar.freePosts, 1)
  }

  /// `amb = ε·s̄·min(λ/λ₀, 1)`, in items a week: it costs nothing, and scaled by s̄ it never outweighs
  /// what is read, however faint the person's signals are.
  /// - Parameter usual: s̄, the mean signal of the person's accounts whose signal is known.
  /// - Parameter ambience: ε for this person.
  package static func ambient(
    postsPerWeek rate: Double, bar: Bar, usual: Double, ambience: Double = Worth.ambience
  ) -> Double {
    ambience * usual * glimpsed(postsPerWeek: rate, bar: bar)
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    Being glimpsed counts a quarter of what an ordinary account gives you: company
    breaks ties, and never outweighs what you read. With s the mean signal of your
    accounts whose signal is known, and v 2, 1 or 1/2 for what you declared more,
    as, or less important than the rest:
      ambient = \(Figures.decimal(ambience, 2)) * s * min(lambda / lambda0, 1)
      worth w = v * (signal + ambient)
    """
  }
}
