import Foundation

/// Finds places for discs in a region, one after the other, each at the first spot that is free:
/// no dice, so the same discs come to the same places.
struct DiscPacking {
  private let spots: [Point]
  // How large a disc may be at each spot: by its place and what is written there, and by the discs
  // that are there already.
  private let room: [Double]
  private var free: [Double]

  /// The spots of a place in the pond, those in its midst first, but for what is written there.
  init(_ place: ReportEntry.Place, of shape: PondShape, keepingFree boxes: [Box]) {
    let all = Self.spiral(place, shape).map { spot -> (spot: Point, room: Double) in
      let written = boxes.map { $0.distance(to: spot) }.min() ?? .infinity
      return (spot, min(shape.room(spot, in: place), written))
    }.filter { $0.room > 2 }
    spots = all.map(\.spot)
    room = all.map(\.room)
    free = [Double](repeating: .infinity, count: all.count)
  }

  /// Places discs of these radii, the largest first, so far apart; nil where not all find a place.
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
    let centre = spots[found]
    for index in free.indices {
      let (across, down) = (spots[index].x - centre.x, spots[index].y - centre.y)
      let reach = free[index] + radius
      guard abs(across) < reach, abs(down) < reach else { continue }
      let distance = (across * across + down * down).squareRoot() - radius
      if distance < free[index] { free[index] = distance }
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
