extension AccountKey {
  /// The account of a public key of Nostr as events write it: 64 hexadecimal digits, in any case;
  /// nil for anything else.
  init?(nostr written: String) {
    let small = written.utf8.map { $0 >= 0x41 && $0 <= 0x46 ? $0 | 0x20 : $0 }
    guard small.count == 64,
      small.allSatisfy({ AddressByte.isDigit($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.init(kind: .nostr, value: String(decoding: small, as: UTF8.self))
  }
}
