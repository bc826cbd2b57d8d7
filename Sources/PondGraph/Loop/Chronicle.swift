public import Foundation

/// A pond over the months: what came, what the person did with it, what they answered, and when they read.
/// What nobody looked at is unknown, not none.
public struct Chronicle: Sendable {
  /// A month of the calendar.
  public struct Month: Sendable {
    /// Its first moment.
    public let start: Date
    /// How many followed accounts could be seen in it, for a part of it at the least.
    public let seen: Int
    /// Their posts; nil where nobody was seen.
    public let posts: Int?
    /// The acts of the person with a time in it, with whomever; nil where no file holds any: whether there
    /// were none, or nobody looked, no file tells.
    public let acts: Int?
    /// The standing answers given in it.
    public let answers: [Answer: Int]
    /// How many of those who were let go or archived in it came back by a later word, or by undoing.
    public let takenBack: Int
  }

  /// Whose months and hours they are.
  public let zone: TimeZone
  /// The months, the oldest first; the last one is that of now, and may be cut.
  public let months: [Month]
  /// How many acts with a time fall upon each hour of the week: Monday first, 24 hours each, in the time of
  /// the zone asked for.
  public let hours: [[Int]]
  /// Whom the person let go in all the time, and whether they missed them.
  public let regrets: Regrets.Tally
  /// The cycles that were ended within these months, the oldest first, with what was asked for then.
  public let cycles: [Cycle]

  /// What is looked at.
  package struct Input {
    /// What is known of the followed accounts.
    package let evidence: [Evidence]
    /// Every answer ever given, the oldest first.
    package let journal: [JournalEntry]
    /// The beginning of each hour in which the person did something, and how often.
    package let acts: [(hour: Date, count: Int)]
    /// Every cycle, the oldest first.
    package let cycles: [Cycle]

    package init(
      evidence: [Evidence], journal: [JournalEntry], acts: [(hour: Date, count: Int)],
      cycles: [Cycle] = []
    ) {
      self.cycles = cycles
      self.evidence = evidence
      self.journal = journal
      self.acts = acts
    }
  }

  /// Tells the last months up to now. O(posts + acts + answers).
  /// - Parameters:
  ///   - count: how many months, 1 at the least.
  ///   - zone: whose months and hours they are.
  package init(_ input: Input, months count: Int, zone: TimeZone, now: Date) {
    self.zone = zone
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let starts = Self.starts(max(1, count), calendar, now)
    let posts = Self.posts(input.evidence, starts, now)
    let acts = Self.acts(input.acts, starts, now)
    let answers = Self.answers(input.journal, starts, now)
    months = starts.indices.map { place in
      Month(
        start: starts[place], seen: posts.seen[place],
        posts: posts.seen[place] > 0 ? posts.counts[place] : nil, acts: acts[place],
        answers: answers.given[place], takenBack: answers.takenBack[place])
    }
    hours = Self.hours(input.acts, calendar, now)
    regrets = Regrets(input.journal).tally()
    cycles = input.cycles.filter { cycle in
      cycle.endedAt.map { Self.place(of: $0, starts, now) != nil } ?? false
    }
  }

  /// The first moments of the months, the oldest first.
  private static func starts(_ count: Int, _ calendar: Calendar, _ now: Date) -> [Date] {
    guard let month = calendar.dateInterval(of: .month, for: now)?.start else { return [now] }
    return (0..<count).reversed().compactMap {
      calendar.date(byAdding: .month, value: -$0, to: month)
    }
  }

  /// The place of the month of a moment; nil for one outside of them.
  private static func place(of moment: Date, _ starts: [Date], _ now: Date) -> Int? {
    guard moment <= now else { return nil }
    return starts.lastIndex { $0 <= moment }
  }

  private static func posts(
    _ evidence: [Evidence], _ starts: [Date], _ now: Date
  ) -> (seen: [Int], counts: [Int]) {
    var seen = starts.map { _ in 0 }
    var counts = seen
    for account in evidence {
      for place in starts.indices {
        let end = place + 1 < starts.count ? starts[place + 1] : now
        if account.observed.contains(where: { $0.from < end && $0.to > starts[place] }) {
          seen[place] += 1
        }
      }
      for post in account.posts {
        if let place = place(of: post.at, starts, now) { counts[place] += 1 }
      }
    }
    return (seen, counts)
  }

  private static func acts(
    _ acts: [(hour: Date, count: Int)], _ starts: [Date], _ now: Date
  ) -> [Int?] {
    var counts = starts.map { _ in Int?.none }
    for act in acts {
      if let place = place(of: act.hour, starts, now) {
        counts[place] = (counts[place] ?? 0) + act.count
      }
    }
    return counts
  }

  private static func answers(
    _ journal: [JournalEntry], _ starts: [Date], _ now: Date
  ) -> (given: [[Answer: Int]], takenBack: [Int]) {
    var given: [[Answer: Int]] = starts.map { _ in [:] }
    var takenBack = starts.map { _ in 0 }
    // From the newest on: who came back later.
    var cameBack: Set<AccountKey> = []
    for entry in journal.reversed() {
      let (decision, answer) = (entry.decision, entry.decision.answer)
      let place = place(of: decision.at, starts, now)
      if entry.undoneAt == nil {
        if let place { given[place][answer, default: 0] += 1 }
        if !answer.leavesTheList { cameBack.insert(decision.account) }
      }
      guard let place, answer.leavesTheList else { continue }
      if entry.undoneAt != nil || cameBack.contains(decision.account) { takenBack[place] += 1 }
    }
    return (given, takenBack)
  }

  private static func hours(
    _ acts: [(hour: Date, count: Int)], _ calendar: Calendar, _ now: Date
  ) -> [[Int]] {
    var hours = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
    for act in acts where act.hour <= now {
      let parts = calendar.dateComponents([.weekday, .hour], from: act.hour)
      guard let weekday = parts.weekday, let hour = parts.hour else { continue }
      // Of Foundation's weekdays Sunday is 1.
      hours[(weekday + 5) % 7][hour] += act.count
    }
    return hours
  }
}
