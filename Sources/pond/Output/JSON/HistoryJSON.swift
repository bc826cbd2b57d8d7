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

  let months: [Month]
  let hours: [[Int]]
  let regrets: Regrets

  init(_ chronicle: Chronicle) {
    months = chronicle.months.map { month in
      Month(
        start: month.start, seen: month.seen, posts: month.posts, acts: month.acts,
        answers: Dictionary(
          month.answers.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +),
        takenBack: month.takenBack)
    }
    hours = chronicle.hours
    let tally = chronicle.regrets
    regrets = Regrets(letGo: tally.letGo, missed: tally.missed, notMissed: tally.notMissed)
  }
}
