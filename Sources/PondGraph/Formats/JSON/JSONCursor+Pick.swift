// Reading of large files what is wanted of them, member by member and record by record.

extension JSONCursor {
  /// Hands over the names of an object's members, one after another. A member whose value `take`
  /// does not read is passed.
  /// - Throws: `JSONDamage` where this is no object, and whatever `take` throws.
  package mutating func forEachMember(
    _ take: (JSONText, inout JSONCursor) throws -> Void
  ) throws {
    guard self.take(UInt8(ascii: "{")) else { throw damage("an object is due") }
    repeat {
      if self.take(UInt8(ascii: "}")) { return }
      let name = try rawName()
      _ = peek()
      let start = index
      try take(name, &self)
      if index == start { try skipValue() }
    } while self.take(UInt8(ascii: ","))
    guard self.take(UInt8(ascii: "}")) else { throw damage("an object is not closed") }
  }

  /// Hands over the elements of an array, one after another. An element that `take` does not read
  /// is passed.
  /// - Throws: `JSONDamage` where this is no array, and whatever `take` throws.
  package mutating func forEachElement(_ take: (inout JSONCursor) throws -> Void) throws {
    guard self.take(UInt8(ascii: "[")) else { throw damage("an array is due") }
    repeat {
      if self.take(UInt8(ascii: "]")) { return }
      _ = peek()
      let start = index
      try take(&self)
      if index == start { try skipValue() }
    } while self.take(UInt8(ascii: ","))
    guard self.take(UInt8(ascii: "]")) else { throw damage("an array is not closed") }
  }

  /// Hands over the elements of an array of records, numbered from 1: one that is damaged is named
  /// and passed, and costs no other.
  /// - Throws: `JSONDamage` where this is no array or the text is cut short, and whatever else
  ///   `take` throws.
  package mutating func forEachRecord(
    _ take: (_ number: Int, inout JSONCursor) throws -> Void,
    losing lose: (_ number: Int, JSONDamage) -> Void
  ) throws {
    guard self.take(UInt8(ascii: "[")) else { throw damage("an array is due") }
    var number = 0
    while !self.take(UInt8(ascii: "]")) {
      guard peek() != nil else { throw damage("it ends before the list does") }
      number += 1
      let start = index
      do {
        try take(number, &self)
        if index == start { try skipValue() }
      } catch let error as JSONDamage {
        lose(number, error)
        if error.isCutShort { throw error }
        rewind(to: start)
        try skipValue()
      }
      // A stray byte between two records would keep this loop for ever.
      if !self.take(UInt8(ascii: ",")), index == start { index += 1 }
    }
  }

  /// Reads a string without decoding it; nil for any other value, which is passed.
  /// - Throws: `JSONDamage` when the text ends first.
  package mutating func text() throws -> JSONText? {
    guard let first = peek(), isQuote(first) else {
      try skipValue()
      return nil
    }
    return JSONText(try skipString())
  }

  /// Reads a string or a number without decoding it; nil for any other value, which is passed.
  /// - Throws: `JSONDamage` when the text ends first.
  package mutating func word() throws -> JSONText? {
    guard let first = peek(), first.isDigitASCII || first == UInt8(ascii: "-") else {
      return try text()
    }
    let start = index
    while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
    return JSONText(UnsafeBufferPointer(rebasing: bytes[start..<index]))
  }

  /// Whether the next value is an object.
  package mutating func isAtObject() -> Bool { peek() == UInt8(ascii: "{") }

  /// Whether the next value is an array.
  package mutating func isAtArray() -> Bool { peek() == UInt8(ascii: "[") }

  private mutating func rawName() throws -> JSONText {
    let isQuoted = peek().map(isQuote) ?? false
    guard isQuoted || isJavaScript else { throw damage("a member has no name") }
    let name = isQuoted ? JSONText(try skipString()) : try bareName()
    guard take(UInt8(ascii: ":")) else { throw damage("a member has no value") }
    return name
  }
}
