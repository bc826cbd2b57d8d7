import Foundation
import PondGraph

/// An account in `list`, `why` and `plan`; the contract is docs/JSONOutput.md.
struct AccountJSON: Encodable {
  struct Window: Encodable {
    let from: Date
    let to: Date
  }

  struct Ratio: Encodable {
    let mean: Double
    let low: Double
    let high: Double
  }

  struct Case: Encodable {
    let forLeaving: [String]
    let forKeeping: [String]
    let whatWouldChange: [String]
    let howMuchSeen: [String]
  }

  struct NotCountedBody: Encodable {
    let beforeFollowing: Int
    let backlog: Int
    let afterLastUse: Int
    let datedAhead: Int
    let outsideSeen: Int

    init(_ posts: NotCounted) {
      beforeFollowing = posts.beforeFollowing
      backlog = posts.backlog
      afterLastUse = posts.afterLastUse
      datedAhead = posts.datedAhead
      outsideSeen = posts.outsideSeen
    }
  }

  struct Deed: Encodable {
    let kind: String
    let count: Int
    @Nullable var last: Date?
  }

  let id: String
  let kind: String
  let key: String
  @Nullable var title: String?
  @Nullable var feedURL: String?
  @Nullable var siteURL: String?
  let folders: [[String]]
  let tags: [String]
  @Nullable var followedAt: Date?
  @Nullable var window: Window?
  @Nullable var lastPost: Date?
  @Nullable var posts: Int?
  let undatedPosts: Int
  let notCounted: NotCountedBody
  let acts: [Deed]
  @Nullable var postsPerWeek: Double?
  @Nullable var signal: Double?
  @Nullable var noise: Double?
  @Nullable var snr: Ratio?
  @Nullable var bar: Double?
  @Nullable var share: Double?
  @Nullable var correctedShare: Double?
  @Nullable var belowBar: Double?
  @Nullable var minutesPerWeek: Double?
  let weeks: [Int?]
  let rung: String
  let verdict: String
  let rule: String
  @Nullable var decision: String?
  let `case`: Case

  init(_ overview: AccountOverview) {
    let account = overview.account
    let assessment = overview.assessment
    id = account.id.value
    kind = account.key.kind.rawValue
    key = account.key.shown
    title = account.title
    feedURL = account.feed?.masked
    siteURL = account.site?.masked
    folders = account.folders
    tags = account.tags
    followedAt = account.followedAt
    window = assessment.window.map { Window(from: $0.from, to: $0.to) }
    lastPost = overview.assessment.lastPost
    posts = assessment.knownPosts
    undatedPosts = assessment.undatedPosts
    notCounted = NotCountedBody(assessment.notCounted)
    acts = assessment.elsewhere.map { Deed(kind: $0.kind.rawValue, count: $0.count, last: $0.last) }
    postsPerWeek = assessment.postsPerWeek
    signal = assessment.signal
    noise = assessment.noise
    snr = assessment.snr.map { Ratio(mean: $0.mean, low: $0.low, high: $0.high) }
    bar = assessment.requiredShare
    share = assessment.actualShare
    correctedShare = overview.corrected?.share
    belowBar = assessment.probabilityBelowBar
    minutesPerWeek = assessment.minutesPerWeek
    weeks = assessment.weeks.posts
    rung = assessment.saidRung.name
    verdict = assessment.verdict.rawValue
    rule = assessment.rule
    decision = overview.decision?.answer.rawValue
    `case` = Case(assessment.suggestion)
  }
}

extension AccountJSON.Case {
  init(_ suggestion: Suggestion) {
    self.init(
      forLeaving: suggestion.forLeaving.sentences, forKeeping: suggestion.forKeeping.sentences,
      whatWouldChange: suggestion.whatWouldChange.sentences,
      howMuchSeen: suggestion.howMuchWasSeen.sentences)
  }
}

/// `{"accounts":[…]}`.
struct ListJSON: Encodable {
  let accounts: [AccountJSON]

  init(_ overviews: [AccountOverview]) {
    accounts = overviews.map(AccountJSON.init)
  }
}
