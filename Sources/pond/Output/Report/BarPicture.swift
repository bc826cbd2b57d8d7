import Foundation
import PondGraph

/// Each source by how much it posts and how much of that was worth it, with what is not known of
/// either, beside the bar that rises with volume.
struct BarPicture {
  private static let width = 860.0
  private static let height = 470.0
  private static let left = 86.0
  private static let right = 838.0
  private static let top = 18.0
  private static let bottom = 412.0
  private static let shares = 0.001...1.0
  /// The most that are drawn.
  private static let most = 400
  /// From so many sources on, lines through every mark would cover each other: then a cell is the darker
  /// the more sources lie in it, and marks stand for the loudest and for those below their bar.
  private static let crowd = 150
  private static let cell = (width: 23.5, height: 16.4)

  /// The sources that are told of, the loudest first.
  let spots: [MeasuredSource]
  private let rates: ClosedRange<Double>
  private let measures: Measures

  init(_ entries: [ReportEntry]) {
    spots = entries.compactMap { MeasuredSource($0.overview) }.sorted {
      $0.rate != $1.rate ? $0.rate > $1.rate : $0.overview.account.key < $1.overview.account.key
    }
    measures = entries.first?.overview.assessment.measures ?? .standard
    let least = spots.map(\.rates.lowerBound).min() ?? 0.1
    let most = spots.map(\.rates.upperBound).max() ?? 100
    rates = max(0.01, min(0.1, least))...min(100_000, max(100, most * 1.15))
  }

  /// The minutes of reading a week that are free, in words.
  var freeMinutes: String {
    measures.allowance == Measures.standard.allowance
      ? "four minutes" : Figures.minutes(measures.allowance)
  }

  /// The picture.
  var svg: String {
    """
    <svg class="plot" viewBox="0 0 860 470" role="img" aria-labelledby="bar-title bar-desc">
    <title id="bar-title">What each source gives, against how much it posts</title>
    <desc id="bar-desc">Across, posts a week; up, the share of them that was worth your attention; \
    both axes in equal ratios. The bar is drawn for articles and for short notes: nothing up to what \
    is free, then rising to \(Words.whole(measures.price * 100)) in a hundred. \(Words.count(spots.count(where: \.isBelow), "source")) \
    of \(Words.grouped(spots.count)) lie below theirs with nine chances in ten.</desc>
    \(axes)
    \(curves)
    \(isCrowd ? density : spots.map(whiskers).joined())
    \(marked.map(mark).joined(separator: "\n"))
    \(names)
    </svg>
    """
  }

  // MARK: Axes

  private func x(_ rate: Double) -> Double {
    let place = log(min(max(rate, rates.lowerBound), rates.upperBound) / rates.lowerBound)
    return Self.left + place / log(rates.upperBound / rates.lowerBound) * (Self.right - Self.left)
  }

  private func y(_ share: Double) -> Double {
    let ends = Self.shares
    let place = log(min(max(share, ends.lowerBound), ends.upperBound) / ends.lowerBound)
    return Self.bottom
      - place / log(ends.upperBound / ends.lowerBound) * (Self.bottom - Self.top)
  }

  private var axes: String {
    let across = [0.01, 0.1, 1, 10, 100, 1000, 10_000].filter(rates.contains).map { rate in
      """
      <path class="grid" d="M\(SVG.number(x(rate))) \(SVG.number(Self.top))V\(SVG.number(Self.bottom))"/>\
      <text class="tick" x="\(SVG.number(x(rate)))" y="436" text-anchor="middle">\
      \(Self.plain(rate))</text>
      """
    }
    let up = [0.001, 0.01, 0.1, 1].map { share in
      """
      <path class="grid" d="M\(SVG.number(Self.left)) \(SVG.number(y(share)))H\(SVG.number(Self.right))"/>\
      <text class="tick" x="78" y="\(SVG.number(y(share) + 5))" text-anchor="end">\
      \(Self.plain(share * 100))%</text>
      """
    }
    return (across + up).joined(separator: "\n")
      + "\n<text class=\"axis\" x=\"838\" y=\"461\" text-anchor=\"end\">posts a week</text>"
      + "\n<text class=\"axis\" x=\"94\" y=\"38\">worth your attention</text>"
  }

  private static func plain(_ value: Double) -> String {
    value >= 1 ? Words.figure(value.rounded()).replacing(".0", with: "") : "\(value)"
  }

  // MARK: The bar

  private var curves: String {
    let articleBar = Bar(minutesPerPost: ReadingCost.minutes(of: .article), by: measures)
    let noteBar = Bar(minutesPerPost: ReadingCost.minutes(of: .note), by: measures)
    let (article, note) = (curve(articleBar), curve(noteBar))
    return """
      <path class="below" d="\(article)V\(SVG.number(Self.bottom))Z"/>
      <path class="curve" d="\(article)"/><path class="curve notes" d="\(note)"/>
      \(name("bar for articles", from: articleBar.freePosts))
      \(name("for short notes", from: noteBar.freePosts))
      """
  }

  // Beside where a curve leaves the ground; where the picture ends before the words do, at its edge.
  private func name(_ words: String, from rate: Double) -> String {
    let start = x(rate) + 12
    let fits = start < Self.right - 150
    let place =
      fits
      ? "x=\"\(SVG.number(start))\"" : "x=\"\(SVG.number(Self.right - 6))\" text-anchor=\"end\""
    return "<text class=\"name\" \(place) y=\"\(SVG.number(Self.bottom - 12))\">\(words)</text>"
  }

  private func curve(_ bar: Bar) -> String {
    let steps = 72
    // Drawn from where it leaves the ground of the picture.
    let start = bar.freePosts / (1 - Self.shares.lowerBound / bar.price)
    guard start < rates.upperBound else { return "M0 0" }
    let points = (0...steps).map { step -> String in
      let part = pow(Double(step) / Double(steps), 2)
      let rate = start * pow(rates.upperBound / start, part)
      return SVG.pair(Point(x: x(rate), y: y(bar.required(at: rate))))
    }
    return "M" + points.joined(separator: "L")
  }

  // MARK: The sources

  /// Whether there are too many for a line through each.
  var isCrowd: Bool { spots.count > Self.crowd }

  private var marked: [MeasuredSource] {
    guard isCrowd else { return spots }
    return Array(spots.prefix(40)) + spots.dropFirst(40).filter(\.isBelow).prefix(Self.most)
  }

  private var density: String {
    var counts: [Cell: Int] = [:]
    for spot in spots {
      let place = Cell(
        column: Int((x(spot.rate) - Self.left) / Self.cell.width),
        row: Int((y(spot.share) - Self.top) / Self.cell.height))
      counts[place, default: 0] += 1
    }
    let most = Double(counts.values.max() ?? 1)
    return counts.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map {
      place, count in
      """
      <rect class="density" x="\(SVG.number(Self.left + Double(place.column) * Self.cell.width))" \
      y="\(SVG.number(Self.top + Double(place.row) * Self.cell.height))" \
      width="\(SVG.number(Self.cell.width))" height="\(SVG.number(Self.cell.height))" \
      fill-opacity="\(SVG.number(0.12 + 0.68 * (Double(count) / most).squareRoot()))">\
      <title>\(Words.count(count, "source"))</title></rect>
      """
    }.joined()
  }

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  private func whiskers(_ spot: MeasuredSource) -> String {
    """
    <path class="whisker" d="M\(SVG.number(x(spot.rate))) \(SVG.number(y(spot.likely.upperBound)))\
    V\(SVG.number(y(spot.likely.lowerBound)))M\(SVG.number(x(spot.rates.lowerBound))) \
    \(SVG.number(y(spot.share)))H\(SVG.number(x(spot.rates.upperBound)))"/>
    """
  }

  private func mark(_ spot: MeasuredSource) -> String {
    let (across, up) = (x(spot.rate), y(spot.share))
    let shape =
      spot.isBelow
      ? "<path class=\"under\" d=\"M\(SVG.number(across - 6)) \(SVG.number(up - 5))h12l-6 11z\"/>"
      : "<circle class=\"source\" cx=\"\(SVG.number(across))\" cy=\"\(SVG.number(up))\" r=\"4.6\"/>"
    return "<g><title>\(HTMLText.escaped(spot.name)): \(spot.words)</title>\(shape)</g>"
  }

  // The loudest below the bar, for it is about them; a name that would cover a mark is left out.
  private var names: String {
    // The names of the curves stand on the ground of the picture.
    var taken = [Box(x: Self.left, y: Self.bottom - 28, width: 800, height: 28)]
    let marks = marked.map { spot in
      Box(x: x(spot.rate) - 6, y: y(spot.share) - 6, width: 12, height: 12)
    }
    let texts = marked.filter(\.isBelow).prefix(10).compactMap { spot -> String? in
      let name = Width.cut(Sanitize.line(spot.name), to: 24)
      let width = SVG.width(of: name, size: 13)
      let (across, up) = (x(spot.rate), y(spot.share))
      for (left, base) in [
        (across - 10 - width, up + 5), (across + 10, up + 5), (across - width / 2, up - 11),
        (across - width / 2, up + 20),
      ] {
        let box = Box(x: left, y: base - 13, width: width, height: 17)
        guard box.x > Self.left, box.x + width < Self.right,
          !(taken + marks).contains(where: box.meets)
        else { continue }
        taken.append(box)
        return """
          <text class="name l" x="\(SVG.number(left))" \
          y="\(SVG.number(base))">\(HTMLText.escaped(name))</text>
          """
      }
      return nil
    }
    return texts.joined(separator: "\n")
  }
}
