/// A document that is no list of subscriptions, or that no honest program writes.
package enum OPMLError: Error, Hashable, Sendable {
  /// It is larger than a list of subscriptions can be.
  case tooLarge(bytes: Int, limit: Int)
  /// It is something else; the words say what: `a web page (perhaps a log-in page)`.
  case somethingElse(String)
  /// It is built to do harm; the words say how.
  case hostile(String)
  /// It cannot be read as text; the words say why, the place says where it shows.
  case unreadable(String, at: OPMLPosition)
}

/// Something that is wrong in a document and that could be read whole anyway.
package enum OPMLRepair: Int, CaseIterable, Hashable, Sendable {
  case lateDeclaration, bareAmpersand, unknownReference, htmlReference, strayQuote, missingQuote
  case bareLessThan, unquotedValue, missingValue, missingBlank, repeatedAttribute, strayMarkup
  case controlCharacter, brokenOffTag, unmatchedEndTag, unclosedElement, wordsAfterEnd, missingEnd
  case wrongEncoding, wrongLabel

  /// What was found and how it was read, for a number of times greater than zero:
  /// `not well-formed XML: 3 bare & characters, taken literally`.
  package func sentence(_ count: Int) -> String {
    let (one, many, reading) = words
    let isOfEncoding = self == .wrongEncoding || self == .wrongLabel
    let whole = isOfEncoding ? "not in the declared encoding" : "not well-formed XML"
    return "\(whole): \(count) \(count == 1 ? one : many), \(reading)"
  }

  private var words: (one: String, many: String, reading: String) {
    switch self {
    case .lateDeclaration:
      ("XML declaration that does not come first", "late XML declarations", "passed over")
    case .bareAmpersand: ("bare & character", "bare & characters", "taken literally")
    case .unknownReference:
      ("reference to an undeclared entity", "references to undeclared entities", "kept as written")
    case .htmlReference:
      ("HTML reference unknown to XML", "HTML references unknown to XML", "decoded")
    case .strayQuote: ("stray quote in a value", "stray quotes in values", "taken literally")
    case .missingQuote: ("missing quote", "missing quotes", "put before what follows")
    case .bareLessThan: ("bare < character", "bare < characters", "taken literally")
    case .unquotedValue: ("value without quotes", "values without quotes", "read up to the blank")
    case .missingValue: ("attribute without a value", "attributes without a value", "passed over")
    case .missingBlank:
      ("missing blank between attributes", "missing blanks between attributes", "read as if there")
    case .repeatedAttribute: ("repeated attribute", "repeated attributes", "the first one counts")
    case .strayMarkup: ("stray character in a tag", "stray characters in tags", "passed over")
    case .controlCharacter: ("control character", "control characters", "kept")
    case .brokenOffTag: ("tag without an end", "tags without an end", "ended before the next tag")
    case .unmatchedEndTag:
      ("end tag without its start", "end tags without their start", "passed over")
    case .unclosedElement:
      ("element that is never closed", "elements that are never closed", "closed where it must be")
    case .wordsAfterEnd:
      ("element after the end of the list", "elements after the end of the list", "read as well")
    case .missingEnd: ("missing </opml>", "missing </opml>", "read as if there")
    case .wrongEncoding: ("value", "values", "read as windows-1252")
    case .wrongLabel: ("wrong label", "wrong labels", "read as UTF-8, which it is")
    }
  }
}

/// Something that a person would want and that could not be read.
package struct OPMLLoss: Hashable, Sendable {
  /// Where it stands in the original bytes.
  package let offset: Int
  /// What it is.
  package let what: String
  /// Why it could not be read, as the rest of a sentence.
  package let why: String
}

/// Where and how a document stops before its end.
package struct OPMLCut: Hashable, Sendable {
  /// Where it stops.
  package let position: OPMLPosition
  /// How, as a sentence about the file: `the file ends in the middle of a tag`.
  package let reason: String
}
