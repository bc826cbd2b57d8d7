import CLibCurl

/// An address that can be asked over HTTP, taken apart.
package struct WebAddress: Hashable, Sendable, Codable {
  /// The whole address without user name, password and fragment, as it is asked.
  package let url: String
  /// `http` or `https`.
  package let scheme: String
  /// The host in small letters; an IPv6 address in brackets.
  package let host: String
  /// The port, the scheme's own where none is written.
  package let port: Int
  /// The user name of the address, decoded; nil where there is none.
  package let user: String?
  /// The password, decoded; nil where there is none.
  package let password: String?

  /// Reads an address as a list writes it: `feed:` and a missing scheme are understood.
  /// Nil for everything that is not HTTP, and for what has control characters in it.
  package init?(_ written: String) {
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    guard let text = Self.asking(written),
      curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK
    else { return nil }
    self.init(handle)
  }

  /// The address that a `Location` of this one leads to; nil for one that is not HTTP.
  package func following(_ location: String) -> WebAddress? {
    guard let handle = curl_url() else { return nil }
    defer { curl_url_cleanup(handle) }
    guard let text = Self.encoded(location), !text.isEmpty,
      curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK
    else { return nil }
    return WebAddress(handle)
  }

  private init?(_ handle: OpaquePointer) {
    let user = Self.part(handle, CURLUPART_USER, UInt32(CURLU_URLDECODE))
    let password = Self.part(handle, CURLUPART_PASSWORD, UInt32(CURLU_URLDECODE))
    for part in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_FRAGMENT] {
      curl_url_set(handle, part, nil, 0)
    }
    guard let url = Self.part(handle, CURLUPART_URL),
      let scheme = Self.part(handle, CURLUPART_SCHEME)?.lowercased(),
      scheme == "http" || scheme == "https",
      let host = Self.part(handle, CURLUPART_HOST)?.lowercased(), !host.isEmpty,
      let port = Self.part(handle, CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
    else { return nil }
    (self.url, self.scheme, self.host, self.port) = (url, scheme, host, port)
    (self.user, self.password) = (user, password)
  }

  /// Host and port, the port only where it is not the scheme's own: one server.
  package var server: String {
    port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(port)"
  }

  /// Scheme, host and port: what user names and passwords belong to.
  package var origin: String { "\(scheme)://\(host):\(port)" }

  /// The address with another path on the same host; nil where there is none such.
  package func at(_ path: String) -> WebAddress? { following(path) }

  private static func part(
    _ handle: OpaquePointer, _ part: CURLUPart, _ flags: UInt32 = 0
  ) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  private static func asking(_ written: String) -> String? {
    // Paths and words of a list are never turned into a host.
    guard Address(written).reach == .web else { return nil }
    var text = written[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    if text.lowercased().hasPrefix("feed:") {
      text = text.dropFirst(5)
    }
    let whole = text.hasPrefix("//") ? "http:" + text : String(text)
    guard !whole.isEmpty, let clean = encoded(whole) else { return nil }
    let lowered = clean.prefix(8).lowercased()
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") { return clean }
    return "https://" + clean
  }

  // Blanks and letters beyond ASCII are written as browsers send them; a control character has no
  // business in an address. The host keeps its letters, which libcurl turns into punycode.
  private static func encoded(_ text: String) -> String? {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    let path = pathStart(bytes)
    for (index, byte) in bytes.enumerated() {
      if byte < 0x20 || byte == 0x7F { return nil }
      if byte == 0x20 || byte >= 0x80 && index >= path {
        output += Array("%\(digit(byte >> 4))\(digit(byte & 15))".utf8)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func pathStart(_ bytes: [UInt8]) -> Int {
    var index = 0
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: "://".utf8)
    {
      index = colon + 3
    } else if bytes.starts(with: "//".utf8) {
      index = 2
    } else {
      return 0
    }
    return bytes[index...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
  }

  private static func digit(_ value: UInt8) -> Character {
    Character(Unicode.Scalar(value < 10 ? value + 48 : value + 55))
  }
}
