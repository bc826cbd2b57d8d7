import Foundation
import PondTestSupport
import Testing

/// Facts about Samples/ada that other tests, the demo and the documents rely on. They are read
/// with plain Foundation, so that a fault of Pond's own readers cannot hide one of the sample's.
@Suite("The sample Ada")
struct AdaTests {
  private static let folder = Repository.url("Samples/ada")

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// The addresses of `xmlUrl` attributes, comments left out, references resolved.
  private static func addresses() throws -> [String] {
    let list = try text("subscriptions.opml").replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
    return list.matches(of: /xmlurl=["'](.*?)["']/.ignoresCase()).map {
      String($0.output.1).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
  }

  /// What makes two spellings one address, as far as this list has them.
  private static func plain(_ address: String) -> String {
    address.replacing(/^https?:\/\//, with: "").replacing(/[?&]utm_[a-z]+=[^&]*/, with: "")
      .replacing(/\/$/, with: "")
  }

  @Test("Her list has 71 outlines with an address, 68 of them feeds, 62 of those different (I1)")
  func addressesOfTheList() throws {
    let all = try Self.addresses()
    let feeds = all.filter { $0.hasPrefix("http") }
    #expect(all.count == 71)
    #expect(feeds.count == 68)
    #expect(Set(feeds.map(Self.plain)).count == 62)
    #expect(Set(all).subtracting(feeds).count == 3)
  }

  @Test(
    "Her list holds every shape that a list can have (T-S10)",
    arguments: [
      "isComment=\"true\"", "type=\"include\"", "type=\"vfolder\"", "newsletter:", "\"|~/bin/",
      "\"News, Sports\"", "\"a/b\"", "xmlurl=", "></outline>", "lantern:", "importance/3",
      "created=", "&amp;token=", "text='", "<!-- gone since 2024: <outline", "Français", "日本語",
      "text=\"Places\" title=\"Where I have been\"",
    ])
  func shapes(of part: String) throws {
    #expect(try Self.text("subscriptions.opml").contains(part))
  }

  @Test("The same feed stands in several places under several spellings")
  func duplicates() throws {
    let counts = Dictionary(grouping: try Self.addresses(), by: Self.plain).mapValues(\.count)
    #expect(counts["salt-marsh.example/feed"] == 2)
    #expect(counts["everything.test/rss"] == 2)
    #expect(counts.values.filter { $0 == 2 }.count == 6)
    #expect(counts.values.allSatisfy { $0 <= 2 })
  }

  @Test(
    "Every archetype of the model has its feed and its expected verdict",
    arguments: [
      ("quiet blog", "lantern-yard.xml", "keep"), ("annual-season site", "july-brass.xml", "keep"),
      ("weekly blog silent 200 d", "weekly-kiln.xml", "archive"),
      ("firehose", "harbour-wire.xml", "thin"), ("loud mutual", "pip-all-day.xml", "let-go"),
      ("essayist", "salt-marsh.xml", "keep"), ("ambient microblog", "small-hours.xml", "keep"),
      ("dissenter", "other-side.xml", "keep"), ("followed 10 days ago", "number-nine.xml", "wait"),
      ("1 post, 1 read", "first-frost.xml", "wait"), ("unreachable", "changes-rung/", "repair"),
      ("moved", "night-ferry.xml", "repair"),
    ])
  func archetype(name: String, file: String, verdict: String) throws {
    let path = Self.folder.appending(path: "feeds/\(file)").path
    #expect(FileManager.default.fileExists(atPath: path))
    let rows = try Self.text("README.md").split(separator: "\n")
    let row = rows.first { $0.hasPrefix("| \(name) |") }
    #expect(row?.contains("`feeds/\(file)` | \(verdict) |") == true)
  }

  @Test("The expected verdicts of all 62 sources add up")
  func verdicts() throws {
    let rows = try Self.text("README.md").split(separator: "\n").filter { $0.hasPrefix("| ") }
    func count(_ verdict: String) -> Int { rows.filter { $0.contains("| \(verdict) |") }.count }
    #expect(count("keep") == 39)
    #expect(count("let-go") == 6)
    #expect(count("thin") == 3)
    #expect(count("archive") == 4)
    #expect(count("repair") == 2)
    #expect(count("wait") == 8)
  }

  @Test("There are 53 feeds in 63 files, in every grammar")
  func grammars() throws {
    let files = Repository.files(below: "Samples/ada/feeds", suffix: "xml")
    let json = Repository.files(below: "Samples/ada/feeds", suffix: "json")
    #expect(files.count + json.count == 63)
    let heads = try files.map {
      String(decoding: try Data(contentsOf: $0).prefix(400), as: UTF8.self)
    }
    let marks = [
      "<rss version=\"2.0\"": 39, "<rss version=\"0.91\"": 1, "<rdf:RDF": 4,
      "xmlns=\"http://www.w3.org/2005/Atom\"": 10, "version=\"0.3\"": 1, "<!DOCTYPE html>": 4,
    ]
    for (mark, count) in marks {
      #expect(heads.filter { $0.contains(mark) }.count == count, "\(mark)")
    }
    #expect(json.count == 4)
  }

  @Test("The feed that cannot be reached is a page of error from 12 May on, and only then")
  func errorPages() throws {
    for file in Repository.files(below: "Samples/ada/feeds/changes-rung", suffix: "xml") {
      let isPage = try String(contentsOf: file, encoding: .utf8).hasPrefix("<!DOCTYPE html>")
      #expect(isPage == (file.lastPathComponent >= "2026-05-12.xml"), "\(file.lastPathComponent)")
    }
  }

  @Test("Her answers are of the kinds that a person gives, once against the advice")
  func answers() throws {
    let lines = try Self.text("answers.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
    let known = Set(try Self.addresses().map(Self.plain))
    var verdicts: [String: Int] = [:]
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      try #require(parts.count == 3)
      verdicts[parts[0], default: 0] += 1
      #expect(known.contains(Self.plain(parts[1])), "\(parts[1])")
      #expect(parts[2].hasPrefix("# ") && parts[2].contains(" — "))
    }
    #expect(verdicts == ["let-go": 5, "archive": 2, "keep": 2, "hold": 1, "thin": 1])
    #expect(lines.contains { $0.hasPrefix("keep https://pip.test/all #") })
  }
}
