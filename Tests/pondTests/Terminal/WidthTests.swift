import PondTestSupport
import Testing

@testable import pond

@Suite("Columns on a terminal")
struct WidthTests {
  @Test(
    "wide scalars take two columns, combining ones none",
    arguments: [
      ("", 0), ("abc", 3), ("夜明け", 6), ("é", 1), ("e\u{301}", 1), ("🦆", 2), ("👩‍👩‍👧", 2),
      ("❤\u{FE0F}", 2), ("دفتر", 4),
    ])
  func measures(text: String, columns: Int) {
    #expect(Width.columns(of: text) == columns)
  }

  @Test("a padded cell always takes exactly its columns, whatever stands in it")
  func padsExactly() {
    for text in ["", "abc", "夜明けのお茶と夜明けのお茶", "🦆🦆🦆🦆🦆🦆🦆🦆", "a long line of plain words"] {
      for width in [2, 5, 9, 12] {
        let cell = Width.pad(text, to: width)
        #expect(Width.columns(of: cell) == width, "\(text) in \(width)")
      }
    }
    #expect(Width.pad("7", to: 3, alignedRight: true) == "  7")
  }
}
