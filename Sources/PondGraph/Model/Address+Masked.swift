// What is secret in an address is hidden here, before it reaches a screen, a page or a message.

extension Address {
  /// The form that may be shown: user names and passwords, the values of parameters that carry
  /// keys, tokens or the person's mail address, and the long random path segments of private feeds
  /// are replaced by `***`. An address without any of these is shown exactly as written.
  public var masked: String { masked(depth: 0, onlyCertain: false) }

  /// The form for scripts that compare addresses with those of another program: written as it
  /// stands but for what is certainly a credential, a user name with its password or a parameter
  /// that is named for one. What only looks like a key by its shape is left.
  public var maskedWhereCertain: String { masked(depth: 0, onlyCertain: true) }

  fileprivate func masked(depth: Int, onlyCertain: Bool) -> String {
    let bytes = Array(written.utf8)
    let secrets = SecretSearch(bytes: bytes, depth: depth, onlyCertain: onlyCertain).ranges()
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
  let bytes: [UInt8]
  let depth: Int
  let onlyCertain: Bool

  func ranges() -> [Range<Int>] {
    (userInfo() + parameters() + (onlyCertain ? [] : segments()))
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  // MARK: User names and passwords

  private func userInfo() -> [Range<Int>] {
    var starts = positions(of: "://")
    if starts.isEmpty, isAddressWithoutScheme { starts = [0] }
    return starts.compactMap { start in
      let authority = start..<end(of: start, at: "/?#\"'<> \t\r\n")
      let sign = authority.last { bytes[$0] == AddressByte.at }
      return sign.map { start..<$0 }.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  // `key:secret@example.org/feed`: what a canonical form looks like. A bare mail address is none.
  private var isAddressWithoutScheme: Bool {
    let head = bytes[..<end(of: 0, at: "/?#")]
    guard !["newsletter:", "mailto:", "acct:", "exec:", "|"].contains(where: begins) else {
      return false
    }
    return head.count < bytes.count || head.contains(AddressByte.colon)
  }

  // MARK: Parameters

  private func parameters() -> [Range<Int>] {
    bytes.indices.compactMap { index in
      guard "?&#;".utf8.contains(bytes[index]) else { return nil }
      let name = (index + 1)..<end(of: index + 1, at: "=?&#;/\"' \t\r\n")
      guard name.upperBound < bytes.count, bytes[name.upperBound] == AddressByte.equals else {
        return nil
      }
      let value = (name.upperBound + 1)..<end(of: name.upperBound + 1, at: "&#\"' \t\r\n")
      return isSecret(name: text(name), value: text(value)) ? value : nil
    }
  }

  private func isSecret(name: String, value: String) -> Bool {
    guard !value.isEmpty else { return false }
    let plain = name.lowercased().filter { $0.isLetter }
    if Self.secretNames.contains(plain) || Self.secretEndings.contains(where: plain.hasSuffix) {
      return true
    }
    if onlyCertain { return false }
    if value.utf8.count >= 16, Self.keyEndings.contains(where: plain.hasSuffix) { return true }
    return isMailAddress(value) || holdsSecretAddress(value)
  }

  private static let secretNames: Set<String> = [
    "auth", "pass", "pwd", "sig", "session", "jwt", "hmac", "credentials",
  ]
  private static let secretEndings = [
    "token", "authkey", "secret", "password", "passwd", "passphrase", "signature", "sessionid",
  ]
  // Short keys are the names of pages; long ones open doors.
  private static let keyEndings = ["key", "sid", "sessid"]

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
    return inner.masked(depth: depth + 1, onlyCertain: onlyCertain) != inner.written
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
    let path = 0..<end(of: 0, at: "?#")
    var found: [Range<Int>] = []
    var isPrivate = false
    for slash in path where bytes[slash] == AddressByte.slash {
      let segment = (slash + 1)..<end(of: slash + 1, at: "/?#\"' \t\r\n")
      let name = text(segment)
      if isRandom(name) || isPrivate && isLongAndMixed(name) || isPrivateCalendar(name) {
        found.append(segment)
      }
      isPrivate = name == "private"
    }
    return found
  }

  private func isPrivateCalendar(_ segment: String) -> Bool {
    segment.hasPrefix("private-") && segment.utf8.count >= 24
  }

  private func isLongAndMixed(_ segment: String) -> Bool {
    segment.utf8.count >= 16 && segment.utf8.contains(where: AddressByte.isDigit)
  }

  // Large and small letters and digits in one run of 24 or more, changing often: no name that a
  // person or a publisher gives looks so. Identifiers that networks make public are left alone.
  private func isRandom(_ segment: String) -> Bool {
    segment.split { !isAlphanumeric($0) }.contains { run in
      let text = Array(run.utf8)
      guard text.count >= 24, !(text.count == 24 && run.hasPrefix("UC")) else { return false }
      let digits = text.filter(AddressByte.isDigit).count
      let large = text.filter { AddressByte.isLetter($0) && $0 & 0x20 == 0 }.count
      let changes = zip(text, text.dropFirst()).filter {
        AddressByte.isDigit($0) != AddressByte.isDigit($1)
      }.count
      return digits >= 3 && large >= 3 && text.count - digits - large >= 3 && changes >= 4
    }
  }

  private func isAlphanumeric(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return AddressByte.isLetter(byte) || AddressByte.isDigit(byte)
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
