import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Two who tell the same get one remark, and no verdict (S6, model §6).
@Suite("Overlap")
struct OverlapTests {
  private func key(_ name: String) -> AccountKey { AccountKey(kind: .feed, value: name) }

  private func points(_ name: String, _ pages: ClosedRange<Int>, hours: Double = 0)
    -> [Overlap.Pointing]
  {
    pages.map { page in
      Overlap.Pointing(
        account: key(name), page: "page.example/\(page)",
        at: Date(timeIntervalSince1970: 1_780_000_000 + Double(page) * 86_400 + hours * 3_600))
    }
  }

  @Test("five shared pages and a quarter of the quieter one's make a remark, four or fewer do not")
  func threshold() {
    let five = Overlap.all(points("a", 1...40) + points("b", 36...55, hours: 47))
    #expect(five.count == 1 && five[0].shared == 5 && five[0].pages == 20)
    #expect(five[0].accounts == [key("a"), key("b")])
    #expect(Overlap.all(points("a", 1...40) + points("b", 37...44)).isEmpty)
    #expect(Overlap.all(points("a", 1...40) + points("b", 36...56)).isEmpty)
  }

  @Test("the same page days later is no overlap, nor is one that everybody points at")
  func span() {
    #expect(Overlap.all(points("a", 1...20) + points("b", 1...20, hours: 49)).isEmpty)
    let crowd = (0...Overlap.crowd).flatMap { points("n\($0)", 1...9) }
    #expect(Overlap.all(crowd).isEmpty)
  }

  @Test("whoever points twice at a page points once, and the order of the posts is free (P8)")
  func order() {
    var dice = SplitMix64(seed: 61)
    let all = points("a", 1...20) + points("b", 5...20, hours: 2) + points("c", 8...20, hours: 1)
    let told = Overlap.all(all)
    #expect(told.map(\.shared) == [16, 13, 13])
    for _ in 0..<5 { #expect(Overlap.all((all + all).shuffled(using: &dice)) == told) }
  }
}
