import Foundation

/// A rounded, slightly uneven outline, like a pond's on a map. Always the same for the same place.
struct Blob {
  let centre: Point
  let width: Double
  let height: Double
  let phase: Double

  /// 0 in the middle, 1 on the outline, more outside.
  func reach(_ point: Point) -> Double {
    let (across, down) = ((point.x - centre.x) / width, (point.y - centre.y) / height)
    return hypot(across, down) / unevenness(atan2(down, across))
  }

  /// How far a point is from the outline at least, on either side.
  /// - Parameter reach: `reach(_:)` of the point.
  func distance(reach: Double) -> Double { abs(reach - 1) * min(width, height) * 0.92 }

  /// The outline, grown or shrunk, as a closed path.
  func path(_ scale: Double = 1) -> String {
    let corners = 90
    let points = (0..<corners).map { corner -> String in
      let angle = Double(corner) / Double(corners) * 2 * .pi
      let reach = unevenness(angle) * scale
      return SVG.pair(
        Point(
          x: centre.x + width * reach * cos(angle), y: centre.y + height * reach * sin(angle)))
    }
    return "M" + points.joined(separator: "L") + "Z"
  }

  private func unevenness(_ angle: Double) -> Double {
    1 + 0.030 * sin(2 * angle + phase) + 0.022 * sin(3 * angle + 2 * phase)
      + 0.010 * sin(5 * angle + 3 * phase)
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
