public import Foundation

extension Pond {
  /// A cycle that is under way.
  public struct CycleUnderWay: Sendable {
    /// The cycle, and the step that comes next.
    public var cycle: Cycle
    /// Whether it was begun earlier and left.
    public let goesOn: Bool
    /// The cycle that was left too long ago to go on with; nil for none.
    public let left: Cycle?
    /// The last one that was ended; nil before the first.
    public let last: Cycle?
    /// The moment from which on there is news.
    public let newsSince: Date
  }

  /// The cycles so far, the oldest first.
  public func cycles() throws -> [Cycle] { try store.cycles() }

  /// When news begin where nothing else is said: with the last cycle, else `newsDays` ago.
  public func newsStart(now: Date) throws -> Date {
    Self.newsStart(CycleCourse(try store.cycles(), now: now), now: now)
  }

  private static func newsStart(_ course: CycleCourse, now: Date) -> Date {
    guard let since = course.newsSince, since < now else {
      return now.addingTimeInterval(-newsDays * 86_400)
    }
    return since
  }

  /// Goes on with the cycle that was left, or begins one.
  public func cycle(now: Date) throws -> CycleUnderWay {
    let course = CycleCourse(try store.cycles(), now: now)
    if course.underWay == nil { try store.beginCycle(at: now) }
    guard let cycle = try course.underWay ?? store.cycles().last else {
      throw StoreFailure.damaged(path: path, reason: "a cycle that was begun is not there")
    }
    return CycleUnderWay(
      cycle: cycle, goesOn: course.underWay != nil, left: course.left, last: course.last,
      newsSince: Self.newsStart(course, now: now))
  }

  /// Ends the step that a cycle stands at, and the cycle with its last one.
  public func endStep(of underWay: inout CycleUnderWay, now: Date) throws {
    let cycle = underWay.cycle
    if let next = cycle.step.next {
      try store.move(cycle: cycle.number, to: next)
    } else {
      try store.end(cycle: cycle.number, asked: try asked(now: now), at: now)
    }
    underWay.cycle = try store.cycles().first { $0.number == cycle.number } ?? cycle
  }

  /// What the list asks for now, as the answers leave it.
  public func asked(now: Date) throws -> Cycle.Asked {
    let totals = try standing(now: now).totals
    let isKnown = !totals.isUnknown && totals.accounts > 0
    return Cycle.Asked(
      accounts: totals.accounts, unseen: totals.unseen,
      postsPerWeek: isKnown ? totals.postsPerWeek : nil,
      minutesPerDay: isKnown ? totals.minutesPerDay : nil,
      close: try plan(now: now).pond.close.count)
  }

  /// The standing answers that were given from a moment on, and how those who were let go ended.
  public func answers(since moment: Date, now: Date) throws -> [Answer: Int] {
    try store.journal().filter { entry in
      entry.undoneAt == nil && entry.decision.at >= moment && entry.decision.at <= now
    }.reduce(into: [:]) { $0[$1.decision.answer, default: 0] += 1 }
  }

  /// Whom the person let go in all the time, and whether they missed them.
  public func regrets() throws -> Regrets.Tally { Regrets(try store.journal()).tally() }

  /// After how many days the next cycle comes.
  public func cycleDays() throws -> Int {
    try store.setting(.cycleDays).flatMap { Int($0) } ?? CycleCourse.days
  }

  /// Remembers it; nil takes it back.
  public func remember(cycleDays days: Int?) throws {
    try store.set(.cycleDays, to: days.map { "\($0)" })
  }

  /// When the next cycle comes; nil before the first was ended.
  public func nextCycle(now: Date) throws -> Date? {
    let days = try cycleDays()
    return CycleCourse(try store.cycles(), now: now).last?.endedAt.map {
      CycleCourse.next(after: $0, days: days)
    }
  }
}
