import Foundation
import PondTestSupport
import Testing

@testable import pond

@Suite("The pond drawn")
struct PondLayoutTests {
  private static let radii = (0..<90).map { 26 / (1 + Double($0) / 6) + 3.2 }

  private func placed(_ place: ReportEntry.Place, apart: Double) -> [Disc]? {
    let shape = PondShape(deep: 0.66)
    return DiscPacking(place, of: shape, keepingFree: [PondLayout.caption(place, shape)])
      .placing(Self.radii, apart: apart)
  }

  @Test(
    "no disc lies over another, and each is whole in its place",
    arguments: ReportEntry.Place.allCases)
  func apart(place: ReportEntry.Place) throws {
    let shape = PondShape(deep: 0.66)
    let discs = try #require(placed(place, apart: 2))
    #expect(discs.count == Self.radii.count)
    for (index, disc) in discs.enumerated() {
      #expect(disc.radius == Self.radii[index])
      for other in discs.dropFirst(index + 1) {
        #expect(disc.centre.distance(to: other.centre) >= disc.radius + other.radius + 1.99)
      }
      // Whole in its place: every point of its edge is.
      for step in 0..<24 {
        let angle = Double(step) / 12 * .pi
        let edge = Point(
          x: disc.centre.x + disc.radius * cos(angle), y: disc.centre.y + disc.radius * sin(angle))
        #expect(shape.room(edge, in: place) > 0)
      }
    }
  }

  @Test("the same discs come to the same places: nothing is placed by chance")
  func deterministic() throws {
    let first = try #require(placed(.stream, apart: 3)).map { SVG.pair($0.centre) }
    #expect(try #require(placed(.stream, apart: 3)).map { SVG.pair($0.centre) } == first)
    #expect(Set(first).count == first.count)
  }

  @Test("what does not fit is refused, not squeezed")
  func full() {
    let shape = PondShape(deep: 0.6)
    let packing = DiscPacking(.close, of: shape, keepingFree: [])
    #expect(packing.placing(Array(repeating: 60, count: 40), apart: 2) == nil)
    #expect(packing.placing([400], apart: 0) == nil)
    #expect(packing.placing([], apart: 0)?.isEmpty == true)
  }

  @Test("coordinates are short, and none is no number")
  func numbers() {
    #expect(
      [1, 1.04, -0.06, 12.35, .nan, .infinity].map(SVG.number)
        == ["1", "1", "-0.1", "12.4", "0", "0"])
  }
}
