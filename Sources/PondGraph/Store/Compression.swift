import CZlib
import Foundation

/// Bytes made smaller by zlib and brought back.
enum Compression {
  /// Documents up to this size are kept as they are.
  static let threshold = 64 << 10

  /// No document that Pond keeps is larger, packed or not: more is a lie about its size.
  static let limit = 64 << 20

  /// The bytes, smaller; nil where that does not work or gains nothing.
  static func deflated(_ bytes: Data) -> Data? {
    var size = compressBound(uLong(bytes.count))
    var packed = Data(count: Int(size))
    let code = packed.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes { source in
        compress2(
          target.bindMemory(to: UInt8.self).baseAddress, &size,
          source.bindMemory(to: UInt8.self).baseAddress, uLong(bytes.count), 6)
      }
    }
    guard code == Z_OK, size < bytes.count else { return nil }
    return packed.prefix(Int(size))
  }

  /// The bytes as they were; nil where they do not have the size they should.
  static func inflated(_ packed: Data, size expected: Int) -> Data? {
    guard expected > 0, expected <= limit else { return nil }
    var size = uLong(expected)
    var bytes = Data(count: expected)
    let code = bytes.withUnsafeMutableBytes { target in
      packed.withUnsafeBytes { source in
        uncompress(
          target.bindMemory(to: UInt8.self).baseAddress, &size,
          source.bindMemory(to: UInt8.self).baseAddress, uLong(packed.count))
      }
    }
    return code == Z_OK && Int(size) == expected ? bytes : nil
  }
}
