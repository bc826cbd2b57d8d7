import PondTestSupport
import Testing

@testable import pond

@Suite("Keys, from the bytes of a terminal")
struct KeyTests {
  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys = bytes.compactMap { decoder.take($0) }
    if let last = decoder.finish() { keys.append(last) }
    return keys
  }

  @Test("letters in any writing, Enter, and what moves")
  func known() {
    #expect(keys("kß日👩") == "kß日👩".unicodeScalars.map { Key.scalar($0) })
    #expect(
      keys("\r\n\u{7F}\u{8}\u{15}\u{4}") == [
        .enter, .enter, .backspace, .backspace, .clear, .endOfInput,
      ])
    #expect(
      keys("\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[6~\u{1B}[H\u{1B}[4~") == [
        .up, .down, .pageUp, .pageDown, .home, .end,
      ])
  }

  @Test("a lone escape is a key when nothing follows; what is not known is no letter")
  func escapes() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}[200~l") == [.unknown, .scalar("l")])
    #expect(keys("\u{1B}[1;5A") == [.up])
    #expect(keys("\u{1B}k") == [.unknown], "Alt is not the letter")
    #expect(keys("\u{1B}[") == [.unknown])
    #expect(keys([0xC3]) == [.unknown])
    #expect(keys([0xFF, 0x6B]) == [.unknown, .scalar("k")])
  }

  @Test("no bytes stop the decoder", arguments: 0..<50)
  func anything(seed: Int) {
    var chance = SplitMix64(seed: UInt64(seed))
    let bytes = (0..<400).map { _ in
      chance.happens(0.3) ? [0x1B, 0x5B, 0x4F][Int(chance.unit() * 3)] : UInt8(chance.unit() * 256)
    }
    #expect(keys(bytes).count <= bytes.count)
    // After any of it a letter is that letter again, sooner or later.
    #expect(keys(bytes + Array(repeating: UInt8(ascii: "q"), count: 30)).last == .scalar("q"))
  }
}

@Suite("Lines with weights")
struct StyledTextTests {
  @Test("a line is cut by columns, with an ellipsis, whatever its pieces")
  func cut() {
    var line = StyledText("日本", .strong)
    line.add(" and more", .quiet)
    #expect(line.cut(to: 20) == line && line.width == 13)
    #expect(line.cut(to: 13).plain == "日本 and more")
    #expect(line.cut(to: 9).plain == "日本 and…")
    #expect(line.cut(to: 4).plain == "日…")
    #expect(line.cut(to: 0).plain.isEmpty)
    for width in 0..<14 { #expect(line.cut(to: width).width <= width) }
  }
}
