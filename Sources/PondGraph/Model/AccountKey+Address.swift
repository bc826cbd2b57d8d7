// Which account an address stands for.

extension AccountKey {
  /// The account whose posts are read at this address: a feed, a newsletter or a command, told
  /// apart by how the address begins.
  public init(reading address: Address) {
    let value = address.canonical
    // What one reader's list calls `|command`, newsboat's calls `exec:command`.
    let isPiped = value.hasPrefix("|")
    self.init(
      kind: AccountKind(reading: value), value: isPiped ? "exec:" + value.dropFirst() : value)
  }
}

extension AccountKind {
  // A mail address is told from `name@example.org/feed`, the canonical form of a private feed, by
  // having nothing but a host behind its sign.
  fileprivate init(reading canonical: String) {
    var canonical = canonical
    self = canonical.withUTF8 { bytes in
      if Self.commands.contains(where: { Self.begins(bytes, $0) }) { return .command }
      if Self.letters.contains(where: { Self.begins(bytes, $0) }) { return .newsletter }
      return Self.isMailAddress(bytes) ? .newsletter : .feed
    }
  }

  private static let commands: [StaticString] = ["exec:", "filter:", "|"]
  private static let letters: [StaticString] = ["newsletter:", "mailto:"]

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where AddressByte.lowercased(bytes[index]) != word.utf8Start[index] {
      return false
    }
    return true
  }

  private static func isMailAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let sign = bytes.firstIndex(of: AddressByte.at), sign > 0 else { return false }
    let host = bytes[(sign + 1)...]
    return host.contains(AddressByte.dot) && !host.contains(AddressByte.at)
      && !bytes.contains { ":/?#| ".utf8.contains($0) }
  }
}
