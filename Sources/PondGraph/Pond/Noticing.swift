public import Foundation

extension Pond {
  /// How far back the news go where nothing else is said.
  public static let newsDays = 30.0

  /// What changed among the followed accounts between a moment and now.
  public func news(since: Date, now: Date) throws -> Bulletin {
    try store.once(.news(since: since), at: now) { try newsAnew(since, now) }
  }

  private func newsAnew(_ since: Date, _ now: Date) throws -> Bulletin {
    let failing = try fetchStatus(now: now).lines.compactMap { line in
      line.memory?.failingSince.map { (account: line.account, since: $0) }
    }
    let accounts = Dictionary(try store.accounts().map { ($0.key, $0) }) { first, _ in first }
    let gone = Regrets(try store.journal()).questions(now: now).compactMap { question in
      accounts[question.account].map { (account: $0, due: question.due) }
    }
    return Bulletin(
      Bulletin.Input(
        overviews: try overviews(now: now), evidence: try store.evidence(now: now), gone: gone,
        failing: failing),
      since: since, now: now)
  }
}

extension Pond {
  /// One account over its last months: what it posted, and what was answered about it.
  public func history(
    of account: Account, months: Int, zone: TimeZone, now: Date
  ) throws -> Chronicle {
    Chronicle(
      Chronicle.Input(
        evidence: try store.evidence(of: [account.key], now: now),
        journal: try store.journal().filter { $0.decision.account == account.key }, acts: []),
      months: months, zone: zone, now: now)
  }

  /// This pond over its last months.
  /// - Parameters:
  ///   - months: how many.
  ///   - zone: whose months and hours they are.
  public func history(months: Int, zone: TimeZone, now: Date) throws -> Chronicle {
    Chronicle(
      Chronicle.Input(
        evidence: try store.evidence(now: now), journal: try store.journal(),
        acts: try store.actHours(), cycles: try store.cycles()),
      months: months, zone: zone, now: now)
  }
}
