/// Resolves relative references as RFC 3986 §5.2 has it, on the text as written: nothing in an
/// address is re-encoded.
enum FeedAddress {
  /// The reference seen from the base. A reference with a scheme stays as it is, and so does one
  /// whose base has none.
  static func resolve(_ reference: String, base: String?) -> String {
    guard let base, !reference.isEmpty, scheme(reference) == nil, let scheme = scheme(base) else {
      return reference
    }
    if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
    let (authority, path, query) = parts(base.dropFirst(scheme.utf8.count + 1))
    guard !authority.isEmpty else { return reference }
    let root = "\(scheme):\(authority)"
    if reference.hasPrefix("/") { return root + withoutDots(reference) }
    if reference.hasPrefix("#") { return root + path + query + reference }
    if reference.hasPrefix("?") { return root + path + reference }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return root + withoutDots(folder + reference)
  }

  /// The scheme in front of an address; nil where there is none.
  static func scheme(_ address: some StringProtocol) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = address.utf8[..<colon]
    guard let first = name.first, first.isLetterASCII else { return nil }
    let isScheme = name.allSatisfy {
      $0.isLetterASCII || $0.isDigitASCII || [0x2B, 0x2D, 0x2E].contains($0)
    }
    return isScheme ? String(address[..<colon]) : nil
  }

  /// What follows the scheme: `//host`, path, `?query`; the fragment is left out.
  private static func parts(
    _ rest: Substring
  ) -> (authority: Substring, path: Substring, query: Substring) {
    let whole = rest.prefix { $0 != "#" }
    guard whole.hasPrefix("//") else { return ("", whole, "") }
    let host = whole.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
    let authority = whole[whole.startIndex..<host.endIndex]
    let after = whole[host.endIndex...]
    let path = after.prefix { $0 != "?" }
    return (authority, path, after[path.endIndex...])
  }

  /// The path of a reference without its `.` and `..`; query and fragment are not touched.
  private static func withoutDots(_ reference: some StringProtocol) -> String {
    let path = reference.prefix { $0 != "?" && $0 != "#" }
    let rest = reference[path.endIndex...]
    var kept: [Substring] = []
    let segments = String(path).split(separator: "/", omittingEmptySubsequences: false)
    for (number, segment) in segments.enumerated() {
      let isLast = number == segments.count - 1
      switch segment {
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      case ".": if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/") + rest
  }
}
