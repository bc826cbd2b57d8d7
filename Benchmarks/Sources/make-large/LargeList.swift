import Foundation
import Seeded

/// Lists that are large in one dimension.
enum LargeList {
  private static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">"

  static func nested(depth: Int) -> Data {
    var text = opening + "<body>\n"
    text += String(repeating: "<outline text=\"in\">", count: depth)
    text += "<outline text=\"deep\" xmlUrl=\"https://deep.example/feed\"/>"
    text += String(repeating: "</outline>", count: depth)
    return Data((text + "\n</body></opml>\n").utf8)
  }

  static func wide(bytes: Int) -> Data {
    let outline = "<outline xmlUrl=\"https://wide.example/feed\" text=\""
    var data = Data((opening + "<body>\n" + outline).utf8)
    data.append(Data(repeating: UInt8(ascii: "w"), count: bytes))
    data.append(Data("\"/>\n</body></opml>\n".utf8))
    return data
  }

  static func manyAttributes(_ count: Int) -> Data {
    var text = opening + "<body>\n<outline xmlUrl=\"https://many.example/feed\" text=\"many\""
    for number in 0..<count { text += " a\(number)=\"\"" }
    return Data((text + "/>\n</body></opml>\n").utf8)
  }

  /// An honest list of about 200 bytes to a feed, a hundred feeds to a folder, one in fifty of
  /// them in a second folder too.
  static func feeds(_ count: Int) -> Data {
    var chance = SplitMix64(seed: MakeLarge.seed, name: "opml")
    var data = Data((opening + "\n\t<head><title>Everyone</title></head>\n\t<body>\n").utf8)
    var folder = 0
    for number in 0..<count {
      if number.isMultiple(of: 100) {
        if number > 0 { data.append(Data("\t\t</outline>\n".utf8)) }
        folder += 1
        let name = "Folder \(folder)"
        data.append(Data("\t\t<outline text=\"\(name)\" title=\"\(name)\">\n".utf8))
      }
      let again = chance.below(50) == 0 && number > 100
      let who = again ? chance.below(number) : number
      data.append(Data(outline(who, by: &chance).utf8))
    }
    data.append(Data("\t\t</outline>\n\t</body>\n</opml>\n".utf8))
    return data
  }

  private static func outline(_ who: Int, by chance: inout SplitMix64) -> String {
    let word = chance.pick(["letters", "notes & asides", "garden", "日記", "carnet"]) ?? ""
    let title = "Account \(who): \(word)".xml
    let site = "https://a\(who).example/"
    return "\t\t\t<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\""
      + " xmlUrl=\"\(site)feed.xml?n=\(who)&amp;f=1\" htmlUrl=\"\(site)\"/>\n"
  }
}
