import Foundation

/// A place or a step on a drawing, in its own units, downwards.
struct Point {
  let x: Double
  let y: Double

  func distance(to other: Point) -> Double {
    let (aside, along) = (x - other.x, y - other.y)
    return (aside * aside + along * along).squareRoot()
  }
}

/// A disc on a drawing.
struct Disc {
  let centre: Point
  let radius: Double
}

/// An upright rectangle on a drawing.
struct Box {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  var corners: [Point] {
    [
      Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x, y: y + height),
      Point(x: x + width, y: y + height),
    ]
  }

  /// How far a point is from it; 0 inside.
  func distance(to point: Point) -> Double {
    let aside = max(x - point.x, 0, point.x - x - width)
    let along = max(y - point.y, 0, point.y - y - height)
    return hypot(aside, along)
  }

  /// Whether a point is nearer than a distance. Asked for every disc of thousands of boxes: no root is drawn.
  func isWithin(_ distance: Double, of point: Point) -> Bool {
    let aside = max(x - point.x, 0, point.x - x - width)
    let along = max(y - point.y, 0, point.y - y - height)
    return aside * aside + along * along < distance * distance
  }

  func meets(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}

/// Numbers and texts as SVG writes them.
enum SVG {
  /// A coordinate with one place after the point; what is no number is 0.
  static func number(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// `12.3 4`.
  static func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

  /// About how wide a text is in letters of a size, for a page's own font.
  static func width(of text: String, size: Double) -> Double {
    Double(Width.columns(of: text)) * size * 0.56
  }
}
