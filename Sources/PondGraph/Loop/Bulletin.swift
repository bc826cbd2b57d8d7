public import Foundation

/// What changed among the followed accounts in a stretch of time: what `pond news` tells. The same values
/// give the same news, whatever the order in which they come.
public struct Bulletin: Sendable {
  /// Its beginning.
  public let since: Date
  /// Its end.
  public let until: Date
  /// How many followed accounts it is about, and of how many of them posts could be seen up to its end.
  public let accounts: (followed: Int, seen: Int)
  /// What there is to tell, the most telling first.
  public let items: [Item]

  /// One thing.
  public enum Item: Sendable {
    /// Somebody posted again after a silence longer than their rhythm explains; the silence in weeks.
    case returned(Account, weeks: Double, at: Date)
    /// Somebody has been silent for longer than their rhythm explains; the gap in weeks that nine in ten of
    /// theirs did not exceed.
    case fellSilent(Account, since: Date, ninetieth: Double)
    /// Somebody posts more or less than before; posts a week.
    case changed(Account, before: Double, after: Double, since: Date)
    /// These were followed from a moment within the stretch on.
    case new([Account])
    /// Three weeks passed since these were followed, and they were not asked about yet (S7); or the days of
    /// a trial that the person gave them are over.
    case trialOver([Account])
    /// These were let go 30 or 90 days ago: were they missed?
    case maybeMissed([Account])
    /// These could not be looked at, and the trouble began within the stretch.
    case unreachable([Account])
    /// Who asks for most of the reading time: minutes a week, of all that are known.
    case costliest(Account, minutes: Double, ofAll: Double)

    /// Whether it is a change, and not how things stand.
    public var isChange: Bool {
      if case .costliest = self { false } else { true }
    }
  }

  /// What is looked at.
  package struct Input {
    /// The followed accounts.
    package let overviews: [AccountOverview]
    /// What is known of them.
    package let evidence: [Evidence]
    /// Of whom it is to be asked whether they are missed, with since when.
    package let gone: [(account: Account, due: Date)]
    /// Those whom `fetch` cannot reach, with the beginning of the trouble.
    package let failing: [(account: Account, since: Date)]

    package init(
      overviews: [AccountOverview], evidence: [Evidence],
      gone: [(account: Account, due: Date)] = [], failing: [(account: Account, since: Date)]
    ) {
      self.overviews = overviews
      self.evidence = evidence
      self.gone = gone
      self.failing = failing
    }
  }

  /// Looks for news. O(posts).
  package init(_ input: Input, since: Date, now: Date) {
    self.since = min(since, now)
    until = now
    let window = now.timeIntervalSince(self.since) / Fading.week
    let followed = input.overviews.filter {
      $0.account.isFollowed && $0.decision?.answer.leavesTheList != true
    }.sorted { $0.account.key < $1.account.key }
    let evidence = Dictionary(input.evidence.map { ($0.account, $0) }) { first, _ in first }
    var told: [Change] = []
    for overview in followed {
      guard let evidence = evidence[overview.account.key], !evidence.posts.isEmpty else { continue }
      told += Self.change(of: overview.account, evidence, within: window, now: now)
    }
    accounts = (followed.count, followed.count { ($0.assessment.knownPosts ?? 0) > 0 })
    items =
      told.sorted { ($0.rank, -$0.weight, $0.account.key) < ($1.rank, -$1.weight, $1.account.key) }
      .map(\.item)
      + Self.new(followed, since: self.since, now: now)
      + Self.trialOver(followed, since: self.since, now: now)
      + Self.maybeMissed(input.gone, since: self.since, now: now)
      + Self.unreachable(input.failing, since: self.since)
      + Self.costliest(followed)
  }

  private struct Change {
    let item: Item
    let account: Account
    let rank: Int
    let weight: Double
  }

  private static func change(
    of account: Account, _ evidence: Evidence, within window: Double, now: Date
  ) -> [Change] {
    let observation = Observation(evidence, now: now)
    func date(_ age: Double) -> Date { now.addingTimeInterval(-age * Fading.week) }
    let silences = Silences(observation)
    if let (silence, age) = silences.ended(within: window) {
      return [
        Change(
          item: .returned(account, weeks: silence.weeks, at: date(age)), account: account, rank: 0,
          weight: silence.weeks)
      ]
    }
    if let silence = silences.begun(within: window) {
      return [
        Change(
          item: .fellSilent(account, since: date(silence.since), ninetieth: silence.ninetieth),
          account: account, rank: 1, weight: silence.weeks)
      ]
    }
    // A change is told once: in the stretch in which it has been there for its shortest part.
    let limit = window + Double(VolumeChange.shortest)
    guard let change = VolumeChange(observation, within: limit) else { return [] }
    return [
      Change(
        item: .changed(
          account, before: change.before, after: change.after, since: date(change.age)),
        account: account, rank: 2, weight: abs(change.after - change.before))
    ]
  }

  private static func new(_ followed: [AccountOverview], since: Date, now: Date) -> [Item] {
    let new = followed.map(\.account).filter { account in
      account.followedAt.map { $0 >= since && $0 <= now } ?? false
    }
    return new.isEmpty ? [] : [.new(new)]
  }

  private static func trialOver(
    _ followed: [AccountOverview], since: Date, now: Date
  ) -> [Item] {
    let over = followed.filter { overview in
      guard let end = trialEnd(overview) else { return false }
      return end > since && end <= now
    }.map(\.account)
    return over.isEmpty ? [] : [.trialOver(over)]
  }

  private static func trialEnd(_ overview: AccountOverview) -> Date? {
    if let decision = overview.decision, let days = decision.trialDays {
      return decision.at.addingTimeInterval(Double(days) * 86_400)
    }
    guard let start = overview.account.followedAt, overview.decision?.answer.standsBeside != false
    else { return nil }
    return start.addingTimeInterval(Scarcity.trial * Fading.week)
  }

  private static func maybeMissed(
    _ gone: [(account: Account, due: Date)], since: Date, now: Date
  ) -> [Item] {
    let asked = gone.filter { $0.due > since && $0.due <= now }.map(\.account)
      .sorted { $0.key < $1.key }
    return asked.isEmpty ? [] : [.maybeMissed(asked)]
  }

  private static func unreachable(
    _ failing: [(account: Account, since: Date)], since: Date
  ) -> [Item] {
    let new = failing.filter { $0.since >= since }.map(\.account).sorted { $0.key < $1.key }
    return new.isEmpty ? [] : [.unreachable(new)]
  }

  private static func costliest(_ followed: [AccountOverview]) -> [Item] {
    let known = followed.compactMap { overview in
      overview.assessment.minutesPerWeek.map { (account: overview.account, minutes: $0) }
    }
    guard known.count > 1, let most = known.max(by: { $0.minutes < $1.minutes }) else { return [] }
    let all = known.reduce(0) { $0 + $1.minutes }
    return [.costliest(most.account, minutes: most.minutes, ofAll: all)]
  }
}
