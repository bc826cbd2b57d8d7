import Foundation
import PondGraph

/// Where everybody is drawn: each a disc whose area is what they post in a week, on one scale for
/// all, in its place.
struct PondLayout {
  /// A disc and whom it stands for.
  struct Drawn {
    let entry: ReportEntry
    let disc: Disc
  }

  let shape: PondShape
  /// Those who are drawn, place by place, the largest first.
  let drawn: [Drawn]
  /// How many are not, by place.
  let undrawn: [ReportEntry.Place: Int]
  /// How many there are, by place.
  let counts: [ReportEntry.Place: Int]
  /// How many of those in the water stand in fog.
  let fog: Int
  /// The smallest radius: who posts less than it shows is drawn no smaller.
  static let least = 3.2

  /// The most that are drawn of each place.
  private static let most: [ReportEntry.Place: Int] = [.close: 240, .stream: 200, .bank: 110]

  /// Lays out entries that stand in the order of `ReportEntry.all`.
  init(_ entries: [ReportEntry]) {
    let groups = Dictionary(grouping: entries, by: \.place)
    let chosen = groups.mapValues { group in
      Array(group.prefix(Self.most[group.first?.place ?? .bank] ?? 0))
    }
    let shape = PondShape(deep: Self.deep(chosen))
    let regions = ReportEntry.Place.allCases.mapSideBySide(isHeavy: true) { place in
      DiscPacking(place, of: shape, keepingFree: [Self.caption(place, shape)])
    }
    var drawn: [Drawn] = []
    for step in 0..<28 where drawn.isEmpty {
      drawn = Self.laidOut(chosen, regions, scale: 15 * pow(0.88, Double(step))) ?? []
    }
    self.shape = shape
    self.drawn = drawn
    counts = groups.mapValues(\.count)
    fog = entries.count(where: \.isFog)
    let seen = Dictionary(grouping: drawn, by: \.entry.place).mapValues(\.count)
    undrawn = counts.merging(seen) { $0 - $1 }
  }

  /// What is kept free around the name of a place, as large as a small screen writes it.
  static func caption(_ place: ReportEntry.Place, _ shape: PondShape) -> Box {
    let middle = shape.caption(of: place)
    return Box(x: middle.x - 112, y: middle.y - 27, width: 224, height: 36)
  }

  // The deep is as wide as those in it need beside those around it.
  private static func deep(_ chosen: [ReportEntry.Place: [ReportEntry]]) -> Double {
    func need(_ place: ReportEntry.Place) -> Double {
      (chosen[place] ?? []).reduce(0) { $0 + max(1, $1.postsPerWeek ?? 0) + 2 }
    }
    let (close, stream) = (need(.close), need(.stream))
    guard close + stream > 0 else { return 0.6 }
    return min(0.84, max(0.62, (close / (close + stream)).squareRoot()))
  }

  private static func laidOut(
    _ chosen: [ReportEntry.Place: [ReportEntry]], _ regions: [DiscPacking], scale: Double
  ) -> [Drawn]? {
    let groups = ReportEntry.Place.allCases.map { chosen[$0] ?? [] }
    let sizes = groups.map { group in
      group.map { max(least, ($0.postsPerWeek ?? 0).squareRoot() * scale) }
    }
    let places = Array(zip(regions, sizes)).mapSideBySide(isHeavy: true) { region, radii in
      [40, 34, 28, 22, 16, 11, 7, 5, 3, 1.5].lazy.compactMap {
        region.placing(radii, apart: $0)
      }.first
    }
    let discs = places.compactMap { $0 }
    guard discs.count == places.count else { return nil }
    return zip(groups, discs).flatMap { zip($0, $1).map(Drawn.init) }
  }
}
