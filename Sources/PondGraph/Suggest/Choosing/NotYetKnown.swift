/// The third group of a plan: those who stay followed and of whom nothing is known of the person's
/// attention (model §6.1). They do not compete with what is read; some of them are tried out, the
/// cheapest first, with what the known leave.
package struct NotYetKnown: Hashable, Sendable {
  /// The share of the budget that may be theirs on trial.
  package static let share = 0.1

  /// Those on trial, the cheapest first, equals by key.
  package let onTrial: [AccountKey]
  /// The others: those that cost most first, for their question settles most; then those whose cost is
  /// not known either, by key.
  package let waiting: [AccountKey]
  /// Whether nothing is known of anybody: then the whole room is theirs, by cost alone.
  package let nothingIsKnown: Bool

  /// Divides them.
  /// - Parameters:
  ///   - costs: what reading each takes of the budget; absent where nobody looked.
  ///   - places: how many accounts the close ring holds.
  ///   - spent: what the close ring takes of the budget.
  package init(
    _ accounts: [AccountKey], costs: [AccountKey: Double], caps: Caps, places: Int, spent: Double,
    nothingIsKnown: Bool
  ) {
    let priced = accounts.compactMap { key in costs[key].map { (key: key, cost: $0) } }
      .sorted { ($0.cost, $0.key) < ($1.cost, $1.key) }
    var room = nothingIsKnown ? caps.budget : caps.budget * Self.share
    // What is read comes first: a trial never takes from it.
    room = min(room, caps.budget - spent)
    var onTrial: [AccountKey] = []
    for one in priced where onTrial.count + places < caps.size && one.cost <= room {
      onTrial.append(one.key)
      room -= one.cost
    }
    let tried = Set(onTrial)
    self.onTrial = onTrial
    waiting =
      priced.filter { !tried.contains($0.key) }
      .sorted { ($1.cost, $0.key) < ($0.cost, $1.key) }.map(\.key)
      + accounts.filter { costs[$0] == nil }.sorted()
    self.nothingIsKnown = nothingIsKnown
  }
}
