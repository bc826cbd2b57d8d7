/// Reads DAG-CBOR by walking over its bytes, so that a reader takes the few members it wants and
/// passes the rest, whatever it is, without making anything of it.
/// https://ipld.io/specs/codecs/dag-cbor/spec/
///
/// By hand, because a decoder that builds values needs gigabytes for a large repository.
package struct CBORCursor {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  /// The place in the bytes that is read next.
  package private(set) var index: Int

  /// What the next value is.
  package enum Kind: Hashable, Sendable {
    case number, bytes, text, array, map, tag, null, other
  }

  /// Begins at the first byte of a range, which must lie within the bytes; they must outlive the
  /// cursor.
  package init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.bytes = bytes
    index = max(0, range.lowerBound)
    end = min(bytes.count, range.upperBound)
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { index >= end }

  /// What comes next; nil at the end.
  package var kind: Kind? {
    guard index < end else { return nil }
    return switch bytes[index] >> 5 {
    case 0, 1: .number
    case 2: .bytes
    case 3: .text
    case 4: .array
    case 5: .map
    case 6: .tag
    default: bytes[index] == 0xF6 ? .null : .other
    }
  }

  // MARK: Values

  /// Reads the beginning of a map: how many members it has.
  package mutating func map() throws(CBORDamage) -> Int { try count(5) }

  /// Reads the beginning of an array: how many elements it has.
  package mutating func array() throws(CBORDamage) -> Int { try count(4) }

  /// Reads a text: where its bytes stand.
  package mutating func text() throws(CBORDamage) -> Range<Int> { try string(3) }

  /// Reads a string of bytes: where they stand.
  package mutating func byteString() throws(CBORDamage) -> Range<Int> { try string(2) }

  /// Reads a whole number that is not negative and fits.
  package mutating func number() throws(CBORDamage) -> Int {
    let (major, argument) = try head()
    guard major == 0, let number = Int(exactly: argument) else { throw damage }
    return number
  }

  /// Reads a link to another block, or null.
  /// - Returns: where the 32 bytes of the block's SHA-256 stand; nil for null.
  package mutating func link() throws(CBORDamage) -> Int? {
    if kind == .null {
      index += 1
      return nil
    }
    let (major, tag) = try head()
    guard major == 6, tag == 42 else { throw damage }
    let cid = try byteString()
    guard cid.count == 37, bytes[cid.lowerBound] == 0, bytes[cid.lowerBound + 1] == 1,
      bytes[cid.lowerBound + 3] == 0x12, bytes[cid.lowerBound + 4] == 0x20
    else { throw damage }
    return cid.lowerBound + 5
  }

  /// Goes past one value with everything in it. O(bytes), without recursion.
  package mutating func skip() throws(CBORDamage) {
    var due = 1
    while due > 0 {
      // Every value that is due takes a byte at least.
      guard due <= end - index else { throw damage }
      due -= 1
      let (major, argument) = try head()
      switch major {
      case 2, 3: _ = try advance(argument)
      case 4: due += try fitting(argument)
      case 5: due += try fitting(argument) * 2
      case 6: due += 1
      default: break
      }
    }
  }

  // MARK: What stands in a range

  /// Whether the bytes of a range are these.
  package func holds(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The text of a range; bytes that are no UTF-8 become U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: Heads

  private var damage: CBORDamage { CBORDamage(offset: index) }

  private mutating func head() throws(CBORDamage) -> (major: UInt8, argument: UInt64) {
    guard index < end else { throw damage }
    let first = bytes[index]
    index += 1
    let (major, short) = (first >> 5, first & 31)
    if short < 24 { return (major, UInt64(short)) }
    // 28 to 30 mean nothing; 31 is a length that comes later, which DAG-CBOR does not have.
    guard short < 28 else { throw damage }
    let size = 1 << (Int(short) - 24)
    guard size <= end - index else { throw damage }
    var argument: UInt64 = 0
    for byte in bytes[index..<index + size] { argument = argument << 8 | UInt64(byte) }
    index += size
    return (major, argument)
  }

  private mutating func count(_ wanted: UInt8) throws(CBORDamage) -> Int {
    let (major, argument) = try head()
    guard major == wanted else { throw damage }
    return try fitting(argument)
  }

  private func fitting(_ argument: UInt64) throws(CBORDamage) -> Int {
    guard let count = Int(exactly: argument), count <= end - index else { throw damage }
    return count
  }

  private mutating func string(_ wanted: UInt8) throws(CBORDamage) -> Range<Int> {
    let (major, argument) = try head()
    guard major == wanted else { throw damage }
    return try advance(argument)
  }

  private mutating func advance(_ argument: UInt64) throws(CBORDamage) -> Range<Int> {
    let count = try fitting(argument)
    defer { index += count }
    return index..<index + count
  }
}

/// A place at which bytes are no DAG-CBOR, or not what was expected.
package struct CBORDamage: Error, Hashable, Sendable {
  /// The place in the bytes.
  package let offset: Int
}

extension CBORCursor {
  /// Reads a map, or passes whatever stands in its place.
  /// - Parameter take: told where a member's name stands, with the cursor at its value; whether it
  ///   read the value. What it did not read is passed.
  package mutating func members(
    _ take: (Range<Int>, inout CBORCursor) throws(CBORDamage) -> Bool
  ) throws(CBORDamage) {
    guard kind == .map else { return try skip() }
    for _ in 0..<(try map()) {
      let name = try text()
      if try !take(name, &self) { try skip() }
    }
  }

  /// Reads a text; nil where something else stands, which is passed.
  package mutating func textIfAny() throws(CBORDamage) -> Range<Int>? {
    if kind == .text { return try text() }
    try skip()
    return nil
  }
}
