import Foundation
import PondTestSupport
import Testing

/// One list of private feeds, and everything that Pond ever prints of it.
@Suite("No surface shows a secret of an address (I8)")
struct SecretSurfacesTests {
  private static let secrets = [
    "https://addons.example/feed?privaterss=SECRETAA0123456789abcdef",
    "https://www.patreon.com/rss/kettle?auth=SECRETAB0123456789abcdef",
    "https://ada:SECRETAC@cast.example/feed/plus/",
    "https://pods.supportingcast.fm/content/eyJSECRETADabcdefghijklmnop.rss",
    "https://feeds.members.example/rss/6f1c2d3e-4b5a-4c6d-8e9f-SECRETAE000",
    "https://forum.example/rss?user=ada&hash=SECRETAF0123456789",
    "https://ghost.example/rss?uuid=SECRETAG-0f0e",
    "https://www.newsblur.com/reader/starred_rss/12/SECRETAH01/",
    "https://www.google.com/alerts/feeds/012345/SECRETAI0123",
    "https://kill-the-newsletter.com/feeds/SECRETAJ0123456789ab.xml",
    "https://www.reddit.com/.rss?feed=SECRETAK0123456789&user=ada",
    "https://a.example/f?k=SECRETAL0123456789ab&sig=SECRETAL9",
    "https://api.substack.com/feed/podcast/12/private/SECRETAM-0123-4567.rss",
  ]

  private func pond() throws -> (PondProcess, ids: [String]) {
    let pond = try PondProcess()
    let outlines = Self.secrets.enumerated().map { number, address in
      let site = number.isMultiple(of: 2) ? " htmlUrl=\"\(Self.escaped(address))\"" : ""
      // Every third has no title, so that its address stands in for one.
      let title = number.isMultiple(of: 3) ? "" : " text=\"Feed \(number)\""
      return "<outline type=\"rss\"\(title) xmlUrl=\"\(Self.escaped(address))\"\(site)/>"
    }
    let opml = "<opml version=\"2.0\"><body>\(outlines.joined(separator: "\n"))</body></opml>"
    let list = try pond.put(Data(opml.utf8), "private.opml")
    #expect(try pond.run("import", list).code == 0)
    let listed = try JSONSerialization.jsonObject(with: pond.run("list", "--json").output)
    let accounts = (listed as? [String: Any])?["accounts"] as? [[String: Any]] ?? []
    let ids = accounts.compactMap { $0["id"] as? String }
    #expect(ids.count == Self.secrets.count)
    return (pond, ids)
  }

  private static func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;") }

  @Test("lists, pages, previews, journal, status, errors; only the trimmed list keeps them")
  func surfaces() throws {
    let (pond, ids) = try pond()
    defer { pond.remove() }
    #expect(try pond.run("decide", ids[0], "let-go").code == 0)
    #expect(try pond.run("decide", ids[1], "keep").code == 0)
    let report = pond.path("report.html")
    var surfaces = [
      ["list"], ["list", "--json"], ["list", "--known"], ["plan"], ["plan", "--json"],
      ["export", "csv"], ["export", "json"], ["export", "graph"], ["fetch", "--dry-run"],
      ["status"], ["journal"], ["journal", "--json"], ["report", "-o", report], ["doctor"],
      ["decide", "example", "keep"], ["decide", Self.secrets[0] + "x", "keep"],
      ["why", Self.secrets[3]], ["list", "--folder", Self.secrets[5]], ["export", "bluesky"],
      ["discover"], ["who", "a"], ["who", "--json", "a"], ["thank"],
      ["inspect", pond.path("private.opml")], [],
    ]
    surfaces += ids.flatMap { [["why", $0], ["why", "--json", $0]] }
    surfaces.append(["undo"])
    for words in surfaces {
      let outcome = try pond.run(words)
      let said = outcome.text + outcome.errors
      #expect(!said.contains("SECRET"), "pond \(words.joined(separator: " "))\n\(said)")
    }
    let page = FileManager.default.contents(atPath: report) ?? Data()
    #expect(!page.isEmpty && !String(decoding: page, as: UTF8.self).contains("SECRET"))
    let trimmed = try pond.run("export", "opml").text
    #expect(trimmed.contains("SECRETAC") && trimmed.contains("SECRETAM"))
  }
}
