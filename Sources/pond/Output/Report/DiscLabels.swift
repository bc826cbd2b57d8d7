import Foundation

/// Names beside or in discs: for the largest, where there is room, and nowhere over anything else.
struct DiscLabels {
  /// A name, line by line.
  struct Label {
    let entry: ReportEntry
    let lines: [String]
    /// Where its first base line is.
    let at: Point
    /// `start`, `middle` or `end`.
    let anchor: String
    let isInside: Bool
    /// A thin line from the edge of its disc, where the name stands further away.
    var lead: (from: Point, to: Point)?
  }

  /// So many of the loudest of each place are named in any case; where one finds no room at all, others
  /// down to this place are tried.
  private static let loudest = 3
  private static let tried = 8

  private let layout: PondLayout
  private let discs: [Disc]
  private let size: Double
  private let most: Int
  private let longest: Int

  /// - Parameters:
  ///   - size: of the letters.
  ///   - most: how many names a place has at most.
  ///   - longest: how many columns a name beside its disc takes at most.
  init(_ layout: PondLayout, size: Double, most: Int, longest: Int) {
    self.layout = layout
    discs = layout.drawn.map(\.disc)
    self.size = size
    self.most = most
    self.longest = longest
  }

  /// The names that find room, and those of the loudest.
  var labels: [Label] {
    var labels: [Label] = []
    for place in ReportEntry.Place.allCases {
      var taken = [PondLayout.caption(place, layout.shape)]
      var count = 0
      let here = layout.drawn.filter { $0.entry.place == place }
      for (rank, drawn) in here.enumerated() where count < most {
        if let label = inside(drawn) {
          labels.append(label)
          count += 1
          continue
        }
        // Thousands of places are tried for a name that stands further away: last, and for few.
        if let (label, box) = beside(drawn, taken)
          ?? (count < Self.loudest && rank < Self.tried ? aside(drawn, taken) : nil)
        {
          labels.append(label)
          taken.append(box)
          count += 1
        }
      }
    }
    return labels
  }

  /// Further away, with a line from the disc.
  private func aside(_ drawn: PondLayout.Drawn, _ taken: [Box]) -> (Label, Box)? {
    let text = Width.cut(Sanitize.line(drawn.entry.name), to: longest)
    let width = SVG.width(of: text, size: size)
    let (centre, radius) = (drawn.disc.centre, drawn.disc.radius)
    for distance in stride(from: 16.0, through: 240, by: 8) {
      for step in 0..<24 {
        let angle = Double(step) / 24 * 2 * .pi
        let (across, down) = (cos(angle), sin(angle))
        let end = Point(
          x: centre.x + across * (radius + distance), y: centre.y + down * (radius + distance))
        let left = across >= 0 ? end.x + 3 : end.x - width - 3
        let box = Box(x: left, y: end.y - size * 0.5, width: width, height: size * 1.15)
        guard fits(box, beside: drawn, taken) else { continue }
        let start = Point(x: centre.x + across * radius, y: centre.y + down * radius)
        let label = Label(
          entry: drawn.entry, lines: [text],
          at: Point(x: across >= 0 ? left : left + width, y: end.y + size * 0.36),
          anchor: across >= 0 ? "start" : "end", isInside: false, lead: (start, end))
        return (label, box)
      }
    }
    return nil
  }

  private func inside(_ drawn: PondLayout.Drawn) -> Label? {
    let radius = drawn.disc.radius
    let columns = Int(exactly: (radius * 1.7 / (size * 0.56)).rounded(.down)) ?? 0
    guard columns >= 5 else { return nil }
    let lines = Words.wrap(Sanitize.line(drawn.entry.name), to: columns)
    let height = Double(lines.count) * size * 1.15
    guard !lines.isEmpty, height <= radius * 1.4,
      lines.allSatisfy({ Width.columns(of: $0) <= columns })
    else { return nil }
    let top = drawn.disc.centre.y - height / 2 + size * 0.92
    return Label(
      entry: drawn.entry, lines: lines, at: Point(x: drawn.disc.centre.x, y: top),
      anchor: "middle", isInside: true)
  }

  private func beside(_ drawn: PondLayout.Drawn, _ taken: [Box]) -> (Label, Box)? {
    let text = Width.cut(Sanitize.line(drawn.entry.name), to: longest)
    let width = SVG.width(of: text, size: size)
    let (centre, away) = (drawn.disc.centre, drawn.disc.radius + 5)
    let middle = centre.y + size * 0.36
    let places: [(anchor: String, at: Point, left: Double)] = [
      ("start", Point(x: centre.x + away, y: middle), centre.x + away),
      ("end", Point(x: centre.x - away, y: middle), centre.x - away - width),
      ("middle", Point(x: centre.x, y: centre.y + away + size * 0.8), centre.x - width / 2),
      ("middle", Point(x: centre.x, y: centre.y - away - size * 0.1), centre.x - width / 2),
    ]
    for place in places {
      let box = Box(x: place.left, y: place.at.y - size * 0.86, width: width, height: size * 1.15)
      guard fits(box, beside: drawn, taken) else { continue }
      let label = Label(
        entry: drawn.entry, lines: [text], at: place.at, anchor: place.anchor, isInside: false)
      return (label, box)
    }
    return nil
  }

  private func fits(_ box: Box, beside drawn: PondLayout.Drawn, _ taken: [Box]) -> Bool {
    let place = drawn.entry.place
    return !taken.contains { $0.meets(box) }
      && !discs.contains { box.isWithin($0.radius + 2, of: $0.centre) }
      && box.corners.allSatisfy { layout.shape.room($0, in: place) > 3 }
  }
}
