import Foundation
import PondGraph

/// What `pond news --json` prints; docs/JSONOutput.md says what each key is.
struct NewsJSON: Encodable {
  let since: Date
  let until: Date
  let followed: Int
  let seen: Int
  let news: [Item]

  struct Item: Encodable {
    let kind: String
    let accounts: [ProposalsJSON.Side]
    @Nullable var at: Date?
    @Nullable var silentWeeks: Double?
    @Nullable var usualWeeks: Double?
    @Nullable var postsPerWeekBefore: Double?
    @Nullable var postsPerWeek: Double?
    @Nullable var minutesPerWeek: Double?
  }

  init(_ bulletin: Bulletin) {
    since = bulletin.since
    until = bulletin.until
    followed = bulletin.accounts.followed
    seen = bulletin.accounts.seen
    news = bulletin.items.map(Item.init)
  }
}

extension NewsJSON.Item {
  init(_ item: Bulletin.Item) {
    switch item {
    case .returned(let account, let weeks, let at):
      self.init(kind: "returned", [account])
      self.at = at
      silentWeeks = weeks
    case .fellSilent(let account, let since, let ninetieth):
      self.init(kind: "fell-silent", [account])
      at = since
      usualWeeks = ninetieth
    case .changed(let account, let before, let after, let since):
      self.init(kind: after > before ? "posts-more" : "posts-less", [account])
      at = since
      postsPerWeekBefore = before
      postsPerWeek = after
    case .new(let accounts): self.init(kind: "new", accounts)
    case .trialOver(let accounts): self.init(kind: "trial-over", accounts)
    case .maybeMissed(let accounts): self.init(kind: "maybe-missed", accounts)
    case .unreachable(let accounts): self.init(kind: "not-reached", accounts)
    case .costliest(let account, let minutes, _):
      self.init(kind: "asks-most", [account])
      minutesPerWeek = minutes
    }
  }

  private init(kind: String, _ accounts: [Account]) {
    self.kind = kind
    self.accounts = accounts.map { ProposalsJSON.Side($0) }
  }
}
