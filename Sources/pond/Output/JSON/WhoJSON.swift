import Foundation
import PondGraph

/// What `pond who --json` prints; docs/JSONOutput.md says what each key is.
struct WhoJSON: Encodable {
  struct Shown: Encodable {
    @Nullable var title: String?
    @Nullable var excerpt: String?
    @Nullable var published: Date?
    @Nullable var url: String?

    init(_ post: Post) {
      title = post.title
      excerpt = post.excerpt
      published = post.published
      url = post.link?.masked
    }
  }

  struct Somebody: Encodable {
    let account: ProposalsJSON.Side
    let matchingPosts: Int
    let posts: Int
    let rung: String
    let shown: [Shown]
  }

  let topic: String
  let kept: Int
  let seen: Int
  let found: Int
  let people: [Somebody]

  init(_ told: WhoWrites) {
    topic = told.topic.text
    kept = told.accounts.kept
    seen = told.accounts.seen
    found = told.count
    people = told.people.map { one in
      Somebody(
        account: ProposalsJSON.Side(one.account), matchingPosts: one.matching, posts: one.posts,
        rung: one.rung.name, shown: one.shown.map(Shown.init))
    }
  }
}
