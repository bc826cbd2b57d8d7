package import Foundation

/// A plain list of addresses, one a line; `@user@host` is one, too.
package struct AddressList: Sendable {
  /// One address.
  package struct Entry: Hashable, Sendable {
    /// The bytes of its line, with the line end.
    package let range: Range<Int>
    /// The number of its line, from 1.
    package let number: Int
    /// The address, without blanks around it.
    package let address: String
  }

  /// The addresses, in order.
  package let entries: [Entry]
  /// The lines that hold something else: their number and their text.
  package let others: [(number: Int, text: String)]

  /// Reads a list. Blank lines and lines that begin with `#` are passed over, and so is what stands behind a
  /// blank and `#`.
  package init(_ bytes: Data) {
    var entries: [Entry] = []
    var others: [(number: Int, text: String)] = []
    for line in TextLines(bytes) {
      let text = Self.withoutRemark(line.text).trimmingCharacters(in: .whitespaces)
      if text.isEmpty { continue }
      if Self.isAddress(text) || Self.isHandle(text) {
        entries.append(Entry(range: line.range, number: line.number, address: text))
      } else {
        others.append((line.number, text))
      }
    }
    self.entries = entries
    self.others = others
  }

  /// Whether nearly every line is an address. Links to single posts of a microblog are addresses
  /// too, but nobody follows those; and a table's fields are no part of any address.
  package var isLikely: Bool {
    let isList = !entries.isEmpty && entries.count >= others.count * 9
    let isTable = entries.count > 1 && entries.allSatisfy { Self.hasField($0.address) }
    return isList && !isTable && !entries.allSatisfy { $0.address.contains("/statuses/") }
  }

  /// Whether a word is an address: it begins with a scheme that readers take, or with a host.
  package static func isAddress(_ word: String) -> Bool {
    let small = word.prefix(16).lowercased()
    guard !word.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" }) else { return false }
    if ["http://", "https://", "feed:", "file:", "gopher:", "gemini:"].contains(
      where: small.hasPrefix)
    {
      return word.utf8.count > 8
    }
    let host = word.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy(isLabel)
      && labels.last?.contains(where: { !$0.isLetter }) == false
      && !word.contains(",") && !word.contains("@")
  }

  /// Whether a word is the name of somebody in the fediverse, with a sign in front.
  package static func isHandle(_ word: String) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, !parts[1].isEmpty else { return false }
    return parts[1].allSatisfy { $0.isLetter || $0.isNumber || "_.-".contains($0) }
      && isAddress(String(parts[2])) && !parts[2].contains("/")
  }

  // A `#` within an address is part of it.
  private static func withoutRemark(_ line: String) -> Substring {
    var before: Character = " "
    let end = line.firstIndex { character in
      defer { before = character }
      return character == "#" && before.isWhitespace
    }
    return line[..<(end ?? line.endIndex)]
  }

  /// Whether a word or another address stands behind a comma. Within an address commas part its folders and
  /// what it asks for: `/a,b/rss`, `?x=1;y=2`.
  static func hasField(_ text: String) -> Bool {
    guard let mark = text.firstIndex(where: { ",;".contains($0) }) else { return false }
    let field = text[text.index(after: mark)...]
    return field.hasPrefix("http") || !field.contains { "/=&?.".contains($0) }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
