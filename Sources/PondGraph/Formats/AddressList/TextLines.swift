package import Foundation

/// The lines of a text, with their places in its bytes.
package struct TextLines: Sequence, IteratorProtocol {
  /// One line.
  package struct Line {
    /// Its bytes, with the line end.
    package let range: Range<Int>
    /// Its number, from 1.
    package let number: Int
    /// Its text without the line end; windows-1252 where it is not UTF-8.
    package let text: String
  }

  private let bytes: Data
  private var place: Int
  private var number = 0

  /// Walks the lines of some bytes; a byte order mark belongs to no line.
  package init(_ bytes: Data) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  package mutating func next() -> Line? {
    guard place < bytes.count else { return nil }
    let start = place
    number += 1
    return bytes.withUnsafeBytes { all in
      let end = all[start...].firstIndex(of: UInt8(ascii: "\n"))
      place = end.map { $0 + 1 } ?? all.count
      var content = UnsafeRawBufferPointer(rebasing: all[start..<(end ?? all.count)])
      if content.last == 0x0D { content = UnsafeRawBufferPointer(rebasing: content.dropLast()) }
      let text = String(validating: content, as: UTF8.self) ?? XMLEncoding.windows1252(content)
      return Line(range: start..<place, number: number, text: text)
    }
  }
}
