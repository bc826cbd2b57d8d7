package import Foundation

/// What a wrong guess about each account would cost, kept up to date from answer to answer of a tasting
/// (model §8.1), priors learnt from the answers among them.
///
/// Accounts about which an answer could change nothing are not in it: the person spoke already, or words
/// go both ways.
package struct TastingStakes: Sendable {
  /// What an account has to lose.
  package struct Stake: Hashable, Sendable {
    /// Whose.
    package let account: AccountKey
    /// In items a week worth attention.
    package let loss: Double
    /// How many answers about its posts count.
    package let answers: Int

    /// What the next answer can be hoped to win: a loss falls about as one over the number of answers, so
    /// that the tenth about one account tells less than the first about another.
    package var hope: Double { loss / Double(1 + answers) }

    /// Makes it of its parts.
    package init(account: AccountKey, loss: Double, answers: Int = 0) {
      self.account = account
      self.loss = loss
      self.answers = answers
    }
  }

  /// The loss at which a tasting stops by itself, in items a week.
  package static let little = TastingLoss.little
  /// The days of posts among which the next is drawn.
  package static let days = TastingLoss.days

  private struct Member: Sendable {
    let kind: AccountKind
    let folder: String?
    let observation: Observation
    let minutesPerPost: Double
    var statistics: Statistics
    var isOpen: Bool
    let isOwn: Bool
  }

  private let keys: [AccountKey]
  private let places: [AccountKey: Int]
  private let measures: Measures
  private let now: Date
  private var members: [Member]
  /// The accounts with something to lose, those of which the next answer can be hoped to win most first,
  /// equals by key.
  package private(set) var stakes: [Stake] = []

  /// Weighs the evidence of the person's own accounts, answers so far among it. In O(posts +
  /// accounts · log accounts).
  package init(_ evidence: [Evidence], measures: Measures = .standard, now: Date) {
    let ordered = evidence.sorted { $0.account < $1.account }
    keys = ordered.map(\.account)
    places = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    self.measures = measures
    self.now = now
    members = ordered.mapSideBySide { one in
      let observation = Observation(one, credits: measures.credits, now: now)
      return Member(
        kind: one.account.kind, folder: one.folder, observation: observation,
        minutesPerPost: ReadingCost.minutesPerPost(observation),
        statistics: Statistics(observation), isOpen: Self.isOpen(one, observation),
        isOwn: one.isOwn)
    }
    weigh()
  }

  /// Sets the answers that stand about some accounts in place of those before. In O(their posts +
  /// accounts · log accounts).
  package mutating func set(_ tasted: [AccountKey: [TastedPost]]) {
    for (account, posts) in tasted {
      guard let place = places[account] else { continue }
      let observation = members[place].observation.tasting(
        posts, credits: measures.credits, now: now)
      members[place].statistics = Statistics(observation)
    }
    weigh()
  }

  /// How much there is to lose in all, in items a week.
  package var total: Double { stakes.reduce(0) { $0 + $1.loss } }

  private static func isOpen(_ evidence: Evidence, _ observation: Observation) -> Bool {
    guard evidence.decision.map({ $0.answer == .wait }) ?? true, evidence.declared.isEmpty else {
      return false
    }
    return Ladder(observation).rung < .conversing
  }

  private mutating func weigh() {
    let priors = Priors(
      members.map {
        Priors.Member(
          kind: $0.kind, folder: $0.folder, statistics: $0.statistics, isOwn: $0.isOwn)
      })
    stakes = zip(keys, members).compactMap { key, member -> Stake? in
      guard member.isOpen else { return nil }
      let loss = TastingLoss.itemsPerWeek(
        member.statistics, prior: priors.prior(kind: member.kind, folder: member.folder),
        minutesPerPost: member.minutesPerPost, by: measures)
      return loss > 0
        ? Stake(account: key, loss: loss, answers: member.statistics.tastedPosts) : nil
    }.sorted { $0.hope != $1.hope ? $0.hope > $1.hope : $0.account < $1.account }
  }
}
