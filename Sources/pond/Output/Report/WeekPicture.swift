import Foundation
import PondGraph

/// A week of the stream before and after: every post a dot, day by day.
struct WeekPicture {
  private let week: [Pond.Report.Day]
  private let perDot: Int

  private static let step = 6.4
  private static let across = 8
  private static let mostRows = 26

  init(_ week: [Pond.Report.Day]) {
    self.week = week
    let most = week.map(\.all).max() ?? 0
    perDot = max(1, (most + Self.across * Self.mostRows - 1) / (Self.across * Self.mostRows))
  }

  /// How many posts came, and how many of them from the close ring.
  var sums: (all: Int, close: Int, stream: Int) {
    week.reduce((0, 0, 0)) { ($0.0 + $1.all, $0.1 + $1.close, $0.2 + $1.stream) }
  }

  /// The picture.
  var svg: String {
    """
    <svg class="plot week" viewBox="0 0 860 \(SVG.number(floor + 44))" role="img" \
    aria-labelledby="week-title week-desc">
    <title id="week-title">The last seven days, as they were and in the close ring</title>
    <desc id="week-desc">\(Words.count(sums.all, "post")) came; \
    \(Words.grouped(sums.close)) of them from the close ring. \
    \(perDot > 1 ? "A dot stands for \(Words.grouped(perDot)) posts." : "A dot stands for a post.")</desc>
    <text class="axis" x="20" y="22">as it was: \(Words.count(sums.all, "post"))</text>
    <text class="axis" x="456" y="22">in the close ring: \(Words.grouped(sums.close))</text>
    \(panel(at: 20) { Self.parts($0) })
    \(panel(at: 456) { [("dots-close", $0.close)] })
    </svg>
    """
  }

  private static func parts(_ day: Pond.Report.Day) -> [(kind: String, posts: Int)] {
    [
      ("dots-close", day.close), ("dots-stream", day.stream), ("dots-fog", day.unknown),
      ("dots-bank", day.others),
    ]
  }

  /// What a dot stands for, as a sentence; nil where it is one post.
  var scale: String? { perDot > 1 ? "A dot stands for \(Words.grouped(perDot)) posts." : nil }

  private var rows: Int {
    let most = week.map { ($0.all + perDot - 1) / perDot }.max() ?? 0
    return max(4, (most + Self.across - 1) / Self.across)
  }

  private var floor: Double { 36 + Double(rows) * Self.step }

  private func panel(
    at left: Double, _ parts: (Pond.Report.Day) -> [(kind: String, posts: Int)]
  ) -> String {
    let days = week.enumerated().map { number, day -> String in
      let x = left + Double(number) * 55
      var place = 0
      let dots = parts(day).map { part -> String in
        let count = (part.posts + perDot - 1) / perDot
        defer { place += count }
        return path(part.kind, from: place, count: count, x: x)
      }
      return dots.joined() + """
        <text class="tick" x="\(SVG.number(x + 24))" y="\(SVG.number(floor + 24))" \
        text-anchor="middle">\(Self.weekday(day.end))</text>
        """
    }
    return days.joined(separator: "\n")
      + "\n<path class=\"ground\" d=\"M\(SVG.number(left - 4)) \(SVG.number(floor + 5))h386\"/>"
  }

  // A step of no length with round ends is a dot.
  private func path(_ kind: String, from first: Int, count: Int, x: Double) -> String {
    guard count > 0 else { return "" }
    let dots = (first..<first + count).map { place -> String in
      let (row, column) = place.quotientAndRemainder(dividingBy: Self.across)
      let at = Point(
        x: x + 3 + Double(column) * Self.step, y: floor - 3 - Double(row) * Self.step)
      return "M\(SVG.pair(at))h0"
    }
    return "<path class=\"\(kind)\" d=\"\(dots.joined())\"/>"
  }

  // By hand: the formatters ask for the person's locale. Day 0 was a Thursday.
  private static func weekday(_ date: Date) -> String {
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    // A day that ends in the morning is mostly the day before.
    let middle = date.timeIntervalSince1970 / 86_400 - 0.5
    guard let day = Int(exactly: middle.rounded(.down)) else { return "" }
    return names[((day % 7) + 7) % 7]
  }
}

extension Pond.Report.Day {
  /// Everything that came.
  var all: Int { close + stream + unknown + others }
}

/// A week of the stream before and after, with its table.
struct WeekSection {
  let week: [Pond.Report.Day]

  var html: String {
    let picture = WeekPicture(week)
    let sums = picture.sums
    guard sums.all > 0 else { return "<p>No post of the last seven days is known.</p>" }
    return """
      <p>In the last seven days \(Words.count(sums.all, "post")) came. The close ring would have been \
      \(Words.grouped(sums.close)) of them; the stream, to dip into, \(Words.grouped(sums.stream)).</p>
      <figure>
      \(picture.svg)
      <figcaption><span class="key"><i class="dot close"></i> close ring, at the bottom</span>
      <span class="key"><i class="dot stream"></i> stream, above it</span>\(fogKey)
      <span class="key"><i class="dot bank"></i> the bank, on top</span>\
      \(picture.scale.map { "<br>" + $0 } ?? "")</figcaption>
      </figure>
      \(table)
      """
  }

  private var fogKey: String {
    week.contains { $0.unknown > 0 }
      ? "\n<span class=\"key\"><i class=\"dot fog\"></i> not yet known, above that</span>" : ""
  }

  private var table: String {
    ReportTable(
      caption: "Posts of the last seven days, each up to the hour at which this was made",
      columns: [
        ("24 hours up to", .words), ("all", .figure), ("close ring", .figure), ("stream", .figure),
        ("not yet known", .figure), ("bank", .figure),
      ],
      rows: week.map { day in
        [
          Moment.day(day.end), Words.grouped(day.all), Words.grouped(day.close),
          Words.grouped(day.stream), Words.grouped(day.unknown), Words.grouped(day.others),
        ]
      }
    ).folded("Day by day")
  }
}
