import Dispatch
internal import CLibMD

/// SHA-256, by libmd.
public enum Digest {
  /// The digest of some bytes, 32 of them.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    let whole = ContiguousArray(bytes)
    whole.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    return digest
  }

  /// Whether some bytes have a digest, without making anything: files have millions of blocks.
  package static func isSHA256(
    _ expected: UnsafeRawBufferPointer, of bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard expected.count == 32 else { return false }
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      SHA256Final(digest.baseAddress, &context)
      return digest.elementsEqual(expected)
    }
  }

  /// Which of some blocks have the digest that is given with them. The cores share the work: of
  /// reading a large repository a third is digests.
  package static func areSHA256(
    _ claims: [(block: UnsafeRawBufferPointer, digest: UnsafeRawBufferPointer)]
  ) -> [Bool] {
    [Bool](unsafeUninitializedCapacity: claims.count) { verdicts, count in
      // Each lane writes verdicts of its own, and what the claims point to is only read.
      nonisolated(unsafe) let (verdicts, claims) = (verdicts, claims)
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        for index in stride(from: lane, to: claims.count, by: lanes) {
          let isTrue = isSHA256(claims[index].digest, of: claims[index].block)
          (verdicts.baseAddress?.advanced(by: index))?.initialize(to: isTrue)
        }
      }
      count = claims.count
    }
  }

  private static let lanes = 8

  /// The digest as 64 hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String { spelled(sha256(bytes)[...]) }

  /// The first ten of these digits: enough to tell accounts apart, and made for each at every look.
  fileprivate static func shortHex(_ bytes: some Sequence<UInt8>) -> String {
    spelled(sha256(bytes).prefix(5))
  }

  private static func spelled(_ bytes: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
      for (place, byte) in bytes.enumerated() {
        digits[place * 2] = digit(byte >> 4)
        digits[place * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension AccountKey {
  /// The short name of the account with this key.
  public var id: AccountID {
    AccountID(Digest.shortHex("\(kind.rawValue):\(value)".utf8))
  }
}
