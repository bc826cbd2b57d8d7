import Foundation

/// A rounded, slightly uneven outline, like a pond's on a map. Always the same for the same place.
struct Blob {
  let centre: Point
  let width: Double
  let height: Double
  // The cosine and sine of φ, 2φ and 3φ.
  private let turns: [(cos: Double, sin: Double)]

  init(centre: Point, width: Double, height: Double, phase: Double) {
    (self.centre, self.width, self.height) = (centre, width, height)
    turns = [1, 2, 3].map { (cos($0 * phase), sin($0 * phase)) }
  }

  /// 0 in the middle, 1 on the outline, more outside.
  func reach(_ point: Point) -> Double {
    let (across, down) = ((point.x - centre.x) / width, (point.y - centre.y) / height)
    let out = (across * across + down * down).squareRoot()
    guard out > 0 else { return 0 }
    return out / unevenness(cos: across / out, sin: down / out)
  }

  /// How far a point is from the outline at least, on either side.
  /// - Parameter reach: `reach(_:)` of the point.
  func distance(reach: Double) -> Double { abs(reach - 1) * min(width, height) * 0.92 }

  /// The outline, grown or shrunk, as a closed path.
  func path(_ scale: Double = 1) -> String {
    let corners = 90
    let points = (0..<corners).map { corner -> String in
      let angle = Double(corner) / Double(corners) * 2 * .pi
      let reach = unevenness(cos: cos(angle), sin: sin(angle)) * scale
      return SVG.pair(
        Point(
          x: centre.x + width * reach * cos(angle), y: centre.y + height * reach * sin(angle)))
    }
    return "M" + points.joined(separator: "L") + "Z"
  }

  // 1 + .030 sin(2a + φ) + .022 sin(3a + 2φ) + .010 sin(5a + 3φ), by the angle's cosine and sine alone: it is
  // asked for at each of a hundred thousand points.
  private func unevenness(cos: Double, sin: Double) -> Double {
    let (cos2, sin2) = (cos * cos - sin * sin, 2 * sin * cos)
    let (cos3, sin3) = (cos2 * cos - sin2 * sin, sin2 * cos + cos2 * sin)
    let (cos5, sin5) = (cos3 * cos2 - sin3 * sin2, sin3 * cos2 + cos3 * sin2)
    return 1 + 0.030 * (sin2 * turns[0].cos + cos2 * turns[0].sin)
      + 0.022 * (sin3 * turns[1].cos + cos3 * turns[1].sin)
      + 0.010 * (sin5 * turns[2].cos + cos5 * turns[2].sin)
  }
}

/// The pond on its canvas: the shore, the edge of the deep, and the land around.
struct PondShape {
  static let width = 1000.0
  static let height = 640.0

  let shore = Blob(centre: Point(x: 396, y: 322), width: 374, height: 292, phase: 0.7)
  let deep: Blob

  /// A pond whose deep takes this part of its width, 0 to 1.
  init(deep share: Double) {
    let aside = (1 - share) * 0.22
    deep = Blob(
      centre: Point(
        x: shore.centre.x - aside * shore.width, y: shore.centre.y - aside * 0.4 * shore.height),
      width: shore.width * share, height: shore.height * share, phase: 2.3)
  }

  /// How large a disc around a point may be and stay in its place; 0 for a point outside of it.
  func room(_ point: Point, in place: ReportEntry.Place) -> Double {
    switch place {
    case .close:
      let reach = deep.reach(point)
      return reach < 1 ? deep.distance(reach: reach) : 0
    case .stream:
      let (inner, outer) = (deep.reach(point), shore.reach(point))
      guard inner > 1, outer < 1 else { return 0 }
      return min(deep.distance(reach: inner), shore.distance(reach: outer))
    case .bank:
      let reach = shore.reach(point)
      guard reach > 1 else { return 0 }
      return min(
        shore.distance(reach: reach), point.x, Self.width - point.x, point.y,
        Self.height - point.y)
    }
  }

  /// Where the name of a place is written; its middle, at its base line.
  func caption(of place: ReportEntry.Place) -> Point {
    switch place {
    case .close: Point(x: deep.centre.x, y: deep.centre.y - deep.height + 46)
    case .stream:
      Point(
        x: shore.centre.x,
        y: (deep.centre.y + deep.height + shore.centre.y + shore.height) / 2 + 4)
    case .bank: Point(x: 868, y: 40)
    }
  }
}
