#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A name or a string as it stands in the document, not yet decoded; good only as long as the bytes
/// that the cursor reads.
package struct JSONText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isPlain: Bool

  /// Takes what stands between the quotes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isPlain = !bytes.contains(0x5C)
  }

  /// Whether it is this text, as `case "id_str":` asks.
  package static func ~= (text: StaticString, name: JSONText) -> Bool {
    name.isPlain ? name.isWritten(text) : name.string == "\(text)"
  }

  /// Whether it begins with this text.
  package func hasPrefix(_ text: StaticString) -> Bool {
    guard isPlain else { return string.hasPrefix("\(text)") }
    return bytes.count >= text.utf8CodeUnitCount && begins(text)
  }

  /// The text, decoded.
  package var string: String {
    isPlain ? String(decoding: bytes, as: UTF8.self) : JSONCursor.decoded(bytes)
  }

  /// The number that its digits write; nil for anything else and for one that 64 bits do not hold.
  package var number: UInt64? {
    guard !bytes.isEmpty, bytes.count <= 20 else { return nil }
    var number: UInt64 = 0
    for byte in bytes {
      guard byte.isDigitASCII else { return nil }
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(UInt64(byte - 0x30))
      guard !overflow, !carry else { return nil }
      number = sum
    }
    return number
  }

  /// Lets a reader of a grammar look at the bytes themselves, escapes and all.
  package func withBytes<Found>(_ look: (UnsafeBufferPointer<UInt8>) -> Found) -> Found {
    look(bytes)
  }

  private func isWritten(_ text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount && begins(text)
  }

  private func begins(_ text: StaticString) -> Bool {
    guard let start = bytes.baseAddress else { return text.utf8CodeUnitCount == 0 }
    return memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
