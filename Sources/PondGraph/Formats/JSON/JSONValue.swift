/// A value of JSON, with its numbers as they are written: an id of twenty digits stays one.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number in the document's spelling.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members; of two with one name the later.
  case object([String: JSONValue])

  /// The member of an object; nil where there is none or this is no object.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// The text of a string; nil for anything else and for a text of blanks.
  package var text: String? {
    guard case .string(let text) = self, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }

  /// The text of a string, or a number as it is written.
  package var word: String? {
    if case .number(let digits) = self { return digits }
    return text
  }

  /// The elements of an array; none for anything else.
  package var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}

/// What is wrong with a piece of JSON.
package struct JSONDamage: Error, Hashable, Sendable {
  /// The byte at which it is seen.
  package let offset: Int
  /// What is wrong.
  package let message: String
  /// Whether the text simply ends.
  package let isCutShort: Bool
}
