package import Foundation

/// Whom the person let go, and whether they missed them: read off the journal alone, so that it is the
/// same after every restart and undoing.
///
/// A second letting go (or an archiving), a month or more after the first, says that somebody is not
/// missed; any other word, or taking the answer back after a day or more, that they were. What is taken
/// back sooner was a slip of the hand.
public struct Regrets: Sendable {
  /// The days after which it is asked whether somebody is missed.
  package static let askedAfter = [30.0, 90]
  /// The days after which it is asked no more.
  package static let askedWithin = 365.25
  /// The most questions of a sitting that ask it.
  package static let mostAsked = 5

  /// How those who were let go ended.
  public struct Tally: Hashable, Sendable {
    /// How many were let go.
    public var letGo = 0
    /// How many of them were missed: they came back.
    public var missed = 0
    /// Of how many the person said that they are not missed.
    public var notMissed = 0
    /// How many can be judged: missed or not missed.
    public var known: Int { missed + notMissed }
  }

  /// Somebody of whom it is to be asked.
  package struct Question: Hashable, Sendable {
    /// Whom.
    package let account: AccountKey
    /// When they were let go.
    package let letGoAt: Date
    /// Since when it is to be asked.
    package let due: Date
  }

  private struct Course {
    let account: AccountKey
    let start: Date
    let postsPerWeek: Double?
    var lastConfirmed: Date?
    var wasMissed = false
    var isSlip = false
  }

  private var courses: [Course] = []

  /// Reads every answer ever given, the oldest first.
  package init(_ journal: [JournalEntry]) {
    var open: [AccountKey: Int] = [:]
    for entry in journal {
      let decision = entry.decision
      if decision.answer == .letGo || decision.answer == .archive && open[decision.account] != nil {
        take(entry, &open)
      } else if entry.undoneAt == nil, !decision.answer.leavesTheList,
        let place = open.removeValue(forKey: decision.account)
      {
        courses[place].wasMissed = true
      }
    }
  }

  private mutating func take(_ entry: JournalEntry, _ open: inout [AccountKey: Int]) {
    let decision = entry.decision
    if let place = open[decision.account] {
      guard entry.undoneAt == nil else { return }
      let days = decision.at.timeIntervalSince(courses[place].start) / 86_400
      if days >= Self.askedAfter[0] { courses[place].lastConfirmed = decision.at }
      return
    }
    var course = Course(
      account: decision.account, start: decision.at, postsPerWeek: decision.postsPerWeek)
    if let undone = entry.undoneAt {
      course.wasMissed = undone.timeIntervalSince(decision.at) >= 86_400
      course.isSlip = !course.wasMissed
    } else {
      open[decision.account] = courses.count
    }
    courses.append(course)
  }

  /// How those ended who were let go.
  /// - Parameter rate: of those alone that posted so many times a week or more; nil for all.
  public func tally(postingAtLeast rate: Double? = nil) -> Tally {
    var tally = Tally()
    for course in courses where !course.isSlip {
      if let rate { guard let own = course.postsPerWeek, own >= rate else { continue } }
      tally.letGo += 1
      if course.wasMissed {
        tally.missed += 1
      } else if course.lastConfirmed != nil {
        tally.notMissed += 1
      }
    }
    return tally
  }

  /// Of whom it is to be asked now, the longest due first; equals by key.
  package func questions(now: Date) -> [Question] {
    courses.compactMap { course in
      guard !course.isSlip, !course.wasMissed,
        now.timeIntervalSince(course.start) <= Self.askedWithin * 86_400,
        let due = Self.askedAfter.map({ course.start.addingTimeInterval($0 * 86_400) })
          .last(where: { $0 <= now }),
        course.lastConfirmed.map({ $0 < due }) ?? true
      else { return nil }
      return Question(account: course.account, letGoAt: course.start, due: due)
    }.sorted { ($0.due, $0.account) < ($1.due, $1.account) }
  }
}
