// How a reading of XML ended.

/// The first thing that is wrong with a document.
package struct XMLDamage: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1; 0 where it is not known.
  package let column: Int
  /// What is wrong, in the parser's words, on one line.
  package let message: String
  /// Whether the text simply ends too early: up to there nothing was wrong.
  package let isCutShort: Bool

  /// Makes a finding of its parts.
  package init(line: Int, column: Int, message: String, isCutShort: Bool = false) {
    self.line = line
    self.column = column
    self.message = message
    self.isCutShort = isCutShort
  }

  /// The place in words: `line 214, column 31`.
  package var place: String { column > 0 ? "line \(line), column \(column)" : "line \(line)" }
}

/// Why a document was not read: no honest file looks like this.
package enum XMLRefusal: Error, Hashable, Sendable {
  /// More bytes than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// A tag with more attributes than the limit.
  case tooManyAttributes(line: Int, limit: Int)
  /// A tag with more bytes than the limit.
  case tagTooLong(line: Int, limit: Int)
  /// More elements inside of each other than the limit.
  case tooDeep(line: Int, limit: Int)
  /// There was no memory for a parser.
  case noMemory

  /// What was found, as the rest of the sentence "refused, …".
  package var reason: String {
    switch self {
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, more than \(limit)"
    case .tooManyAttributes(let line, let limit):
      "the tag at line \(line) has more than \(limit) attributes"
    case .tagTooLong(let line, let limit): "the tag at line \(line) has more than \(limit) bytes"
    case .tooDeep(let line, let limit):
      "at line \(line) there are more than \(limit) elements inside of each other"
    case .noMemory: "there is no memory to read it"
    }
  }
}

/// How a reading ended.
package struct XMLOutcome: Hashable, Sendable {
  /// The first thing that was wrong; nil for a well-formed document.
  package let damage: XMLDamage?
  /// How many elements were still open where the text ended.
  package let openElements: Int
  /// Whether any element was read.
  package let sawElement: Bool

  /// Whether the whole document was well-formed.
  package var isWellFormed: Bool { damage == nil }
}

/// What is refused before and during a reading.
package struct XMLLimits: Hashable, Sendable {
  /// The most bytes of a document.
  package var bytes: Int
  /// The most attributes of a tag: libxml2 2.9.14 needs quadratic time in their number.
  package var attributes: Int
  /// The most bytes of a tag.
  package var tagBytes: Int
  /// The most elements inside of each other.
  package var depth: Int

  /// Makes limits; the defaults are those of a feed.
  package init(
    bytes: Int = 64 << 20, attributes: Int = 1_000, tagBytes: Int = 1 << 20, depth: Int = 256
  ) {
    self.bytes = bytes
    self.attributes = attributes
    self.tagBytes = tagBytes
    self.depth = depth
  }
}
