// Whose place it is that a text points at.

extension AccountKey {
  /// Whose place an address lies in: the account of a network where its path names one, else the site.
  /// Only the host is kept of it, and the first step of the path where that is somebody's name; nil for
  /// places that are nobody's voice, for what is no public host, and for what does not say whose it is.
  package init?(placeOf address: String) {
    let place = PointedPlace(address)
    guard let key = place.account ?? place.site else { return nil }
    self = key
  }
}

/// An address on the way to whose place it is.
package struct PointedPlace {
  /// The host in small letters, without `www.`; empty where there is no public one.
  package let host: String
  private let path: [Substring]

  /// Takes an address with or without a scheme.
  package init(_ address: String) {
    let canonical = Address(address).canonical
    let pieces = canonical.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    let first = pieces.first ?? ""
    let plain = first.hasPrefix("www.") ? first.dropFirst(4) : first
    host = Self.isPublic(plain) ? String(plain) : ""
    path = Array(pieces.dropFirst())
  }

  /// Whether the host alone answers whose place it is, whatever the path.
  package var isToldByHost: Bool {
    guard let first = path.first else { return true }
    return !first.hasPrefix("@") && first != "users" && first != "ap" && !isOfMany
  }

  /// The account of a network whose place it is, or one of its posts; nil where there is none.
  package var account: AccountKey? {
    guard !host.isEmpty else { return nil }
    // `host/@ada/123` is a post of `host/@ada`: the shortest beginning that names somebody.
    for length in 1..<4 where path.count >= length {
      let beginning = ([host[...]] + path.prefix(length)).joined(separator: "/")
      if let key = AccountKey(profile: Address(beginning)) { return key }
    }
    return nil
  }

  /// The site whose place it is; nil for hosts of many that do not say whose, and for nobody's.
  package var site: AccountKey? {
    guard !host.isEmpty else { return nil }
    if SharedHosts.namedByPath.contains(host) {
      guard let name = path.first, host != "medium.com" || name.hasPrefix("@") else { return nil }
      return AccountKey(kind: .site, value: "\(host)/\(name)")
    }
    return isOfMany || isNobodys ? nil : AccountKey(kind: .site, value: host)
  }

  private var isOfMany: Bool {
    SharedHosts.all.contains(host) || SharedHosts.namedByPath.contains(host)
      || host.hasSuffix(".linkedin.com") || host.hasPrefix("m.")
  }

  private var isNobodys: Bool {
    var rest = host[...]
    while true {
      if SharedHosts.nobodys.contains(String(rest)) { return true }
      guard let dot = rest.firstIndex(of: ".") else { return false }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// Whether it is a name of the public network: no number, no port, no user, nothing of a home.
  private static func isPublic(_ host: Substring) -> Bool {
    guard let dot = host.lastIndex(of: "."), host.utf8.count < 254, dot != host.startIndex else {
      return false
    }
    let top = host[host.index(after: dot)...]
    let isName = host.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x80 || scalar == "." || scalar == "-" || scalar == "_"
        || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return isName && top.unicodeScalars.count > 1 && !privateTops.contains(String(top))
      && top.unicodeScalars.contains { $0.value >= 0x80 || ("a"..."z").contains($0) }
  }

  private static let privateTops: Set<String> = [
    "arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain",
    "localhost", "onion", "private",
  ]
}
