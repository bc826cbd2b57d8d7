package import Foundation

/// What passed between the person and an account, in words, without a figure that rates anybody.
package enum ExchangeWords {
  /// The sentences; always at least one.
  package static func sentences(
    _ exchange: Exchange, _ assessment: Assessment, now: Date
  ) -> [String] {
    let said = [
      attention(exchange, now: now), written(exchange), answered(exchange, now: now),
      mutual(assessment.ladder),
    ].compactMap { $0 }
    return said.isEmpty ? [nothing(exchange, assessment)] : said
  }

  private static let verbs: [(kind: ActKind, word: String)] = [
    (.read, "read"), (.watched, "watched"), (.opened, "opened"), (.liked, "liked"),
    (.starred, "starred"), (.saved, "saved"), (.reshared, "passed on"), (.quoted, "quoted"),
    (.replied, "answered"),
  ]

  private static func attention(_ exchange: Exchange, now: Date) -> String? {
    let parts = verbs.compactMap { verb in
      exchange.acts[verb.kind].map { "\(verb.word) \(Figures.count($0))" }
    }
    guard let last = parts.last else { return nil }
    let rest = parts.dropLast().joined(separator: ", ")
    let list = rest.isEmpty ? last : rest + " and " + last
    return "You \(list) of its posts\(ago(exchange.lastAct, now: now))."
  }

  private static func written(_ exchange: Exchange) -> String? {
    exchange.acts[.wrote].map { "You wrote to it \(times($0))." }
  }

  private static func answered(_ exchange: Exchange, now: Date) -> String? {
    guard exchange.addressed > 0 else { return nil }
    return "Its words were addressed to you \(times(exchange.addressed))"
      + "\(ago(exchange.lastAddressed, now: now))."
  }

  private static func mutual(_ ladder: Ladder) -> String? {
    guard ladder.weeksMutual > 0 else { return nil }
    return "Words went both ways in \(Figures.counted(ladder.weeksMutual, "separate week"))."
  }

  private static func nothing(_ exchange: Exchange, _ assessment: Assessment) -> String {
    if let seen = exchange.acts[.seen] {
      return "\(Figures.counted(seen, "post")) went by before your eyes; nothing more is known."
    }
    return assessment.statistics.observablePosts > 0
      ? "Nothing that you did with its posts left a trace."
      : "No file that Pond was shown tells what passed between you."
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(Figures.count(count)) times"
    }
  }

  private static func ago(_ date: Date?, now: Date) -> String {
    guard let date, date <= now else { return "" }
    let weeks = now.timeIntervalSince(date) / (7 * 86_400)
    return ", the last time \(Figures.duration(weeks: weeks)) ago"
  }
}
