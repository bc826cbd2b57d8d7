package import Foundation

/// newsboat's `urls` file: one feed a line, with tags behind it. The grammar is that of newsboat's
/// own reader (`src/fileurlreader.cpp`, `utils::tokenize_quoted`): words with blanks between, words
/// in double quotes with backslash escapes, and a `#` at the beginning of a word ends the line.
package struct NewsboatURLs: Sendable {
  /// What a line holds.
  package enum Kind: Hashable, Sendable {
    /// The address of a feed.
    case feed
    /// The output of a program (`exec:`, `filter:`). It is text to Pond, never run.
    case command
    /// A search over the other feeds.
    case query
    /// A first word that is no address.
    case other
  }

  /// One line that is neither blank nor a comment.
  package struct Line: Hashable, Sendable {
    /// Its bytes in the file, with the line end.
    package let range: Range<Int>
    /// Its number, from 1.
    package let number: Int
    /// What it holds.
    package let kind: Kind
    /// Its first word, unquoted.
    package let address: String
    /// The tags behind it, in order, without the special ones.
    package let tags: [String]
    /// The name that a `~` tag gives it; nil where there is none.
    package let title: String?
    /// Whether a `!` tag hides it from newsboat's list.
    package let isHidden: Bool
    /// Whether it has more than its first word, or quotes around that.
    package let isDressed: Bool
    /// The bytes of its first word, quotes included.
    package let addressPlace: Range<Int>
    /// Where its last word ends.
    package let wordsEnd: Int
    // A comma or a semicolon in the address or, where that is in quotes, behind it.
    fileprivate var hasSeparator: Bool { address.contains { ",;".contains($0) } || beginsField }

    fileprivate var hasField: Bool { beginsField || AddressList.hasField(address) }

    private var beginsField: Bool { tags.first?.first.map { ",;".contains($0) } ?? false }

    /// Whether it is a heading, `---News---` or a few words: newsboat shows it among the feeds as
    /// one that does not work, which is what people write it for. An address without its scheme is none.
    package var isHeading: Bool {
      let isBareAddress = address.contains(".") && address.contains("/") && !address.contains(" ")
      return kind == .other && range.count <= 64 && !address.contains("<") && !isBareAddress
    }
  }

  /// The original bytes.
  package let bytes: Data
  /// The lines that are neither blank nor comments, in order.
  package let lines: [Line]
  /// How many lines are comments.
  package let comments: Int

  /// Reads a file. Every file of text has a reading; bytes that are not UTF-8 are taken for
  /// windows-1252, line by line.
  package init(_ bytes: Data) {
    self.bytes = bytes
    var lines: [Line] = []
    var comments = 0
    for line in TextLines(bytes) {
      if let content = Self.line(line, bytes) {
        lines.append(content)
      } else if line.text.contains("#") {
        comments += 1
      }
    }
    self.lines = lines
    self.comments = comments
  }

  private static func line(_ line: TextLines.Line, _ bytes: Data) -> Line? {
    let words = NewsboatWords(line.text).words
    guard let address = words.first else { return nil }
    let labels = words.dropFirst()
    let places = NewsboatWords.places(in: bytes, line.range)
    return Line(
      range: line.range, number: line.number, kind: kind(address), address: address,
      tags: labels.filter { !$0.hasPrefix("~") && $0 != "!" && !$0.isEmpty },
      title: labels.last { $0.hasPrefix("~") }.map { String($0.dropFirst()) },
      isHidden: labels.contains { $0.hasPrefix("!") },
      isDressed: words.count > 1 || line.text.contains("\""),
      addressPlace: places.first ?? line.range, wordsEnd: places.last?.upperBound ?? 0)
  }

  private static func kind(_ address: String) -> Kind {
    let small = address.prefix(16).lowercased()
    if small.hasPrefix("exec:") || small.hasPrefix("filter:") { return .command }
    if small.hasPrefix("query:") { return .query }
    return AddressList.isAddress(address) ? .feed : .other
  }

  /// Whether the lines look like those of newsboat: most begin with an address, and something
  /// is there that a plain list of addresses does not have. Short lines between them are the
  /// headings that people write; there are fewer of them than of addresses.
  package var isLikely: Bool {
    let addresses = lines.count { $0.kind != .other }
    let headings = lines.count { $0.isHeading }
    let others = lines.count - addresses - headings
    let isDressed =
      comments > 0 || headings > 0 || lines.contains { $0.isDressed || $0.kind == .command }
    // newsboat knows no names of people, and so a list with some is a list of another kind.
    let namesPeople = lines.contains { AddressList.isHandle($0.address) }
    return addresses > headings && addresses > others * 4 - 1 && isDressed && !namesPeople
      && !isTable
  }

  /// Whether a file that is called `urls` can be newsboat's: more of its lines are addresses than
  /// are anything else.
  package var isPossible: Bool { lines.count { $0.kind != .other } * 2 > lines.count }

  // Whether its lines are the rows of a table: behind every address stands a comma, and behind that mostly
  // no part of an address. One row alone is one below a head. Names with `~` and commands no table has.
  private var isTable: Bool {
    let rows = lines.filter { $0.kind == .feed }
    let hasHead = lines.first.map { $0.kind == .other && $0.hasSeparator } ?? false
    guard rows.count > 1 || hasHead, rows.allSatisfy(\.hasSeparator) else { return false }
    return rows.count(where: \.hasField) * 2 > rows.count
      && lines.allSatisfy { $0.title == nil && $0.kind != .command && $0.kind != .query }
  }
}

/// The words of a line of newsboat's.
struct NewsboatWords {
  private(set) var words: [String] = []
  private var rest: Substring

  init(_ line: String) {
    rest = line[...]
    while let word = next() { words.append(word) }
  }

  private mutating func next() -> String? {
    rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first, first != "#" else { return nil }
    if first == "\"" {
      rest = rest.dropFirst()
      return quoted()
    }
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func quoted() -> String {
    var word = ""
    while let character = rest.popFirst() {
      if character == "\"" { break }
      guard character == "\\", let escaped = rest.popFirst() else {
        word.append(character)
        continue
      }
      word.append(Self.escape(escaped))
    }
    return word
  }

  /// Where the words of a line stand in the file, quotes included.
  static func places(in bytes: Data, _ line: Range<Int>) -> [Range<Int>] {
    bytes.withUnsafeBytes { all in
      var places: [Range<Int>] = []
      var place = line.lowerBound
      let isBlank = { (place: Int) in all[place] == 0x20 || (0x09...0x0D).contains(all[place]) }
      while true {
        while place < line.upperBound, isBlank(place) { place += 1 }
        guard place < line.upperBound, all[place] != UInt8(ascii: "#") else { return places }
        let start = place
        if all[place] == UInt8(ascii: "\"") {
          place += 1
          while place < line.upperBound, all[place] != UInt8(ascii: "\"") {
            place += all[place] == UInt8(ascii: "\\") ? 2 : 1
          }
          place = min(place + 1, line.upperBound)
        } else {
          while place < line.upperBound, !isBlank(place) { place += 1 }
        }
        places.append(start..<place)
      }
    }
  }

  /// A word as the file has it: in quotes where it needs them, or where `quoted` asks for them.
  static func written(_ word: String, quoted: Bool = false) -> String {
    let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || "\"\\#".contains($0) }
    guard quoted || !isPlain else { return word }
    let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }

  private static func escape(_ character: Character) -> Character {
    switch character {
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "v": "\u{0B}"
    default: character
    }
  }
}
