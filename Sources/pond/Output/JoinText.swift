import PondGraph

/// Accounts that are, or may be, one person's.
enum JoinText {
  /// `Ada Example (feed, 0123456789)`.
  static func name(_ account: Account) -> String {
    let title = Sanitize.title(account.title ?? account.key.shown)
    return "\(title) (\(account.key.kind.rawValue), \(account.id))"
  }

  /// A proposal: both, why, and the command that joins them.
  static func lines(_ proposal: SamePersonProposal) -> [String] {
    [
      name(proposal.one), "  and \(name(proposal.other))",
      "  \(Sanitize.line(proposal.reason.sentence))",
      "  pond join \(proposal.one.id) \(proposal.other.id)", "",
    ]
  }
}
