import Foundation

/// What an input that nobody claims looks like, so that the person is told more than "unknown".
package enum Looks {
  /// Words that end the sentence "it looks like …".
  package static func like(_ source: ImportSource) -> String {
    if source.isFolder || source.brought != nil { return "a folder without anything Pond reads" }
    if source.holdsFiles { return "an archive without anything Pond reads" }
    let head = source.bytes.prefix(4096)
    if let media = media(source) { return media }
    for (magic, words) in magics where head.starts(with: magic) { return words }
    if head.contains(0) { return "a program's own data" }
    let text = String(decoding: head, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    for (beginning, words) in beginnings where text.hasPrefix(beginning) { return words }
    return text.contains("<html") ? "a web page" : "plain text"
  }

  /// What a file certainly is and no importer reads: a picture, a film, a document to print. Nil for
  /// anything else.
  static func media(_ source: ImportSource) -> String? {
    let head = source.bytes.prefix(16)
    let known = media.first { head.starts(with: $0.0) }?.1
    let isRIFF = head.starts(with: Array("RIFF".utf8))
    let isFilm = head.dropFirst(4).starts(with: Array("ftyp".utf8))
    return known ?? (isRIFF || isFilm ? "a film or a picture" : nil)
  }

  private static let media: [([UInt8], String)] = [
    (Array("%PDF".utf8), "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
    (Array("II*\0".utf8), "a picture"), (Array("MM\0*".utf8), "a picture"),
    (Array("OggS".utf8), "a recording"), (Array("ID3".utf8), "a recording"),
  ]

  private static let magics: [([UInt8], String)] = [
    (Array("SQLite format 3\0".utf8), "a database of a program that Pond does not know yet"),
    ([0xFF, 0xFE], "text in UTF-16; save it as UTF-8"),
    ([0xFE, 0xFF], "text in UTF-16; save it as UTF-8"),
  ]

  private static let beginnings: [(String, String)] = [
    ("<!doctype html", "a web page (perhaps a log-in page)"),
    ("<html", "a web page (perhaps a log-in page)"),
    ("<?xml", "XML that is neither a feed nor a list of feeds"),
    ("{", "JSON that Pond does not know"),
    ("[", "JSON that Pond does not know"),
  ]
}
