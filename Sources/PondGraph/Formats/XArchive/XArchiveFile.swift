/// A data file of an X archive: JavaScript that gives one list or object a name, as in
/// `window.YTD.following.part0 = [ … ]`.
///
/// Only what stands behind the sign is data, and it is JavaScript rather than JSON: people commit
/// archives that a formatter went over, with names without quotes and a semicolon at the end.
package struct XArchiveFile: Hashable, Sendable {
  /// What it holds, in the file's own word: `following`, `tweets`, `direct_messages`; `manifest`
  /// for the manifest, `tweet_index` and `user_details` for what stood in its place before 2018.
  package let name: String
  /// Which part of it; 0 where there is one alone.
  package let part: Int
  /// The byte at which the data begin.
  package let start: Int

  /// The archives of before August 2018 have a file a month.
  package static let monthly = "grailbird_tweets"

  /// Looks at the beginning of a file; nil for one that does not begin so.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = bytes.has("\u{FEFF}", at: 0) ? 3 : 0
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    guard let end = Self.sign(in: bytes, from: index) else { return nil }
    let left = String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<end]), as: UTF8.self)
    guard let (name, part) = Self.meaning(of: left) else { return nil }
    self.name = name
    self.part = part
    start = end + 1
  }

  // The sign stands within the first words; a longer name is none of X's.
  private static func sign(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start..<min(bytes.count, start + 120)].firstIndex(of: UInt8(ascii: "="))
  }

  private static func meaning(of left: String) -> (String, Int)? {
    let words = left.split(whereSeparator: { $0.isWhitespace || $0 == "." }).map(String.init)
    switch words.first {
    case "window" where words.count == 2 && words[1] == "__THAR_CONFIG": return ("manifest", 0)
    case "window" where words.count == 4 && words[1] == "YTD": return numbered(words[2], words[3])
    case "Grailbird" where words.count == 3 && words[1] == "data" && words[2].hasPrefix("tweets_"):
      return (monthly, 0)
    case "var" where ["tweet_index", "user_details", "payload_details"].contains(words.last):
      return words.last.map { ($0, 0) }
    default: return nil
    }
  }

  private static func numbered(_ name: String, _ part: String) -> (String, Int)? {
    guard part.hasPrefix("part"), let number = Int(part.dropFirst(4)) else { return nil }
    return (name, number)
  }
}
