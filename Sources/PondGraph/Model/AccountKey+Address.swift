// Which account an address stands for.

extension AccountKey {
  /// The account whose posts are read at this address: a feed, a newsletter or a command, told
  /// apart by how the address begins; a network's feed of one of its accounts is that account.
  public init(reading address: Address) {
    let value = address.canonical
    if let key = NetworkAddress(canonical: value)?.account(of: .feed) {
      self = key
      return
    }
    // What one reader's list calls `|command`, newsboat's calls `exec:command`.
    let isPiped = value.hasPrefix("|")
    self.init(
      kind: AccountKind(reading: value), value: isPiped ? "exec:" + value.dropFirst() : value)
  }

  /// The account whose profile page this is, on a network that Pond knows; nil for any other page.
  public init?(profile address: Address) {
    guard let key = NetworkAddress(canonical: address.canonical)?.account(of: .profile) else {
      return nil
    }
    self = key
  }

  /// The same account under its newest kind and spelling: a feed that was stored before Pond knew whose
  /// it is, or that its host has two spellings.
  public var resolved: AccountKey {
    if kind.isReadAtAddress, value.utf8.contains(where: { $0 >= 0x80 }) {
      let spelled = AccountKey(kind: kind, value: Address(value).canonical)
      if spelled != self { return spelled.resolved }
    }
    guard kind == .feed, let key = NetworkAddress(canonical: value)?.account(of: .feed) else {
      return self
    }
    return key
  }

  /// The page that opens this account in a browser; nil where its name leads to none.
  public var profile: Address? {
    switch kind {
    case .feed, .newsletter, .command, .nostr, .facebook: nil
    case .site, .actor: Address("https://" + value)
    case .fediverse:
      value.split(separator: "@").count == 2
        ? Address("https://\(value.split(separator: "@")[1])/@\(value.split(separator: "@")[0])")
        : nil
    case .x:
      Address("https://x.com/" + (value.hasPrefix("@") ? value.dropFirst() : "i/user/\(value)"))
    case .bluesky: Address("https://bsky.app/profile/\(value)")
    case .instagram: Address("https://www.instagram.com/\(value)/")
    case .threads: Address("https://www.threads.net/@\(value)")
    case .linkedin: value.hasPrefix("in/") ? Address("https://www.linkedin.com/\(value)") : nil
    case .youtube: Address("https://www.youtube.com/channel/\(value)")
    case .reddit:
      Address("https://www.reddit.com/" + value.replacing(/^u\//) { _ in "user/" })
    case .github: Address("https://github.com/\(value)")
    }
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
