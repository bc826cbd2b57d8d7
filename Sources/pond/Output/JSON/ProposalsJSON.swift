import PondGraph

/// Who may be one person, as JSON: `{"proposals":[…]}`, the strongest reasons first.
struct ProposalsJSON: Encodable {
  struct Side: Encodable {
    let id: String
    let kind: String
    let key: String
    @Nullable var title: String?

    init(_ account: Account) {
      id = account.id.value
      kind = account.key.kind.rawValue
      key = account.key.shown
      title = account.title
    }
  }

  struct Proposal: Encodable {
    let one: Side
    let other: Side
    let reason: String
  }

  let proposals: [Proposal]

  init(_ proposals: [SamePersonProposal]) {
    self.proposals = proposals.map {
      Proposal(one: Side($0.one), other: Side($0.other), reason: $0.reason.sentence)
    }
  }
}
