import PondTestSupport
import Testing

@testable import pond

@Suite("Strangers' text on a terminal")
struct SanitizeTests {
  @Test(
    "control, format, separator and private scalars lose their power (T-I07)",
    arguments: [
      ("plain", "plain"), ("Käthe’s 夜明け 🦆", "Käthe’s 夜明け 🦆"),
      ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\nb\tc\rd", "a b c d"),
      ("\u{202E}evil", "\u{FFFD}evil"), ("zero\u{200B}width", "zero\u{FFFD}width"),
      ("\u{9B}2J", "\u{FFFD}2J"), ("\u{2028}", "\u{FFFD}"), ("\u{E000}", "\u{FFFD}"),
      ("\u{7F}", "\u{FFFD}"), ("\0", "\u{FFFD}"),
    ])
  func disarms(text: String, shown: String) {
    #expect(Sanitize.line(text) == shown)
  }

  @Test("whatever the text, what is shown is harmless and stays as it is (500 seeded cases)")
  func isIdempotent() {
    var chance = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<20).compactMap { _ in
        Unicode.Scalar(UInt32(truncatingIfNeeded: chance.next() % 0x11_0000))
      }
      let shown = Sanitize.line(String(String.UnicodeScalarView(scalars)))
      #expect(shown.unicodeScalars.allSatisfy(Sanitize.isHarmless))
      #expect(Sanitize.line(shown) == shown)
    }
  }

  @Test("JSON stays JSON, and what could act in it is written as an escape (T-I07)")
  func escapesInJSON() {
    let text = "{\n  \"title\" : \"\u{9B}2J \u{202E} 🦆 \u{E0001}\"\n}"
    let escaped = JSONText.escapingWhatActs(text)
    #expect(escaped == "{\n  \"title\" : \"\\u009b2J \\u202e 🦆 \\udb40\\udc01\"\n}")
  }
}
