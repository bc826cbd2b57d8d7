import Foundation
import PondGraph

/// The pond over the months, within 80 columns.
struct HistoryText {
  let chronicle: Chronicle
  var hasBars = Locale.showsUnicode

  /// A table of the months, then the hours of the week.
  var lines: [String] { table + note + regrets + cycles + [""] + hours }

  private var cycles: [String] {
    guard !chronicle.cycles.isEmpty else { return [] }
    return ["", "Your cycles:"] + cycleLines.map { "  \($0.day)  \($0.words)" }
  }

  /// Each cycle: the day of its end, and what was asked for then.
  var cycleLines: [(day: String, words: String)] {
    chronicle.cycles.compactMap { cycle in
      guard let end = cycle.endedAt, let asked = cycle.asked else { return nil }
      let known = asked.postsPerWeek.flatMap { posts in
        asked.minutesPerDay.map {
          ", \(Words.figure(posts)) posts a week, \(Words.figure($0)) minutes a day"
        }
      }
      return (
        Moment.day(end),
        "\(Words.count(asked.accounts, "account"))\(known ?? ""), \(Words.grouped(asked.close)) close"
      )
    }
  }

  /// What has to be said of the months besides their figures.
  var note: [String] {
    let seen = chronicle.months.filter { $0.posts != nil }.map(\.seen)
    guard let least = seen.min(), let most = seen.max(), least < most else { return [] }
    return ["Of fewer seen, fewer posts are known: that is no change of what came."]
  }

  /// Whom the person let go, and whether they missed them; none where nobody was.
  var regrets: [String] {
    let tally = chronicle.regrets
    guard tally.letGo > 0 else { return [] }
    let open = tally.letGo - tally.known
    return [
      "Let go in all: \(Words.grouped(tally.letGo)). Missed: \(Words.grouped(tally.missed)), not missed: "
        + "\(Words.grouped(tally.notMissed)), no answer yet: \(Words.grouped(open))."
    ]
  }

  private static let barColumns = 16

  private var table: [String] {
    let most = chronicle.months.compactMap(\.posts).max() ?? 0
    return [row("month", "posts", "seen of", "you did", "answers")]
      + chronicle.months.map { month in
        row(
          Moment.month(month.start, in: chronicle.zone), month.posts.map(Words.grouped) ?? "–",
          month.posts == nil ? "–" : Words.grouped(month.seen),
          month.acts.map(Words.grouped) ?? "–",
          bar(month.posts, of: most) + answers(month))
      }
  }

  private func row(
    _ month: String, _ posts: String, _ seen: String, _ acts: String, _ rest: String
  ) -> String {
    let start =
      left(month, 9) + right(posts, 8) + right(seen, 9) + right(acts, 9) + "  "
    let isHeading = month == "month"
    let end = isHeading ? String(repeating: " ", count: Self.barColumns + 2) + rest : rest
    return trimmed(start + end)
  }

  private func bar(_ posts: Int?, of most: Int) -> String {
    guard let posts, most > 0 else { return left("", Self.barColumns + 2) }
    let length = (Double(posts) / Double(most) * Double(Self.barColumns)).rounded(.up)
    let sign = hasBars ? "▇" : "#"
    return left(String(repeating: sign, count: Int(length)), Self.barColumns + 2)
  }

  private func answers(_ month: Chronicle.Month) -> String {
    let kept = [Answer.keep, .hold].reduce(0) { $0 + (month.answers[$1] ?? 0) }
    let gone = [Answer.letGo, .archive].reduce(0) { $0 + (month.answers[$1] ?? 0) }
    let others = month.answers.values.reduce(0, +) - kept - gone
    var parts: [String] = []
    if kept > 0 { parts.append("\(Words.grouped(kept)) kept") }
    if gone > 0 { parts.append("\(Words.grouped(gone)) let go") }
    if others > 0 { parts.append(Words.count(others, "other")) }
    if month.takenBack > 0 { parts.append("\(Words.grouped(month.takenBack)) back") }
    return parts.joined(separator: ", ")
  }

  private var hours: [String] {
    let all = chronicle.hours.flatMap { $0 }.reduce(0, +)
    guard all > 0 else {
      return ["When you read is unknown: no file keeps the time of anything that you did."]
    }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let most = chronicle.hours.flatMap { $0 }.max() ?? 0
    return Words.wrap(
      "When you read: \(Words.count(all, "act")) of yours with a time, by the hours of the week "
        + "(\(Sanitize.line(chronicle.zone.identifier))).", to: 78)
      + ["     0     6     12    18"]
      + zip(names, chronicle.hours).map { name, hours in
        trimmed("\(name)  " + String(hours.map { sign($0, of: most) }))
      }
  }

  private func sign(_ count: Int, of most: Int) -> Character {
    let signs = Array(hasBars ? "▁▂▃▄▅▆▇█" : "_.:-=+*#")
    guard count > 0 else { return " " }
    let height = Int((Double(count) / Double(most) * Double(signs.count)).rounded(.up))
    return signs[min(signs.count, max(1, height)) - 1]
  }

  private func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Width.columns(of: text)))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - Width.columns(of: text))) + text
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
