package import Foundation

/// What becomes of newsboat's `urls` file. Lines are named by their places among `lines`.
package struct NewsboatEdits {
  /// Those that leave.
  package var cut: Set<Int> = []
  /// New addresses.
  package var addresses: [Int: String] = [:]
  /// Tags that come behind a line's own.
  package var tags: [Int: String] = [:]
  /// Lines that come: the address, the name that it is given, a tag.
  package var additions: [(address: String, title: String?, tag: String)] = []

  /// Begins with nothing to change.
  package init() {}
}

extension NewsboatURLs {
  /// The file with some edits made: byte for byte the original outside of what they name.
  package func applying(_ edits: NewsboatEdits) -> Data {
    var edited = Data(capacity: bytes.count)
    var place = bytes.startIndex
    func keep(to end: Int) {
      edited.append(bytes[place..<(bytes.startIndex + end)])
      place = bytes.startIndex + end
    }
    for (index, line) in lines.enumerated() {
      if edits.cut.contains(index) {
        keep(to: line.range.lowerBound)
        place = bytes.startIndex + line.range.upperBound
        continue
      }
      if let address = edits.addresses[index] {
        keep(to: line.addressPlace.lowerBound)
        let isQuoted = bytes[place] == UInt8(ascii: "\"")
        edited.append(contentsOf: NewsboatWords.written(address, quoted: isQuoted).utf8)
        place = bytes.startIndex + line.addressPlace.upperBound
      }
      if let tag = edits.tags[index] {
        keep(to: line.wordsEnd)
        edited.append(contentsOf: " \(NewsboatWords.written(tag))".utf8)
      }
    }
    edited.append(bytes[place...])
    append(edits.additions, to: &edited)
    return edited
  }

  private func append(
    _ additions: [(address: String, title: String?, tag: String)], to edited: inout Data
  ) {
    guard !additions.isEmpty else { return }
    let lineEnd = bytes.contains(0x0D) ? "\r\n" : "\n"
    if let last = edited.last, last != 0x0A { edited.append(contentsOf: lineEnd.utf8) }
    for addition in additions {
      let words = [addition.address, addition.title.map { "~\($0)" }, addition.tag]
        .compactMap { $0 }.map { NewsboatWords.written($0) }
      edited.append(contentsOf: (words.joined(separator: " ") + lineEnd).utf8)
    }
  }
}
