/// Chooses for a moment of the past as a plan would have chosen then, among everybody who was observed:
/// whom the verdicts would have let go too, for the rules that it is held against choose among them.
package enum PastChoosing {
  /// The pond under the caps at a price, and everybody in the order in which it would take them: the
  /// candidates as it would have them read, then whoever is no candidate, by key.
  package static func choice(
    of overviews: [AccountOverview], caps: Caps, price: Double
  ) -> PastCheck.Choice {
    let competing = CompetingAccounts(overviews, titles: [:], includingLeaving: true)
    let candidates = Candidates(competing, caps: caps, cost: { $0.minutesPerWeek ?? 0 })
    let priced = PondChoice(
      candidates.all, topicWeights: competing.topics.weights, caps: caps
    ).priced(at: price)
    let order = priced.pond.orderOfReading(beside: priced.plain)
    let rest = Set(overviews.map(\.account.key)).subtracting(order).sorted()
    return PastCheck.Choice(pond: priced.pond, plain: priced.plain, order: order + rest)
  }
}
