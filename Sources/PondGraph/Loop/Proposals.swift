public import Foundation

/// Something that the person could mean to do, from what their files tell. The same evidence gives the
/// same proposals, whatever the order in which it comes.
public struct Proposal: Hashable, Sendable {
  /// What it is drawn from.
  public enum Ground: Hashable, Sendable {
    /// It wrote to the person then, and nothing that they wrote to it since is known.
    case addressed(at: Date)
    /// The person keeps it, and these posts came since they last did something with one.
    case elsewhere(posts: Int, since: Date)
    /// Posts that they saved and did not open since, of so many accounts.
    case shelf(posts: Int, accounts: Int)
  }

  /// Whom it is about; of a shelf, who has the most on it.
  public let account: Account
  /// What it is drawn from.
  public let ground: Ground

  /// The most that are proposed at a time.
  package static let most = 5
  /// The days within which words are answered, and after which a kept voice is worth a visit.
  package static let answeredWithin = 90.0
  package static let visitedAfter = 45.0
  /// The fewest posts that are worth a visit, and those that fill a shelf.
  package static let worthVisit = 3
  package static let fullShelf = 10
  /// The days for which nothing is proposed about an account of which the person dropped an intention.
  package static let dropped = 365.25

  /// What could be done, at most `most`: whom to answer, the newest words first; then whom to visit, the
  /// most posts first; then the shelf. Nobody of whom something is meant already. O(posts).
  package static func all(
    _ overviews: [AccountOverview], _ evidence: [Evidence], besides intentions: [Intention],
    now: Date
  ) -> [Proposal] {
    let settled = settled(intentions, now: now)
    let followed = overviews.filter {
      $0.account.isFollowed && $0.decision?.answer.leavesTheList != true
    }.sorted { $0.account.key < $1.account.key }
    let evidence = Dictionary(evidence.map { ($0.account, $0) }) { first, _ in first }
    let everybody = followed.compactMap { overview in
      evidence[overview.account.key].map { (overview: overview, evidence: $0) }
    }
    let known = everybody.filter { !settled.contains($0.overview.account.key) }
    let answers = known.compactMap { answer($0.overview.account, $0.evidence, now: now) }
      .sorted { $0.weight > $1.weight }.prefix(2).map(\.proposal)
    let spoken = Set(answers.map(\.account.key))
    let visits = known.filter { !spoken.contains($0.overview.account.key) }
      .compactMap { visit($0.overview, $0.evidence, now: now) }
      .sorted { $0.weight > $1.weight }.prefix(2).map(\.proposal)
    let shelf = shelf(everybody.map { ($0.overview.account, $0.evidence) })
      .flatMap { settled.contains($0.account.key) ? nil : $0 }
    return Array((answers + visits + [shelf].compactMap { $0 }).prefix(most))
  }

  private static func settled(_ intentions: [Intention], now: Date) -> Set<AccountKey> {
    Set(
      intentions.compactMap { intention in
        switch intention.state {
        case .open: intention.account
        case .done: nil
        case .dropped(let at):
          now.timeIntervalSince(at) <= dropped * 86_400 ? intention.account : nil
        }
      })
  }

  private typealias Weighed = (proposal: Proposal, weight: Double)

  private static func answer(
    _ account: Account, _ evidence: Evidence, now: Date
  ) -> Weighed? {
    guard let last = Thanks.unanswered(evidence, now: now),
      now.timeIntervalSince(last) <= answeredWithin * 86_400
    else { return nil }
    return (
      Proposal(account: account, ground: .addressed(at: last)), last.timeIntervalSince1970
    )
  }

  // Only posts that would have left a trace: what nobody could have noticed is no reason to go anywhere.
  private static func visit(
    _ overview: AccountOverview, _ evidence: Evidence, now: Date
  ) -> Weighed? {
    guard [.keep, .hold].contains(overview.decision?.answer) else { return nil }
    let met = evidence.posts.filter { post in post.acts.contains { $0 != .seen } }.map(\.at)
    guard let last = (met + evidence.touched + evidence.written).filter({ $0 <= now }).max(),
      now.timeIntervalSince(last) >= visitedAfter * 86_400
    else { return nil }
    let posts = evidence.posts.count { $0.at > last && $0.at <= now && $0.observability > 0 }
    guard posts >= worthVisit else { return nil }
    return (
      Proposal(account: overview.account, ground: .elsewhere(posts: posts, since: last)),
      Double(posts)
    )
  }

  private static let saved = ActKind.bits(of: [.saved])
  private static let opened = ActKind.bits(of: [.opened, .read, .watched])

  private static func shelf(_ known: [(account: Account, evidence: Evidence)]) -> Proposal? {
    let onShelf = known.map { account, evidence in
      (
        account: account,
        posts: evidence.posts.count { $0.actBits & saved != 0 && $0.actBits & opened == 0 }
      )
    }.filter { $0.posts > 0 }
    let all = onShelf.reduce(0) { $0 + $1.posts }
    guard all >= fullShelf, let most = onShelf.max(by: { $0.posts < $1.posts }) else { return nil }
    return Proposal(account: most.account, ground: .shelf(posts: all, accounts: onShelf.count))
  }
}
