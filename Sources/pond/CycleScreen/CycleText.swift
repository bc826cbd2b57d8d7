import Foundation
import PondGraph

/// What a cycle says between its steps, within 80 columns.
enum CycleText {
  /// The most intentions from one cycle to the next.
  static let mostIntentions = 5

  /// What can be said of an intention of the last cycle.
  static var ticks: [AskedLines.Choice<IntentionWord>] {
    [
      AskedLines.Choice(key: "y", word: "yes", value: .done),
      AskedLines.Choice(key: "d", word: "drop", value: .dropped),
    ]
  }

  /// Whether it begins or goes on.
  static func beginning(_ underWay: Pond.CycleUnderWay) -> [String] {
    let cycle = underWay.cycle
    let begun = Moment.day(cycle.begunAt)
    guard !underWay.goesOn else {
      return ["Going on with the cycle of \(begun)."]
    }
    let left = underWay.left.map {
      [
        "The cycle of \(Moment.day($0.begunAt)) was left at step \(number($0.step)); this one begins anew."
      ]
    }
    let last = underWay.last.map { "The last one was on \(Moment.day($0.begunAt))." }
    return (left ?? []).flatMap { Words.wrap($0, to: 78) } + [
      "A cycle of \(begun). " + (last ?? "It is the first one.")
    ]
  }

  /// `3 of 7  What changed`.
  static func heading(_ step: CycleStep) -> String {
    "\(number(step)) of \(CycleStep.allCases.count)  \(title(step))"
  }

  private static func number(_ step: CycleStep) -> Int {
    (CycleStep.allCases.firstIndex(of: step) ?? 0) + 1
  }

  private static func title(_ step: CycleStep) -> String {
    switch step {
    case .sources: "Your files"
    case .fetch: "The network"
    case .news: "What changed"
    case .reflect: "Looking back"
    case .review: "Questions"
    case .intentions: "What you mean to do"
    case .exports: "Your lists"
    }
  }

  /// Where the cycle was left.
  static func left(at step: CycleStep) -> String {
    "Left at step \(number(step)), “\(title(step))”. pond cycle goes on there."
  }

  /// The last line.
  static func end(next: Date?) -> String {
    "That was the cycle." + (next.map { " The next one: \(Moment.day($0))." } ?? "")
  }

  /// Nothing has to be learned again.
  static func nothingChanged(_ count: Int) -> String {
    count == 0
      ? "No source is remembered yet: what pond import learns from now on will be."
      : "Nothing that could be learned again changed in \(Words.count(count, "source"))."
  }

  /// What came of the last cycle.
  static func reflection(
    last: PondGraph.Cycle?, today: PondGraph.Cycle.Asked, answers: [Answer: Int], since: Date,
    regrets: Regrets.Tally
  ) -> [String] {
    let before = last?.asked
    var lines = [
      "You follow \(Words.count(today.accounts, "account"))"
        + then(before.map { Words.grouped($0.accounts) }, Words.grouped(today.accounts)) + "."
    ]
    if let posts = today.postsPerWeek, let minutes = today.minutesPerDay {
      let known = today.accounts - today.unseen
      let seen = today.unseen > 0 ? ", as far as is known of \(Words.grouped(known))" : ""
      lines.append(
        "They post \(Words.figure(posts)) times a week"
          + then(before?.postsPerWeek.map(Words.figure), Words.figure(posts)) + seen + ".")
      lines.append(
        "Reading all of it takes \(Words.figure(minutes)) minutes a day"
          + then(before?.minutesPerDay.map(Words.figure), Words.figure(minutes)) + ".")
    } else if today.accounts > 0 {
      lines.append("What they post is not known yet: pond fetch asks the feeds.")
    }
    lines.append(answered(answers, since: since))
    if regrets.letGo > 0 {
      lines.append(
        "Let go in all: \(Words.grouped(regrets.letGo)). Missed: \(Words.grouped(regrets.missed)), not "
          + "missed: \(Words.grouped(regrets.notMissed)).")
    }
    return lines.flatMap { Words.wrap($0, to: 78) }
  }

  private static func then(_ before: String?, _ now: String) -> String {
    guard let before, before != now else { return "" }
    return " (before: \(before))"
  }

  private static func answered(_ answers: [Answer: Int], since: Date) -> String {
    let parts = Answer.allCases.compactMap { answer in
      answers[answer].map { "\(Words.grouped($0)) \(answer.rawValue)" }
    }
    let day = Moment.day(since)
    return parts.isEmpty
      ? "You answered nothing since \(day)." : "Your answers since \(day): \(Words.list(parts))."
  }

  /// A list that nothing was decided about.
  static func asItCame(_ list: Pond.LeavingList) -> String {
    "\(Sanitize.line(list.list.path)): nothing to change."
  }

  /// Where a list is written: its own name with the day, never its own place.
  static func place(of list: Pond.LeavingList, in folder: String, on day: Date) -> String {
    let own = URL(fileURLWithPath: list.list.path)
    let suffix = own.pathExtension.isEmpty ? "" : "." + own.pathExtension
    let name = "\(own.deletingPathExtension().lastPathComponent)-\(Moment.day(day))\(suffix)"
    return folder == "." ? name : URL(fileURLWithPath: folder).appendingPathComponent(name).path
  }

  /// What a list would be written with, and where.
  static func decided(_ list: Pond.LeavingList, place: String) -> String {
    let parts = [
      (list.cut, "cut"), (list.repaired, "repaired"), (list.moved, "moved"),
      (list.weighed, "given another importance"), (list.added, "added"),
    ].filter { $0.0 > 0 }.map { "\(Words.grouped($0.0)) \($0.1)" }
    return "\(Sanitize.line(list.list.path)): \(Words.list(parts)); would go to "
      + Sanitize.line(place)
  }

  /// What takes no list back.
  static func checklists(_ networks: [AccountKind]) -> [String] {
    networks.map { network in
      "\(network.rawValue) takes no list back: pond export \(network.rawValue) -o page.html makes a "
        + "page of links."
    }
  }
}
