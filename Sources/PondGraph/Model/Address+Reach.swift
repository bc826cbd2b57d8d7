// What an address names, told before anything is asked: a list can hold paths and words, too.

extension Address {
  /// What sort of place an address names.
  public enum Reach: Hashable, Sendable {
    /// A place of the web: `http`, `https`, `feed:`, or a host's name with nothing before it.
    case web
    /// A file or a folder of this machine: `file:`, `/path`, `~/path`, `./path`, `feeds/a.xml`,
    /// `C:\path`, `\\server\share`. Nobody is ever asked for it.
    case file
    /// Neither: a word, a command, a mail address, another scheme.
    case neither
  }

  /// What the address names, by how it is written; nothing is opened or asked to tell.
  public var reach: Reach {
    var text = written[...]
    while let first = text.unicodeScalars.first, first.value <= 0x20 { text.removeFirst() }
    while let last = text.unicodeScalars.last, last.value <= 0x20 { text.removeLast() }
    return Self.reach(of: text)
  }

  private static func reach(of text: Substring) -> Reach {
    let small = text.prefix(8).lowercased()
    for scheme in ["http:", "https:", "feed:"] where small.hasPrefix(scheme) {
      return behind(text.dropFirst(scheme.count), isFeed: scheme == "feed:")
    }
    if text.hasPrefix("//") { return hostReach(text.dropFirst(2)) }
    if small.hasPrefix("file:") || isPath(text) { return .file }
    return hostReach(text)
  }

  // What follows a scheme. `feed:` stands before whole addresses, too.
  private static func behind(_ rest: Substring, isFeed: Bool) -> Reach {
    guard rest.hasPrefix("//") else { return isFeed ? reach(of: rest) : .neither }
    let place = rest.dropFirst(2)
    guard place.hasPrefix("/") || place.hasPrefix("~") || place.hasPrefix("\\") else {
      return isFeed ? hostReach(place) : place.isEmpty ? .neither : .web
    }
    // Three slashes and a host are a slip of the pen; three slashes and a folder are a path.
    let after = place.drop { $0 == "/" }
    return !isFeed && hostReach(after) == .web ? .web : .file
  }

  private static func isPath(_ text: Substring) -> Bool {
    if ["/", "~", ".", "\\", "$", "%"].contains(where: text.hasPrefix) { return true }
    let bytes = Array(text.utf8.prefix(3))
    // A drive of Windows: one letter, a colon, a slash of either kind.
    return bytes.count == 3 && AddressByte.isLetter(bytes[0]) && bytes[1] == AddressByte.colon
      && (bytes[2] == AddressByte.slash || bytes[2] == UInt8(ascii: "\\"))
  }

  // Without a scheme, the first segment must be able to be a host.
  private static func hostReach(_ text: Substring) -> Reach {
    if text.contains("\\") { return .file }
    let head = text.prefix { !"/?#".contains($0) }
    let isAlone = head.endIndex == text.endIndex
    let named = head.split(separator: "@", omittingEmptySubsequences: false)
    // `ann@example.org` is a mail address, `key@example.org/feed` a private feed.
    if named.count > 1, isAlone { return .neither }
    let host = named.last ?? ""
    if isHost(host) { return .web }
    let colon = head.contains(":") || head.contains("|") || head.contains(" ")
    let isFolder = !isAlone && text.dropFirst(head.count).hasPrefix("/")
    return !colon && named.count == 1 && (isFolder || isFileName(head)) ? .file : .neither
  }

  private static func isHost(_ text: Substring) -> Bool {
    if text.hasPrefix("[") { return text.contains("]") }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, parts.count <= 2 else { return false }
    if parts.count == 2, parts[1].isEmpty || !parts[1].utf8.allSatisfy(AddressByte.isDigit) {
      return false
    }
    if host.lowercased() == "localhost" { return true }
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.last?.isEmpty == true { labels.removeLast() }
    guard labels.count >= 2, let last = labels.last,
      labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) })
    else { return false }
    if last.utf8.allSatisfy(AddressByte.isDigit) {
      return labels.count == 4 && labels.allSatisfy { $0.utf8.allSatisfy(AddressByte.isDigit) }
    }
    return last.utf8.count >= 2 && !isFileName(host)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || AddressByte.isLetter(byte) || AddressByte.isDigit(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  // `news.xml` is no host: no top-level domain is called so.
  private static func isFileName(_ text: Substring) -> Bool {
    let ending = text.split(separator: ".").last?.lowercased()
    return text.contains(".") && Self.fileEndings.contains(ending ?? "")
  }

  private static let fileEndings: Set<String> = [
    "xml", "rss", "atom", "rdf", "json", "opml", "html", "htm", "txt", "csv", "db", "sqlite", "php",
    "gz",
  ]

  /// Whether a host is this machine by its name, `localhost`. Numbers that lead here are told when
  /// the connection is made, whatever name they hide behind.
  /// - Parameter host: in small letters.
  public static func isThisMachine(host: String) -> Bool {
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    return name == "localhost" || name.hasSuffix(".localhost")
  }
}
