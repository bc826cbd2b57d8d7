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

  /// The digest as 64 hexadecimal digits.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let spelled = sha256(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: spelled, as: UTF8.self)
  }
}

extension AccountKey {
  /// The short name of the account with this key.
  public var id: AccountID {
    AccountID(String(Digest.hex("\(kind.rawValue):\(value)".utf8).prefix(10)))
  }
}
