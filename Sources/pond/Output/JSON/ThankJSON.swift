import Foundation
import PondGraph

/// What `pond thank --json` prints; docs/JSONOutput.md says what each key is.
struct ThankJSON: Encodable {
  struct Deed: Encodable {
    let kind: String
    let count: Int
  }

  struct Somebody: Encodable {
    let account: ProposalsJSON.Side
    let why: String
    let reason: String
    @Nullable var addressedAt: Date?
    let acts: [Deed]
    let shown: [WhoJSON.Shown]

    init(_ somebody: Thanks.Somebody) {
      account = ProposalsJSON.Side(somebody.account)
      reason = somebody.reason.sentence
      shown = somebody.posts.map { WhoJSON.Shown($0.post) }
      switch somebody.reason {
      case .theirWords(let at): (why, addressedAt, acts) = ("their-words", at, [])
      case .theirPosts(let tallies):
        why = "their-posts"
        addressedAt = nil
        acts = tallies.map { Deed(kind: $0.kind.rawValue, count: $0.count) }
      }
    }
  }

  let people: [Somebody]
  let more: Int

  init(_ thanks: Thanks) {
    people = thanks.people.map(Somebody.init)
    more = thanks.more
  }
}
