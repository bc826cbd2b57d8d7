import Foundation
import PondGraph

/// One account with everything that is shown of it.
struct CaseJSON: Encodable {
  struct PostBody: Encodable {
    @Nullable var title: String?
    @Nullable var url: String?
    @Nullable var published: Date?
    let acts: [String]
  }

  struct Asks: Encodable {
    let asking: Int
    let posts: Int
    let examples: [String]
  }

  let account: AccountJSON
  @Nullable var note: String?
  let recent: [PostBody]
  @Nullable var asks: Asks?
  let samePerson: [ProposalsJSON.Side]

  init(_ accountCase: Pond.AccountCase) {
    account = AccountJSON(accountCase.overview)
    note = accountCase.note
    asks = accountCase.asks.map {
      Asks(asking: $0.asking, posts: $0.posts, examples: $0.examples)
    }
    samePerson = accountCase.others.map(ProposalsJSON.Side.init)
    recent = accountCase.recent.map { remembered in
      PostBody(
        title: remembered.post.title ?? remembered.post.excerpt,
        url: remembered.post.link?.masked, published: remembered.post.published,
        acts: remembered.acts.map(\.rawValue))
    }
  }
}
