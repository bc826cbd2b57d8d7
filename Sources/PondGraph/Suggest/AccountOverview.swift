/// An account with what was computed of it and what the person answered: what lists, plans and
/// questions show.
public struct AccountOverview: Sendable {
  /// Who it is.
  public let account: Account
  /// What was computed.
  public let assessment: Assessment
  /// The person's standing answer; nil where none was given.
  public let decision: Decision?
  /// What the person declared of it beyond their answers.
  public let declared: [DeclaredWord]

  /// Makes an overview of its parts.
  public init(
    account: Account, assessment: Assessment, decision: Decision?,
    declared: [DeclaredWord] = []
  ) {
    self.account = account
    self.assessment = assessment
    self.decision = decision
    self.declared = declared
  }
}
