// Which account an address stands for.

extension AccountKey {
  /// The account whose posts are read at this address: a feed, a newsletter or a command, told
  /// apart by how the address begins.
  public init(reading address: Address) {
    let value = address.canonical
    self.init(kind: AccountKind(reading: value), value: value)
  }
}

extension AccountKind {
  // A mail address is told from `name@example.org/feed`, the canonical form of a private feed, by
  // having nothing but a host behind its sign.
  fileprivate init(reading canonical: String) {
    if canonical.begins(with: ["exec:", "filter:", "|"]) {
      self = .command
    } else if canonical.begins(with: ["newsletter:", "mailto:"]) || canonical.isMailAddress {
      self = .newsletter
    } else {
      self = .feed
    }
  }
}

extension String {
  fileprivate func begins(with prefixes: [String]) -> Bool {
    prefixes.contains { prefix in
      utf8.count >= prefix.utf8.count
        && zip(utf8, prefix.utf8).allSatisfy { AddressByte.lowercased($0) == $1 }
    }
  }

  fileprivate var isMailAddress: Bool {
    guard let sign = utf8.firstIndex(of: AddressByte.at), sign > utf8.startIndex else {
      return false
    }
    let rest = utf8[utf8.index(after: sign)...]
    return !rest.isEmpty && !utf8.contains { ":/?#| ".utf8.contains($0) }
      && !rest.contains(AddressByte.at) && rest.contains(AddressByte.dot)
  }
}
