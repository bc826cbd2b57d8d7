import Foundation
import PondGraph

/// What `pond intend --json` prints; docs/JSONOutput.md says what each key is.
struct IntentionsJSON: Encodable {
  struct Entry: Encodable {
    let number: Int
    let text: String
    @Nullable var account: ProposalsJSON.Side?
    @Nullable var due: Date?
    let at: Date
    let state: String
    @Nullable var closedAt: Date?

    init(_ line: Pond.IntentionLine) {
      number = line.intention.number
      text = line.intention.text
      account = line.account.map { ProposalsJSON.Side($0) }
      due = line.intention.due
      at = line.intention.at
      (state, closedAt) =
        switch line.intention.state {
        case .open: ("open", nil)
        case .done(let at): ("done", at)
        case .dropped(let at): ("dropped", at)
        }
    }
  }

  struct Offer: Encodable {
    let text: String
    let account: ProposalsJSON.Side
    let ground: String
    @Nullable var at: Date?
    @Nullable var posts: Int?
    @Nullable var accounts: Int?

    init(_ proposal: Proposal) {
      text = IntentionText.words(proposal)
      account = ProposalsJSON.Side(proposal.account)
      switch proposal.ground {
      case .addressed(let at):
        ground = "addressed"
        self.at = at
      case .elsewhere(let posts, let since):
        ground = "elsewhere"
        at = since
        self.posts = posts
      case .shelf(let posts, let accounts):
        ground = "shelf"
        self.posts = posts
        self.accounts = accounts
      }
    }
  }

  let intentions: [Entry]
  let proposals: [Offer]

  init(_ lines: [Pond.IntentionLine], _ proposals: [Proposal]) {
    intentions = lines.map(Entry.init)
    self.proposals = proposals.map(Offer.init)
  }
}
