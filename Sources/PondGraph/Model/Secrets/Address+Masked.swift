// What is secret in an address is hidden here, before it reaches a screen, a page or a message. The
// tables of what is secret stand beside it.

extension Address {
  /// The form that may be shown: user names and passwords, the values of parameters that carry
  /// keys, tokens or the person's mail address, and the path segments that open private feeds
  /// are replaced by `***`. An address without any of these is shown exactly as written.
  public var masked: String { masked(depth: 0, .everything) }

  /// The form for scripts that compare addresses with those of another program: written as it
  /// stands but for what is certainly a credential, a user name with its password or a parameter
  /// that is named for one. What only looks like a key by its shape is left.
  public var maskedWhereCertain: String { masked(depth: 0, .certain) }

  /// The form of an identifier: as it is written but for a name and password before a host.
  /// `tag:ann@example.org,2026:1` and an `@` in a path are no credentials.
  public var maskedIdentifier: String { masked(depth: 0, .passwords) }

  fileprivate func masked(depth: Int, _ reach: SecretSearch.Reach) -> String {
    let bytes = Array(written.utf8)
    let secrets = SecretSearch(bytes: bytes, depth: depth, reach: reach).ranges()
    guard !secrets.isEmpty else { return written }
    var shown: [UInt8] = []
    var done = 0
    for range in secrets where range.lowerBound >= done {
      shown += bytes[done..<range.lowerBound]
      shown += "***".utf8
      done = range.upperBound
    }
    return String(decoding: shown + bytes[done...], as: UTF8.self)
  }
}

// Finds the stretches to hide, in order. Works for `filter:` and `exec:` lines too, which hold
// whole addresses between other words.
private struct SecretSearch {
  enum Reach {
    /// A name and password before a host.
    case passwords
    /// These, and the parameters that are named for a credential.
    case certain
    /// These, and what has the shape of a key where keys stand.
    case everything
  }

  let bytes: [UInt8]
  let depth: Int
  let reach: Reach

  func ranges() -> [Range<Int>] {
    var found = userInfo()
    if reach != .passwords { found += parameters() }
    if reach == .everything { found += segments() }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  // MARK: User names and passwords

  private func userInfo() -> [Range<Int>] {
    let starts = positions(of: "://")
    if starts.isEmpty { return bareUserInfo.map { [$0] } ?? [] }
    return starts.compactMap { start in
      let authority = start..<end(of: start, at: Self.endOfHost)
      let sign = authority.last { bytes[$0] == AddressByte.at }
      let found = sign.map { start..<$0 }.flatMap { $0.isEmpty ? nil : $0 }
      guard reach == .passwords else { return found }
      return found.flatMap { bytes[$0].contains(AddressByte.colon) ? $0 : nil }
    }
  }

  // `key:secret@example.org/feed`: what a canonical form looks like. A bare mail address is none,
  // nor is an identifier with a host somewhere in it, as `tag:ann@example.org,2026:1`.
  private var bareUserInfo: Range<Int>? {
    let head = 0..<end(of: 0, at: "/?#")
    guard reach != .passwords, !Self.identifiers.contains(where: begins),
      let sign = bytes[head].lastIndex(of: AddressByte.at), sign > 0,
      isHost((sign + 1)..<head.upperBound)
    else { return nil }
    let isMail = head.count == bytes.count && !bytes[..<sign].contains(AddressByte.colon)
    return isMail ? nil : 0..<sign
  }

  // Prefixes of what is no address of the web although an `@` stands in it.
  private static let identifiers = [
    "newsletter:", "mailto:", "acct:", "exec:", "|", "tag:", "urn:", "did:", "at:", "xmpp:",
    "news:", "mid:", "cid:", "nostr:", "info:", "doi:",
  ]

  private func isHost(_ range: Range<Int>) -> Bool {
    let host = bytes[range].prefix { $0 != AddressByte.colon }
    let port = bytes[range].dropFirst(host.count).dropFirst()
    let isNamed = host.contains(AddressByte.dot) || host.elementsEqual("localhost".utf8)
    return isNamed && port.allSatisfy(AddressByte.isDigit)
      && host.allSatisfy {
        $0 >= 0x80 || AddressByte.isLetter($0) || AddressByte.isDigit($0) || $0 == AddressByte.dot
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static let endOfHost = "/?#\"'<> \t\r\n"

  // MARK: Parameters

  private func parameters() -> [Range<Int>] {
    let host = hosts.last?.name ?? ""
    return bytes.indices.compactMap { index in
      guard "?&#;".utf8.contains(bytes[index]) else { return nil }
      let name = (index + 1)..<end(of: index + 1, at: "=?&#;/\"' \t\r\n")
      guard name.upperBound < bytes.count, bytes[name.upperBound] == AddressByte.equals else {
        return nil
      }
      let value = (name.upperBound + 1)..<end(of: name.upperBound + 1, at: "&#;\"' \t\r\n")
      return isSecret(name: text(name), value: text(value), host: host) ? value : nil
    }
  }

  private func isSecret(name: String, value: String, host: Substring) -> Bool {
    guard !value.isEmpty else { return false }
    let weight = SecretNames.weight(of: name, host: host)
    if weight == .certain { return true }
    guard reach == .everything else { return false }
    if isMailAddress(value) || holdsSecretAddress(value) { return true }
    if SecretPlaces.isOpen(host: host) { return false }
    if weight == .whenLong, value.utf8.count >= 16 { return true }
    if weight != nil, KeyShape.isKeyValue(value) { return true }
    let isOpen = SecretNames.open.contains(name.lowercased().filter { $0.isLetter })
    return !isOpen && KeyShape.isRandom(value)
  }

  private func isMailAddress(_ value: String) -> Bool {
    let parts = value.replacing("%40", with: "@").split(
      separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let host = parts.last, parts.first?.isEmpty == false else {
      return false
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
      && host.utf8.allSatisfy {
        AddressByte.isLetter($0) || AddressByte.isDigit($0) || $0 == AddressByte.dot
          || $0 == UInt8(ascii: "-")
      }
  }

  // A bridge or a proxy is handed the real address, percent-encoded.
  private func holdsSecretAddress(_ value: String) -> Bool {
    guard depth < 3, value.utf8.contains(UInt8(ascii: "%")) else { return false }
    let inner = Address(percentDecoded(value))
    return inner.masked(depth: depth + 1, reach) != inner.written
  }

  private func percentDecoded(_ value: String) -> String {
    var decoded: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
        decoded.append(code)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  // MARK: Path segments

  private func segments() -> [Range<Int>] {
    hosts.flatMap { segments(of: $0) }
  }

  private func segments(of host: Host) -> [Range<Int>] {
    let path = host.end..<end(of: host.end, at: "?#\"' \t\r\n")
    var ranges: [Range<Int>] = []
    var start = path.lowerBound
    for index in path where bytes[index] == AddressByte.slash {
      if index > start { ranges.append(start..<index) }
      start = index + 1
    }
    if start < path.upperBound { ranges.append(start..<path.upperBound) }
    let names = ranges.map { Substring(text($0)) }
    let known = SecretPlaces.secretSegments(host: host.name, path: names)
    var isForMembers = SecretPlaces.isForMembers(host: host.name)
    return ranges.indices.compactMap { index in
      let name = String(names[index])
      defer { isForMembers = isForMembers || SecretPlaces.isForMembers(segment: names[index]) }
      if SecretPlaces.isOpen(host: host.name) { return nil }
      let isSecret =
        known.contains(index) || isForMembers && KeyShape.isLongAndMixed(name)
        || KeyShape.isRandom(name) || isNamedSecret(name)
      return isSecret ? ranges[index] : nil
    }
  }

  // Google's calendars and Pinboard's feeds say it themselves.
  private func isNamedSecret(_ segment: String) -> Bool {
    segment.hasPrefix("private-") && segment.utf8.count >= 24
      || segment.hasPrefix("secret:") && segment.utf8.count >= 12
  }

  // MARK: Hosts

  private struct Host {
    /// In small letters, without name, password and port.
    let name: Substring
    /// Where its path begins.
    let end: Int
  }

  // Of every address in the text: those that a scheme precedes, else one at the beginning.
  private var hosts: [Host] {
    let starts = positions(of: "://")
    return (starts.isEmpty ? [0] : starts).map { start in
      let authority = start..<end(of: start, at: Self.endOfHost)
      let sign = authority.last { bytes[$0] == AddressByte.at }
      let name = text((sign.map { $0 + 1 } ?? start)..<authority.upperBound).lowercased()
      return Host(name: name.prefix { $0 != ":" }, end: authority.upperBound)
    }
  }

  // MARK: Text

  private func begins(with prefix: String) -> Bool {
    bytes.count >= prefix.utf8.count
      && zip(bytes, prefix.utf8).allSatisfy { AddressByte.lowercased($0) == $1 }
  }

  private func end(of start: Int, at stops: String) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes[start...].firstIndex { stops.utf8.contains($0) } ?? bytes.count
  }

  private func positions(of mark: String) -> [Int] {
    let sought = Array(mark.utf8)
    guard bytes.count >= sought.count else { return [] }
    return (0...(bytes.count - sought.count)).filter {
      bytes[$0..<($0 + sought.count)].elementsEqual(sought)
    }.map { $0 + sought.count }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
