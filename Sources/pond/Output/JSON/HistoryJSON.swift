import Foundation
import PondGraph

/// What `pond history --json` prints; docs/JSONOutput.md says what each key is.
struct HistoryJSON: Encodable {
  struct Month: Encodable {
    let start: Date
    let seen: Int
    @Nullable var posts: Int?
    @Nullable var acts: Int?
    let answers: [String: Int]
    let takenBack: Int
  }

  struct Regrets: Encodable {
    let letGo: Int
    let missed: Int
    let notMissed: Int
  }

  struct Cycle: Encodable {
    let begunAt: Date
    @Nullable var endedAt: Date?
    let accounts: Int
    let unseen: Int
    @Nullable var postsPerWeek: Double?
    @Nullable var minutesPerDay: Double?
    let close: Int
  }

  let months: [Month]
  @Nullable var hours: [[Int]]?
  let regrets: Regrets
  let cycles: [Cycle]

  init(_ chronicle: Chronicle) {
    months = chronicle.months.map { month in
      Month(
        start: month.start, seen: month.seen, posts: month.posts, acts: month.acts,
        answers: Dictionary(
          month.answers.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +),
        takenBack: month.takenBack)
    }
    hours = chronicle.hours.joined().contains { $0 > 0 } ? chronicle.hours : nil
    cycles = chronicle.cycles.compactMap { cycle in
      cycle.asked.map { asked in
        Cycle(
          begunAt: cycle.begunAt, endedAt: cycle.endedAt, accounts: asked.accounts,
          unseen: asked.unseen, postsPerWeek: asked.postsPerWeek,
          minutesPerDay: asked.minutesPerDay, close: asked.close)
      }
    }
    let tally = chronicle.regrets
    regrets = Regrets(letGo: tally.letGo, missed: tally.missed, notMissed: tally.notMissed)
  }
}
