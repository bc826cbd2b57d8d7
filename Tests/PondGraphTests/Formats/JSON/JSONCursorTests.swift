import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("JSON, value by value")
struct JSONCursorTests {
  private func with<Found>(
    _ text: String, _ dialect: JSONCursor.Dialect = .json,
    _ body: (inout JSONCursor) throws -> Found
  ) rethrows -> Found {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes, dialect: dialect)
      return try body(&cursor)
    }
  }

  @Test("members are picked, the rest is passed, whatever it holds")
  func picks() throws {
    let text = """
      { "a" : {"x":[1,"]}",{"y":"\\\\"}]}, "id_str":"18446744073709551615", "n" : -12.5,
        "say \\"x\\"" : "\\u00e9\\n", "b":null, "last" : [ ] , }
      """
    var found: [String] = []
    try with(text) { cursor in
      try cursor.forEachMember { name, cursor in
        switch name {
        case "id_str": found.append(try cursor.text()?.number.map(String.init) ?? "none")
        case "n": found.append(try cursor.word()?.string ?? "none")
        case "say \"x\"": found.append(try cursor.text()?.string ?? "none")
        case "b", "last": found.append(try cursor.text()?.string ?? "none")
        default: break
        }
      }
      #expect(cursor.peek() == nil)
    }
    #expect(found == ["18446744073709551615", "-12.5", "é\n", "none", "none"])
  }

  @Test("names without quotes and strings in single quotes, where JavaScript is read")
  func javaScript() throws {
    let text = #"{ a: 'it\'s "x"', "b": "don't", $c_1: [{d: '}'}], 'e': 1, }"#
    let value = try with(text, .javaScript) { try $0.value() }
    #expect(value["a"] == .string("it's \"x\"") && value["b"] == .string("don't"))
    #expect(value["$c_1"]?.elements.first?["d"] == .string("}") && value["e"] == .number("1"))
    var names: [String] = []
    try with(text, .javaScript) { cursor in
      try cursor.forEachMember { name, cursor in
        names.append(name.string)
        if case "a" = name { names.append(try cursor.text()?.string ?? "none") }
      }
      #expect(cursor.peek() == nil)
    }
    #expect(names == ["a", "it's \"x\"", "b", "$c_1", "e"])
    #expect(throws: JSONDamage.self) { try with(text) { try $0.value() } }
  }

  @Test("a quote ends a string unless an odd number of backslashes stands before it")
  func quotes() throws {
    for (text, rest) in [
      (#""a" 1"#, 1), (#""a\"" 1"#, 1), (#""a\\" 1"#, 1), (#""\\\"\\" 1"#, 1), (#""" 1"#, 1),
    ] {
      try with(text) { cursor in
        _ = try cursor.text()
        let next = try cursor.value()
        #expect(next == .number("\(rest)"), "\(text)")
      }
    }
    #expect(throws: JSONDamage.self) { try with(#""a\""#) { try $0.text() } }
  }

  @Test("a damaged record costs itself; a cut ends the list (T-I05)")
  func records() throws {
    let text = #"[{"a":1}, {"a":}, nonsense, {"a":2}, {"a" 3}, [[[]]], {"a":4}]"#
    var taken: [JSONValue] = []
    var lost: [Int] = []
    try with(text) { cursor in
      try cursor.forEachRecord { _, cursor in
        taken.append(try cursor.value())
      } losing: { number, _ in
        lost.append(number)
      }
    }
    #expect(taken.compactMap { $0["a"] } == [.number("1"), .number("2"), .number("4")])
    #expect(lost == [2, 3, 5])
    var dice = SplitMix64(seed: 5)
    for end in 1..<text.utf8.count where dice.happens(0.9) {
      let cut = String(text.prefix(end))
      do {
        try with(cut) {
          try $0.forEachRecord { _, cursor in
            _ = try cursor.value()
          } losing: { _, _ in
          }
        }
        Issue.record("\(cut) was read whole")
      } catch let damage as JSONDamage {
        #expect(damage.isCutShort)
      }
    }
  }

  @Test("numbers that 64 bits do not hold, and what is no number, are none")
  func numbers() {
    for (text, number) in [
      ("0", 0), ("18446744073709551615", UInt64.max), ("18446744073709551616", nil), ("", nil),
      ("-1", nil), ("1e3", nil), ("999999999999999999999999", nil),
    ] as [(String, UInt64?)] {
      with("\"\(text)\"") { cursor in
        let text = try? cursor.text()
        #expect(text?.number == number)
      }
    }
  }

  @Test("any bytes: an answer or damage, never a crash and never an endless loop (T-I06)")
  func anyBytes() throws {
    var dice = SplitMix64(seed: 7)
    let letters = Array("{}[]\",:'\\u00d8 a1-\n\t".utf8)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
        dice.happens(0.9)
          ? letters[Int.random(in: 0..<letters.count, using: &dice)]
          : UInt8.random(in: 0...255, using: &dice)
      }
      bytes.withUnsafeBufferPointer { bytes in
        for dialect in [JSONCursor.Dialect.json, .javaScript] {
          var cursor = JSONCursor(bytes, dialect: dialect)
          try? cursor.forEachRecord { _, cursor in
            try cursor.forEachMember { name, cursor in
              if name.string.count.isMultiple(of: 2) { _ = try cursor.word()?.string }
            }
          } losing: { _, _ in
          }
          #expect(cursor.index <= bytes.count)
          cursor = JSONCursor(bytes, dialect: dialect)
          _ = try? cursor.value()
          #expect(cursor.index <= bytes.count)
        }
      }
    }
  }
}
