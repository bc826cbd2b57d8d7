/// Tells what a file is by how it begins.
package enum OPMLAppearance {
  /// Whether some bytes begin as an OPML document does: blanks, declaration and comments, then
  /// `<opml`, in any case and under any prefix, in single bytes or wider ones.
  package static func isOPML(_ base: UnsafeRawBufferPointer) -> Bool {
    let start = OPMLBytes(UnsafeRawBufferPointer(rebasing: base.prefix(1 << 16)))
    guard let transcript = OPMLTranscript(start) else { return root(start).isOPML }
    return transcript.utf8.withUnsafeBytes { root(OPMLBytes($0)).isOPML }
  }

  /// - Throws: where the bytes begin as something that is known not to be OPML.
  static func check(_ bytes: OPMLBytes) throws(OPMLError) {
    switch root(bytes) {
    case .opml, .unknown: return
    case .page: throw .somethingElse("a web page (perhaps a log-in page), not a list of feeds")
    case .feed: throw .somethingElse("a feed, not a list of feeds")
    case .json: throw .somethingElse("JSON, not a list of feeds")
    }
  }

  private enum Root {
    case opml, page, feed, json, unknown

    var isOPML: Bool { self == .opml }
  }

  private static func root(_ bytes: OPMLBytes) -> Root {
    var place = bytes.afterBlanks(bytes.has("\u{FEFF}", at: 0) ? 3 : 0)
    if bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "[") { return .json }
    while place < bytes.count {
      if bytes.has("<!doctype html", at: place) || bytes.has("<html", at: place) { return .page }
      guard let next = afterProlog(bytes, at: place) else { break }
      place = bytes.afterBlanks(next)
    }
    return element(bytes, at: place)
  }

  private static func element(_ bytes: OPMLBytes, at place: Int) -> Root {
    var end = place + 1
    while end - place < 100, bytes[end].isNameByte { end += 1 }
    let name = bytes.localName((place + 1)..<end)
    if bytes[place] == UInt8(ascii: "<") {
      if bytes.equals("opml", name) { return .opml }
      if bytes.equals("rss", name) || bytes.equals("feed", name) || bytes.equals("rdf", name) {
        return .feed
      }
    }
    // Words before the list, such as the warnings of a server: the list may still be there.
    return holdsOPML(bytes) ? .opml : .unknown
  }

  private static func holdsOPML(_ bytes: OPMLBytes) -> Bool {
    var place = 0
    while let mark = bytes.first(UInt8(ascii: "<"), in: place..<max(place, 4_096)) {
      if bytes.has("<opml", at: mark), !bytes[mark + 5].isNameByte { return true }
      place = mark + 1
    }
    return false
  }

  // The place behind a declaration, a comment or a document type; nil where none begins.
  private static func afterProlog(_ bytes: OPMLBytes, at place: Int) -> Int? {
    if bytes.has("<?", at: place) { return bytes.first("?>", from: place).map { $0 + 2 } }
    if bytes.has("<!--", at: place) { return bytes.first("-->", from: place).map { $0 + 3 } }
    guard bytes.has("<!doctype", at: place) else { return nil }
    guard let end = bytes.first(UInt8(ascii: ">"), from: place) else { return nil }
    let subset = bytes.first(UInt8(ascii: "["), in: place..<end)
    return subset == nil ? end + 1 : bytes.first("]>", from: place).map { $0 + 2 }
  }
}
