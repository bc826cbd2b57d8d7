/// A switch that a list of the fediverse has for each account. It is kept among the labels, and says how
/// posts are shown, not what they are about.
package enum ListSwitch: String, CaseIterable, Sendable {
  /// What the account passes on is not shown.
  case boostsHidden = "boosts hidden"
  /// Each of its posts is announced.
  case notify
}

extension Account {
  /// The labels that may tell what it is about.
  package var topicalTags: [String] {
    guard key.kind == .fediverse else { return tags }
    return tags.filter { ListSwitch(rawValue: $0) == nil }
  }
}
