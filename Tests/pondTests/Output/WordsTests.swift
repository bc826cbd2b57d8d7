import PondTestSupport
import Testing

@testable import pond

@Suite("Figures in words")
struct WordsTests {
  @Test("counts agree with their noun and are grouped, in every locale the same (T-C03)")
  func counts() {
    #expect(Words.count(1, "feed") == "1 feed")
    #expect(Words.count(0, "feed") == "0 feeds")
    #expect(Words.count(2_000, "entry", "entries") == "2,000 entries")
  }

  @Test("a figure has the places that it deserves, and none that is not a number")
  func figures() {
    #expect(
      [0.254, 3.44, 61.2, 1830, 0].map(Words.figure) == ["0.25", "3.4", "61", "1,830", "0.00"])
    #expect(Words.figure(.nan) == "–")
    #expect(Words.figure(.infinity) == "–")
    #expect(Words.whole(1e300) == "–")
    #expect(Words.decibel(-12.4) == "−12")
  }

  @Test("a share at least is never rounded up: less than all is not 100%")
  func shares() {
    #expect([0.0092, 0.1, 0.615, 1].map(Words.percent) == ["0.92%", "10%", "62%", "100%"])
    #expect(
      [0.97, 0.9769, 0.9994, 0.99999, 1].map(Words.atLeast)
        == ["97%", "97.6%", "99.9%", "99.9%", "100%"])
  }

  @Test("a stretch of time is one short word")
  func spans() {
    let weeks = [0.01, 0.5, 1.4, 6, 20, 60, 200]
    #expect(weeks.map(Words.span) == ["2 h", "4 d", "10 d", "6 w", "5 mo", "14 mo", "4 y"])
  }

  @Test("text breaks at blanks, never inside a word")
  func wraps() {
    #expect(Words.wrap("one two three four", to: 9) == ["one two", "three", "four"])
    #expect(Words.wrap("unbreakableword x", to: 5) == ["unbreakableword", "x"])
  }
}
