import Foundation
import PondGraph

/// One input as `pond inspect --json` tells it; the contract is docs/JSONOutput.md.
struct InspectionJSON: Encodable {
  struct AccountBody: Encodable {
    let kind: String
    let key: String
    @Nullable var title: String?
    @Nullable var feedURL: String?
    @Nullable var siteURL: String?
    let folders: [[String]]
    let followed: Bool
    @Nullable var followedAt: Date?
  }

  struct PostBody: Encodable {
    let account: String
    let id: String
    @Nullable var url: String?
    @Nullable var title: String?
    @Nullable var published: Date?
    @Nullable var author: String?
    let kind: String
  }

  struct ActBody: Encodable {
    let kind: String
    @Nullable var account: String?
    @Nullable var post: String?
    @Nullable var at: Date?
  }

  struct SkippedBody: Encodable {
    let what: String
    let why: String
    @Nullable var place: String?
    let loss: Bool
  }

  struct Counts: Encodable {
    let accounts: Int
    let posts: Int
    let acts: Int
    let skipped: Int
  }

  let path: String
  let format: String
  let complete: Bool
  let counts: Counts
  let accounts: [AccountBody]
  let followers: Int
  let posts: [PostBody]
  let acts: [ActBody]
  let skipped: [SkippedBody]
  let warnings: [String]

  /// Tells an input, at most `limit` of each kind of thing; 0 tells everything.
  init(_ imported: Imported, limit: Int) {
    let most = limit == 0 ? Int.max : limit
    path = imported.path
    format = imported.format
    complete = imported.isComplete
    counts = Counts(
      accounts: imported.accounts.count, posts: imported.posts.count,
      acts: imported.acts.count + imported.pageActs.count,
      skipped: imported.skipped.count)
    accounts = imported.accounts.prefix(most).map(AccountBody.init)
    followers = imported.followers
    posts = imported.posts.prefix(most).map(PostBody.init)
    let own = imported.acts.prefix(most).map(ActBody.init)
    acts = own + imported.pageActs.prefix(most - own.count).map(ActBody.init)
    skipped = imported.skipped.prefix(most).map(SkippedBody.init)
    warnings = imported.warnings
  }
}

extension InspectionJSON.AccountBody {
  init(_ mention: AccountMention) {
    self.init(
      kind: mention.key.kind.rawValue, key: mention.key.shownWhereCertain,
      title: mention.title, feedURL: mention.address?.maskedWhereCertain,
      siteURL: mention.site?.maskedWhereCertain,
      folders: mention.folders, followed: mention.followed, followedAt: mention.followedAt)
  }
}

extension InspectionJSON.PostBody {
  init(_ post: Post) {
    self.init(
      account: post.account.shownWhereCertain,
      id: Address(post.writtenID ?? post.id.value).maskedIdentifier,
      url: post.link?.maskedWhereCertain, title: post.title, published: post.published,
      author: post.author,
      kind: post.kind.rawValue)
  }
}

extension InspectionJSON.ActBody {
  init(_ act: Act) {
    self.init(
      kind: act.kind.rawValue, account: act.account.shownWhereCertain,
      post: act.post.map { Address($0.value).maskedWhereCertain }, at: act.at)
  }
}

extension InspectionJSON.ActBody {
  // Whose page it is, a pond file alone can tell, unless the source says it.
  init(_ act: PageAct) {
    self.init(
      kind: act.kind.rawValue, account: act.account?.shownWhereCertain,
      post: act.address.maskedWhereCertain, at: act.at)
  }
}

extension InspectionJSON.SkippedBody {
  init(_ skipped: Skipped) {
    self.init(what: skipped.what, why: skipped.why, place: skipped.place, loss: skipped.isLoss)
  }
}
