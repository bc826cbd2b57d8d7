/// How sure the figures have to be before they speak against an account (model §4).
package enum Certainty {
  /// The chance of lying below the bar from which leaving is suggested.
  package static let needed = 0.90
}
