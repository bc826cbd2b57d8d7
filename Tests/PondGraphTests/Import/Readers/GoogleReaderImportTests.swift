import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Google Reader JSON")
struct GoogleReaderImportTests {
  private func read(_ json: String, takesPartial: Bool = false) throws -> Imported {
    let source = ImportSource(path: "list.json", bytes: Data(json.utf8))
    #expect(GoogleReaderImport().recognizes(source))
    let options = ImportOptions(now: Invented.now, takesPartial: takesPartial)
    return try #require(try GoogleReaderImport().read(source, options: options).first)
  }

  @Test("states become acts; a feed is told by its address, else by its home page")
  func sample() throws {
    let imported = try OriginSample("greader/starred.json").input("google-reader")
    #expect(
      imported.accounts.map(\.key) == [
        AccountKey(kind: .feed, value: "tidepool.example/feed"),
        AccountKey(kind: .site, value: "slow-bread.example"),
      ])
    // A star stays when the feed is left, and a label may be the feed's folder.
    #expect(imported.accounts.allSatisfy { !$0.followed })
    #expect(
      imported.shortActs == [
        "read tidepool.example/1", "starred tidepool.example/1", "liked tidepool.example/1",
        "reshared slow-bread.example/1", "starred slow-bread.example/1",
      ])
    let first = try #require(imported.posts.first)
    #expect(first.title == "Crabs & weather" && first.observability == ReaderTrace.starsAlone)
    #expect(imported.coverage.isEmpty)
    // Stars alone are no denominator (E-3).
    #expect(imported.posts.allSatisfy { $0.isKnownByActAlone && !$0.isBacklog })
    #expect(imported.skipped.map(\.why) == ["nothing says which feed it is of"])
  }

  @Test("the name of the list may stand behind it; a list of everything says who is followed")
  func nameBehind() throws {
    let imported = try read(
      """
      {"items":[{"id":"tag:google.com,2005:reader/item/1","title":"T","published":1777990000,
        "alternate":[{"href":"https://a.example/1"}],"categories":["user/-/state/com.google/reading-list"],
        "enclosure":[{"href":"https://a.example/1.mp3","type":"audio/mpeg"}],
        "origin":{"streamId":"feed/https://a.example/feed"}}],"id":"user/-/state/com.google/reading-list"}
      """)
    #expect(imported.accounts.map(\.followed) == [true] && imported.acts.isEmpty)
    #expect(imported.posts.map(\.form) == [.episode])
    #expect(imported.posts.map(\.observability) == [ReaderTrace.states])
    #expect(imported.coverage.count == 1)
    #expect(imported.posts.allSatisfy { !$0.isKnownByActAlone })
  }

  @Test(
    "a feed's address may stand without its scheme; a number of the service's own is none",
    arguments: [
      ("feed/a.example/feed", true), ("feed/https://localhost/feed", true), ("feed/5231", false),
      ("user/1/label/a.example", false),
    ])
  func streams(_ stream: String, _ isAddress: Bool) throws {
    let imported = try read(
      """
      {"id":"user/1/x","items":[{"id":"tag:google.com,2005:reader/item/1","published":1777990000,
        "alternate":[{"href":"https://a.example/1"}],"origin":{"streamId":"\(stream)"}}]}
      """)
    #expect(imported.accounts.contains { $0.key.kind == .feed } == isAddress)
  }

  @Test(
    "lists of what somebody did show nothing else; a folder's and everybody's list do (E-3)",
    arguments: [
      ("user/1/state/com.google/starred", true), ("user/-/state/com.google/like", true),
      ("user/1/state/com.google/broadcast", true), ("user/1/state/com.google/read", true),
      ("user/-/state/org.freshrss/main/label/Boats", true),
      ("user/1/label/Boats", false), ("user/-/state/com.google/reading-list", false),
      ("feed/https://a.example/feed", false),
    ])
  func lists(_ id: String, _ isOfActs: Bool) throws {
    let imported = try read(
      """
      {"id":"\(id)","items":[{"id":"tag:google.com,2005:reader/item/1","published":1777990000,
        "alternate":[{"href":"https://a.example/1"}],"origin":{"streamId":"feed/https://a.example/feed"}}]}
      """)
    #expect(imported.posts.map(\.isKnownByActAlone) == [isOfActs])
    #expect(imported.coverage.isEmpty == isOfActs)
  }

  @Test("one bad record costs itself: a lone surrogate, bad UTF-8, nesting, 1e999999 (T-I05)")
  func records() throws {
    let good = { (id: Int) in
      "{\"id\":\"tag:google.com,2005:reader/item/\(id)\",\"title\":\"T\\ud800\",\"published\":1e999999,"
        + "\"canonical\":[{\"href\":\"https://a.example/\(id)\"}],\"origin\":{\"feedUrl\":\"https://a.example/feed\"}}"
    }
    let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let imported = try read(
      "\u{FEFF}{\"items\":[\(good(1)),{\"id\":truth},\(good(2)),{\"x\":\(deep)},\(good(3)),] ,\"id\":\"user/1/x\"}"
    )
    #expect(imported.posts.count == 3 && imported.posts.allSatisfy { $0.published == nil })
    #expect(imported.skipped.filter(\.isLoss).count == 2)
    #expect(!imported.warnings.isEmpty)
  }

  @Test("a file that is cut short is refused, unless it is taken as it is")
  func cut() throws {
    let text = try String(
      contentsOf: Repository.url("Samples/greader/starred.json"), encoding: .utf8)
    let half = String(text.prefix(text.count * 2 / 3))
    #expect(throws: ImportFailure.self) { try read(half) }
    do {
      _ = try read(half)
    } catch let failure as ImportFailure {
      guard case .cutShort(_, _, _, let standing) = failure else { throw failure }
      #expect(standing == "1 post stands")
    }
    #expect(try read(half, takesPartial: true).posts.count == 1)
  }

  @Test("other JSON is not taken for it")
  func others() {
    for text in [
      "{\"items\":[{\"id\":\"x\"}]}", "{\"items\":[]}", "[]", "{", "{\"items\":[", "[[[[",
      "{\"a\":",
    ] {
      #expect(
        !GoogleReaderImport().recognizes(ImportSource(path: "x", bytes: Data(text.utf8))), "\(text)"
      )
    }
  }
}
