import Foundation
import PondGraph

/// What `pond learn --json` prints; docs/JSONOutput.md says what each key is.
struct LessonJSON: Encodable {
  let state: String
  let answers: Int
  let needed: Int
  let agreeing: Int
  @Nullable var proposal: Proposal?
  let applied: Bool
  let learned: [LearnedJSON]

  struct Proposal: Encodable {
    let change: String
    @Nullable var before: String?
    let agreeing: Int
    let foretold: Int
    let turned: [Turned]
  }

  struct Turned: Encodable {
    let account: ProposalsJSON.Side
    let before: String
    let after: String
  }

  init(_ lesson: Lesson, isApplied: Bool, standing: [LearnedChange]) {
    state = lesson.isTooEarly ? "too-early" : lesson.proposal == nil ? "nothing" : "proposal"
    answers = lesson.answers
    needed = Lesson.fewest
    agreeing = lesson.agreeing
    applied = isApplied
    learned = standing.map(LearnedJSON.init)
    proposal = lesson.proposal.map(Proposal.init)
  }
}

extension LessonJSON.Proposal {
  init(_ proposal: Lesson.Proposal) {
    self.init(
      change: proposal.change.words, before: proposal.before?.words, agreeing: proposal.agreeing,
      foretold: proposal.foretold,
      turned: proposal.turned.map {
        LessonJSON.Turned(
          account: ProposalsJSON.Side($0.account), before: $0.before.rawValue,
          after: $0.after.rawValue)
      })
  }
}

/// A change of the measures that stands, as JSON.
struct LearnedJSON: Encodable {
  let number: Int
  let change: String
  let at: Date
  let afterDecision: Int

  init(_ learned: LearnedChange) {
    number = learned.number
    change = learned.change.words
    at = learned.at
    afterDecision = learned.afterDecision
  }
}

/// What `pond learn --forget --json` prints.
struct ForgottenJSON: Encodable {
  @Nullable var takenBack: LearnedJSON?
  let learned: [LearnedJSON]

  init(takenBack: LearnedChange?, standing: [LearnedChange]) {
    learned = standing.map(LearnedJSON.init)
    self.takenBack = takenBack.map(LearnedJSON.init)
  }
}
