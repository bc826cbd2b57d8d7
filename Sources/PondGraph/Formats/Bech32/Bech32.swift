/// Text that carries bytes with a checksum over them (BIP 173), as Nostr writes keys: `npub1…`.
package struct Bech32: Hashable, Sendable {
  /// What stands before the last `1`: what sort of bytes they are.
  package let prefix: String
  /// The bytes.
  package let bytes: [UInt8]

  private static let letters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// Takes bytes of a sort; the prefix is in lower case.
  package init(prefix: String, bytes: [UInt8]) {
    self.prefix = prefix
    self.bytes = bytes
  }

  /// Reads a text; nil where the checksum is wrong, or anything else is.
  package init?(_ text: String) {
    let small = text.lowercased()
    // One of both, never mixed: that is how a misread letter shows.
    guard text == small || text == text.uppercased(), text.utf8.count <= 1_000,
      let one = small.utf8.lastIndex(of: UInt8(ascii: "1")), one != small.utf8.startIndex
    else { return nil }
    var values: [UInt8] = []
    for byte in small.utf8[small.utf8.index(after: one)...] {
      guard let value = Self.letters.firstIndex(of: byte) else { return nil }
      values.append(UInt8(value))
    }
    prefix = String(small[..<one])
    guard values.count >= 6, Self.polymod(Self.expanded(prefix) + values) == 1,
      let bytes = Self.regrouped(values.dropLast(6), from: 5, to: 8, padded: false)
    else { return nil }
    self.bytes = bytes
  }

  /// The text.
  package var text: String {
    let values = Self.regrouped(bytes[...], from: 8, to: 5, padded: true) ?? []
    let sum = Self.polymod(Self.expanded(prefix) + values + [0, 0, 0, 0, 0, 0]) ^ 1
    let check = (0..<6).map { UInt8(truncatingIfNeeded: sum >> (5 * (5 - $0)) & 31) }
    let spelled = (values + check).map { Self.letters[Int($0)] }
    return "\(prefix)1" + String(decoding: spelled, as: UTF8.self)
  }

  private static func expanded(_ prefix: String) -> [UInt8] {
    prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
  }

  private static func polymod(_ values: [UInt8]) -> UInt32 {
    let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 {
        sum ^= generator
      }
    }
    return sum
  }

  /// The bits in groups of another size; nil where what is left over is not zero.
  private static func regrouped(
    _ values: ArraySlice<UInt8>, from: Int, to: Int, padded: Bool
  ) -> [UInt8]? {
    var (bits, count): (UInt32, Int) = (0, 0)
    var groups: [UInt8] = []
    let mask: UInt32 = 1 << UInt32(to) - 1
    for value in values {
      bits = (bits << UInt32(from) | UInt32(value)) & 0xFFFF
      count += from
      while count >= to {
        count -= to
        groups.append(UInt8(truncatingIfNeeded: bits >> UInt32(count) & mask))
      }
    }
    let rest = bits << UInt32(to - count) & mask
    if padded {
      if count > 0 { groups.append(UInt8(truncatingIfNeeded: rest)) }
    } else if count >= from || rest != 0 {
      return nil
    }
    return groups
  }
}
