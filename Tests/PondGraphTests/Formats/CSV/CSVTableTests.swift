import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Rows and fields as exports write them (RFC 4180 and less).
@Suite("Comma-separated values")
struct CSVTableTests {
  private func rows(_ text: String, separator: UInt8 = UInt8(ascii: ",")) -> [[String]] {
    var rows: [[String]] = []
    CSVTable(Data(text.utf8), separator: separator).forEachRow { row in
      rows.append((0..<row.count).map { row[$0] ?? "?" })
    }
    return rows
  }

  @Test("quotes, commas and line ends within quotes, doubled quotes")
  func quotes() {
    #expect(
      rows("a,\"b,c\",\"d\"\"e\",\"f\ng\"\n1,2,3,4") == [
        ["a", "b,c", "d\"e", "f\ng"], ["1", "2", "3", "4"],
      ])
  }

  @Test("every line end, a byte order mark, blank lines, no last line end")
  func lineEnds() {
    #expect(
      rows("\u{FEFF}a,b\r\n\r\nc,d\n \ne,f\rg,h") == [
        ["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"],
      ])
  }

  @Test("rows of different lengths stay rows of different lengths")
  func ragged() {
    #expect(rows("a\nb,\nc,,d,,\n") == [["a"], ["b", ""], ["c", "", "d", "", ""]])
  }

  @Test("a quote inside of a field is a quote; one that is never closed takes the rest and says so")
  func stray() {
    #expect(rows("a \"b\" c,d\n") == [["a \"b\" c", "d"]])
    var unclosed: [Bool] = []
    CSVTable(Data("a,b\n\"c,d\ne,f".utf8)).forEachRow { unclosed.append($0.isUnclosed) }
    #expect(unclosed == [false, true])
  }

  @Test("a row knows its line and its bytes, so that it can be cut out")
  func places() {
    let text = "\u{FEFF}h\r\n\"a\nb\"\r\nc\n"
    var lines: [Int] = []
    var kept = Data()
    CSVTable(Data(text.utf8)).forEachRow { row in
      lines.append(row.line)
      if row[0] != "a\nb" { kept.append(Data(text.utf8)[row.range]) }
    }
    #expect(lines == [1, 2, 4])
    #expect(String(decoding: kept, as: UTF8.self) == "h\r\nc\n")
  }

  @Test("what is written is read again: 500 random tables")
  func roundTrip() {
    var dice = SplitMix64(seed: 11)
    let alphabet = Array("ab ,\"\n\r;é\u{1F600}")
    for _ in 0..<500 {
      let table = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
        (0..<Int.random(in: 2...5, using: &dice)).map { _ in
          String(
            (0..<Int.random(in: 0...5, using: &dice)).compactMap { _ in
              alphabet.randomElement(using: &dice)
            })
        }
      }
      let text = table.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }.joined(separator: "\n")
      #expect(rows(text) == table)
    }
  }

  @Test("any bytes are rows whose ranges cover the file in order (T-I06)")
  func anyBytes() {
    var dice = SplitMix64(seed: 12)
    for _ in 0..<500 {
      let bytes = Data(
        (0..<Int.random(in: 0...60, using: &dice)).map { _ in
          [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xFF, 0x20].randomElement(using: &dice) ?? 0
        })
      var end = 0
      CSVTable(bytes).forEachRow { row in
        #expect(row.range.lowerBound >= end && row.range.upperBound <= bytes.count)
        end = row.range.upperBound
        for index in 0...row.count { _ = row.trimmed(index) }
      }
    }
  }
}
