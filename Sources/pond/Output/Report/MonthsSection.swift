import Foundation
import PondGraph

/// The last months on one scale: what came, what the person did, what they answered; then the hours of the
/// week in which they did it.
struct MonthsSection {
  let chronicle: Chronicle
  /// Whether it says in its words how many were let go and missed.
  var tellsRegrets = true

  var html: String {
    guard
      chronicle.months.contains(where: { $0.posts != nil || $0.acts != nil || !$0.answers.isEmpty })
    else { return "<p>No file tells of the last twelve months.</p>" }
    return """
      <p>What came, what you did with it, and what you answered. A month of which no file tells has no bar: \
      that is not none.\(regrets)</p>
      <figure>
      \(MonthsPicture(chronicle).svg)
      <figcaption>Answers: <span class="key"><i class="dot close"></i> kept or held</span>
      <span class="key"><i class="dot bank"></i> let go or archived</span></figcaption>
      </figure>
      \(table)
      \(hours)
      """
  }

  private var regrets: String {
    let tally = chronicle.regrets
    guard tellsRegrets, tally.letGo > 0 else { return "" }
    return
      " You let go \(Words.grouped(tally.letGo)) in all; \(Words.grouped(tally.missed)) you missed and "
      + "took back."
  }

  private var table: String {
    let cycles = chronicle.cycles
    let months = chronicle.months
    return ReportTable(
      caption: "The last twelve months",
      columns: [
        ("month", .words), ("posts", .figure), ("of accounts seen", .figure), ("you did", .figure),
        ("kept", .figure), ("let go", .figure), ("taken back", .figure), ("followed", .figure),
        ("posts a week", .figure), ("minutes a day", .figure), ("close", .figure),
      ],
      rows: months.enumerated().map { place, month in
        let end = place + 1 < months.count ? months[place + 1].start : Date.distantFuture
        let asked = cycles.last { cycle in
          cycle.endedAt.map { $0 >= month.start && $0 < end } ?? false
        }?.asked
        return [
          Moment.month(month.start, in: chronicle.zone), Self.figure(month.posts),
          month.posts == nil ? "–" : Words.grouped(month.seen), Self.figure(month.acts),
          Words.grouped(month.count([.keep, .hold])),
          Words.grouped(month.count([.letGo, .archive])),
          Words.grouped(month.takenBack), Self.figure(asked?.accounts),
          asked?.postsPerWeek.map(Words.figure) ?? "–",
          asked?.minutesPerDay.map(Words.figure) ?? "–",
          Self.figure(asked?.close),
        ]
      }
    ).folded("Month by month; the last four columns as of a cycle in it")
  }

  private static func figure(_ count: Int?) -> String { count.map(Words.grouped) ?? "–" }

  private var hours: String {
    let all = chronicle.hours.flatMap { $0 }.reduce(0, +)
    guard all > 0 else {
      return "<p>When you read is unknown: no file keeps the time of anything that you did.</p>"
    }
    return """
      <p>When you read: \(Words.count(all, "act")) of yours with a time, by the hours of the week.</p>
      <figure>
      \(HoursPicture(chronicle.hours).svg)
      </figure>
      \(hoursTable)
      """
  }

  private var hoursTable: String {
    ReportTable(
      caption: "Your acts by the hours of the week",
      columns: [("day", .words)] + (0..<24).map { ("\($0):00", .figure) },
      rows: zip(HoursPicture.names, chronicle.hours).map { name, hours in
        [name] + hours.map(Words.grouped)
      }
    ).folded("Hour by hour")
  }
}

extension Chronicle.Month {
  /// How many of its standing answers are of some kinds.
  func count(_ kinds: [Answer]) -> Int { kinds.reduce(0) { $0 + (answers[$1] ?? 0) } }
}

/// Three rows of bars over the same months.
struct MonthsPicture {
  private let months: [Chronicle.Month]
  private let zone: TimeZone

  private static let (left, step, height) = (120.0, 60.0, 64.0)

  init(_ chronicle: Chronicle) {
    months = chronicle.months
    zone = chronicle.zone
  }

  /// The picture.
  var svg: String {
    return """
      <svg class="plot months" viewBox="0 0 860 300" role="img" \
      aria-labelledby="months-title months-desc">
      <title id="months-title">The last twelve months</title>
      <desc id="months-desc">\(Self.told(months.map(\.posts), "post")) known, \
      \(Self.told(months.map(\.acts), "act")) of yours; month by month in the table below.</desc>
      \(row("posts", 0, [("month-posts", months.map(\.posts))]))
      \(row("you did", 1, [("month-acts", months.map(\.acts))]))
      \(row("answers", 2, [
        ("month-acts", months.map { .some($0.count([.keep, .hold])) }),
        ("month-gone", months.map { .some($0.count([.letGo, .archive])) }),
      ]))
      \(ticks)
      </svg>
      """
  }

  // What no file tells of is unknown, not none.
  private static func told(_ counts: [Int?], _ thing: String) -> String {
    let known = counts.compactMap { $0 }
    return known.isEmpty ? "no \(thing)s" : Words.count(known.reduce(0, +), thing)
  }

  private func row(
    _ name: String, _ number: Int, _ series: [(kind: String, counts: [Int?])]
  ) -> String {
    let floor = 20 + Double(number + 1) * (Self.height + 18) - 18
    let known = series.flatMap(\.counts).compactMap { $0 }
    let most = known.max() ?? 0
    let width = 36 / Double(series.count)
    let bars = series.enumerated().map { place, one -> String in
      one.counts.enumerated().map { month, count -> String in
        guard let count, count > 0 else { return "" }
        let height = Double(count) / Double(max(1, most)) * Self.height
        let x = Self.left + Double(month) * Self.step + 6 + Double(place) * width
        return
          "<rect class=\"\(one.kind)\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(floor - height))\" "
          + "width=\"\(SVG.number(width - 2))\" height=\"\(SVG.number(height))\"/>"
      }.joined()
    }
    return """
      <text class="axis" x="0" y="\(SVG.number(floor - 26))">\(name)</text>
      <text class="tick l" x="0" y="\(SVG.number(floor - 6))">\(known.isEmpty ? "unknown" : "up to \(Words.grouped(most))")</text>
      \(bars.joined())
      <path class="ground" d="M\(SVG.number(Self.left)) \(SVG.number(floor))h736"/>
      """
  }

  private var ticks: String {
    months.enumerated().map { place, month in
      let x = Self.left + Double(place) * Self.step + 23
      let name = Moment.month(month.start, in: zone).dropFirst(2)
      // On a narrow page every third is enough.
      let kind = place % 3 == 0 ? "tick" : "tick l"
      return
        "<text class=\"\(kind)\" x=\"\(SVG.number(x))\" y=\"288\" text-anchor=\"middle\">\(name)</text>"
    }.joined(separator: "\n")
  }
}

/// The hours of the week, a square each: the larger, the more was done in it.
struct HoursPicture {
  private let hours: [[Int]]

  init(_ hours: [[Int]]) {
    self.hours = hours
  }

  static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let (left, step) = (120.0, 30.0)

  /// The picture.
  var svg: String {
    let most = Double(max(1, hours.flatMap { $0 }.max() ?? 0))
    let days = hours.enumerated().map { day, counts -> String in
      let y = 14 + Double(day) * 26
      let squares = counts.enumerated().map { hour, count -> String in
        guard count > 0 else { return "" }
        // The area tells the count.
        let side = 24 * (Double(count) / most).squareRoot()
        let x = Self.left + Double(hour) * Self.step + (24 - side) / 2
        return "<rect class=\"hour\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y - side / 2))\" "
          + "width=\"\(SVG.number(side))\" height=\"\(SVG.number(side))\"/>"
      }
      return "<text class=\"axis\" x=\"0\" y=\"\(SVG.number(y + 5))\">\(Self.names[day])</text>"
        + squares.joined()
    }
    let ticks = stride(from: 0, to: 24, by: 6).map { hour in
      let x = Self.left + Double(hour) * Self.step + 12
      return
        "<text class=\"tick\" x=\"\(SVG.number(x))\" y=\"204\" text-anchor=\"middle\">\(hour):00</text>"
    }
    return """
      <svg class="plot hours" viewBox="0 0 860 210" role="img" aria-labelledby="hours-title hours-desc">
      <title id="hours-title">When you read</title>
      <desc id="hours-desc">\(busiest)</desc>
      \((days + ticks).joined(separator: "\n"))
      </svg>
      """
  }

  private var busiest: String {
    let all = hours.enumerated().flatMap { day, counts in
      counts.enumerated().map { (day: day, hour: $0.offset, count: $0.element) }
    }
    guard let most = all.max(by: { $0.count < $1.count }) else { return "" }
    return "Most was done on \(Self.names[most.day]) from \(most.hour):00 on: "
      + "\(Words.count(most.count, "act"))."
  }
}
