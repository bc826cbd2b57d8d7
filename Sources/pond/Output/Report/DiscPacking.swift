import Foundation

/// Finds places for discs in a region, one after the other, each at the first spot that is free:
/// no dice, so the same discs come to the same places.
struct DiscPacking {
  private let spots: [Point]
  // How large a disc may be at each spot: by its place and what is written there, and by the discs
  // that are there already.
  private let room: [Double]
  private var free: [Double]
  private let squares: Squares

  /// The spots of a place in the pond, those in its midst first, but for what is written there.
  init(_ place: ReportEntry.Place, of shape: PondShape, keepingFree boxes: [Box]) {
    let all = Self.spiral(place, shape).map { spot -> (spot: Point, room: Double) in
      let written = boxes.map { $0.distance(to: spot) }.min() ?? .infinity
      return (spot, min(shape.room(spot, in: place), written))
    }.filter { $0.room > 2 }
    spots = all.map(\.spot)
    room = all.map(\.room)
    free = [Double](repeating: .infinity, count: all.count)
    squares = Squares(spots)
  }

  /// Places discs of these radii, the largest first, so far apart; nil where not all find a place.
  /// - Parameter radii: descending.
  func placing(_ radii: [Double], apart: Double) -> [Disc]? {
    guard area(radii, apart) < Double(spots.count) * Self.area * 0.62 else { return nil }
    var packing = self
    var discs: [Disc] = []
    // Room only shrinks: where one of the same size found none, the next finds none either.
    var (first, before) = (0, Double.infinity)
    for radius in radii {
      if radius != before { (first, before) = (0, radius) }
      guard let found = packing.place(radius, apart: apart, from: first) else { return nil }
      first = found
      discs.append(Disc(centre: spots[found], radius: radius))
    }
    return discs
  }

  private func area(_ radii: [Double], _ apart: Double) -> Double {
    radii.reduce(0) { $0 + .pi * ($1 + apart / 2) * ($1 + apart / 2) }
  }

  /// Takes the first spot from a number on that is free; nil where none is.
  private mutating func place(_ radius: Double, apart: Double, from first: Int) -> Int? {
    let edge = min(apart, Self.edge)
    guard
      let found = free.indices[first...].first(where: {
        free[$0] >= radius + apart && room[$0] >= radius + edge
      })
    else { return nil }
    let (squares, spots, centre) = (squares, spots, spots[found])
    // No disc to come is larger: farther out there is room for any of them.
    squares.visit(around: centre, within: 2 * radius + apart) { index in
      free[index] = min(free[index], spots[index].distance(to: centre) - radius)
    }
    return found
  }

  /// How far a disc stays from the edge of its place, where there is room.
  private static let edge = 6.0
  /// What one spot stands for, in square units.
  private static let area = 34.0

  // From the midst outwards in the deep and on the bank. In the stream an even scattering (the powers
  // of the plastic number; Roberts, 2018), so that nobody stands in a row along the edge.
  private static func order(_ count: Int, in place: ReportEntry.Place) -> [Int] {
    guard place == .stream else { return Array(0..<count) }
    return (0..<count).map { ($0, (Double($0) * 0.754_877_666).truncatingRemainder(dividingBy: 1)) }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  // The seeds of a sunflower (Vogel, 1979), drawn out to the pond's shape.
  private static func spiral(_ place: ReportEntry.Place, _ shape: PondShape) -> [Point] {
    let (centre, width, height): (Point, Double, Double) =
      switch place {
      case .close: (shape.deep.centre, shape.deep.width * 1.1, shape.deep.height * 1.1)
      case .stream: (shape.deep.centre, shape.shore.width * 1.4, shape.shore.height * 1.4)
      case .bank: (Point(x: 880, y: 330), 900, 560)
      }
    let count = Int(exactly: (.pi * width * height / area).rounded()) ?? 0
    let turn = Double.pi * (3 - 5.0.squareRoot())
    return order(count, in: place).map { seed in
      let out = ((Double(seed) + 0.5) / Double(count)).squareRoot()
      let angle = Double(seed) * turn
      return Point(x: centre.x + width * out * cos(angle), y: centre.y + height * out * sin(angle))
    }
  }
}

/// Spots by the square of the canvas in which they lie, so that those near a point are found without looking at
/// all of them.
private struct Squares {
  private static let side = 16.0

  private let across: Int
  private let down: Int
  // The spots of all squares in one row; those of a square begin at its first and end at the next one's.
  private let firstOf: [Int]
  private let spots: [Int]

  init(_ points: [Point]) {
    let (across, down) = (Self.step(PondShape.width) + 1, Self.step(PondShape.height) + 1)
    var counts = [Int](repeating: 0, count: across * down + 1)
    // Whatever lies outside counts to the square at the edge, which is no farther from any spot inside.
    let squares = points.map { point in
      min(max(Self.step(point.y), 0), down - 1) * across
        + min(max(Self.step(point.x), 0), across - 1)
    }
    (self.across, self.down) = (across, down)
    for square in squares { counts[square + 1] += 1 }
    for square in counts.indices.dropFirst() { counts[square] += counts[square - 1] }
    firstOf = counts
    var spots = [Int](repeating: 0, count: points.count)
    for (spot, square) in squares.enumerated() {
      spots[counts[square]] = spot
      counts[square] += 1
    }
    self.spots = spots
  }

  /// The spots of all squares that lie within a distance of a point, and some that lie a little farther.
  func visit(around centre: Point, within distance: Double, _ look: (Int) -> Void) {
    let rows = Self.step(centre.y - distance)...Self.step(centre.y + distance)
    let columns = Self.step(centre.x - distance)...Self.step(centre.x + distance)
    for row in rows.clamped(to: 0...down - 1) {
      for square in columns.clamped(to: 0...across - 1).map({ row * across + $0 }) {
        for number in firstOf[square]..<firstOf[square + 1] { look(spots[number]) }
      }
    }
  }

  private static func step(_ value: Double) -> Int {
    Int(exactly: (value / side).rounded(.down)) ?? 0
  }
}
