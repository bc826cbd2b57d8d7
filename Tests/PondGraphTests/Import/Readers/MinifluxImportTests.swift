import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Miniflux's entries")
struct MinifluxImportTests {
  private func read(_ json: String) throws -> Imported {
    let source = ImportSource(path: "entries.json", bytes: Data(json.utf8))
    #expect(MinifluxImport().recognizes(source))
    return try #require(
      try MinifluxImport().read(source, options: ImportOptions(now: Invented.now)).first)
  }

  private func entry(
    _ id: Int, status: String = "unread", changed: String = "2026-05-02T07:00:00Z",
    starred: Bool = false
  ) -> String {
    """
    {"id":\(id),"status":"\(status)","title":"T\(id)","url":"https://a.example/\(id)",
     "published_at":"2026-05-01T07:00:00Z","created_at":"2026-05-01T08:00:00Z",
     "changed_at":"\(changed)","starred":\(starred),
     "feed":{"feed_url":"https://a.example/feed","category":{"title":"X"}}}
    """
  }

  @Test("feeds, posts, acts with the time of reading; secrets are never kept (I8)")
  func sample() throws {
    let imported = try OriginSample("miniflux/entries.json").input("miniflux")
    #expect(
      imported.accounts.map(\.title) == ["Tidepool", "Slow Bread"]
        || imported.accounts.map(\.title) == ["Tidepool"])
    #expect(imported.accounts.map(\.folders) == [[["Water"]], [["Water"]]])
    #expect(imported.accounts.map(\.tags) == [[], ["muted"]])
    #expect(imported.posts.count == 3)
    #expect(
      imported.shortActs == [
        "read tidepool.example/1", "starred tidepool.example/2", "reshared tidepool.example/2",
        "watched slow-bread.example/1",
      ])
    let read = try #require(imported.act(.read, "tidepool.example/1")?.at)
    #expect(abs(read.timeIntervalSince1970 - 1_778_042_800.5) < 1)
    #expect(imported.post("slow-bread.example/1")?.form == .episode)
    #expect(imported.skipped.map(\.what) == ["1 removed posts"] && imported.warnings.isEmpty)
    #expect(!"\(imported)".contains("canary"))
  }

  @Test("pages one after the other, in an array, or overlapping are one dump; too few are told")
  func pages() throws {
    let first = "{\"total\":3,\"entries\":[\(entry(1)),\(entry(2))]}"
    let second = "{\"total\":3,\"entries\":[\(entry(2)),\(entry(3))]}"
    for text in [first + "\n" + second, "[\(first),\(second)]"] {
      let imported = try read(text)
      #expect(
        imported.posts.count == 3 && imported.warnings.isEmpty && imported.coverage.count == 1)
    }
    let half = try read(first)
    #expect(half.posts.count == 2 && half.coverage.isEmpty)
    #expect(half.warnings.first?.contains("3 entries and 2 of them are here") == true)
    #expect(half.warnings.first?.contains("into one folder") == true)
    let third = try read("{\"total\":3,\"entries\":[\(entry(3))]}")
    #expect(third.warnings.first?.contains("3 entries and 1 of them is here") == true)
  }

  @Test(
    "pages in one folder or archive are read as one, a whole answer beside them stands for itself (P8)",
    arguments: [false, true])
  func folder(isPacked: Bool) throws {
    func page(_ total: Int, _ ids: ClosedRange<Int>) -> String {
      let entries = ids.map { entry($0, status: "read") }.joined(separator: ",")
      return "{\"total\":\(total),\"entries\":[\(entries)]}"
    }
    let files = [
      ("1.json", page(8, 1...4)), ("2.json", page(8, 5...8)), ("all.json", page(8, 1...8)),
      ("cut.json", String(page(8, 1...3).dropLast(9))), ("other.json", "{}"),
    ]
    let shelf = try Shelf()
    if isPacked {
      let entries = files.map { PackedFiles.Entry($0.0, $0.1) }
      try shelf.put(PackedFiles.packed(entries), "pages.zip")
    } else {
      for (name, text) in files { try shelf.put(Data(text.utf8), name) }
    }
    let inputs = try Importers.read(
      isPacked ? shelf.file("pages.zip") : shelf.path, as: nil,
      options: ImportOptions(now: Invented.now))
    let told = inputs.filter { $0.format == "miniflux" }
    #expect(told.count == 2)
    for imported in told {
      // One mark-all, four entries of which stand on each page (I6).
      #expect(imported.acts.map(\.kind) == Array(repeating: .seen, count: 8))
      #expect(imported.coverage.count == 1 && imported.warnings.isEmpty)
    }
    #expect(inputs.flatMap(\.skipped).filter(\.isLoss).map(\.what.last) == ["n"])
  }

  @Test("on a page alone two marks of one second may be the edge of a sweep (I6)")
  func edge() throws {
    let swept = "\(entry(1, status: "read")),\(entry(2, status: "read"))"
    let read = entry(3, status: "read", changed: "2026-05-03T07:00:00Z")
    let page = try self.read("{\"total\":9,\"entries\":[\(swept),\(read)]}")
    #expect(page.acts.map(\.kind) == [.seen, .seen, .read])
    let whole = try self.read("{\"total\":3,\"entries\":[\(swept),\(read)]}")
    #expect(whole.acts.map(\.kind) == [.read, .read, .read])
  }

  @Test("of a post on two pages what was done by the time of the second counts too (I3)")
  func readMeanwhile() throws {
    let first = "{\"total\":1,\"entries\":[\(entry(1))]}"
    let second = "{\"total\":1,\"entries\":[\(entry(1, status: "read"))]}"
    let imported = try read(first + second + second)
    #expect(imported.posts.count == 1 && imported.shortActs == ["read a.example/1"])
    #expect(imported.acts.count == 1)
  }

  @Test("a dump of stars alone shows no stretch; a mark-all is seen, not read (I6)")
  func stars() throws {
    let stars = try read("{\"total\":1,\"entries\":[\(entry(1, starred: true))]}")
    #expect(stars.coverage.isEmpty && stars.shortActs == ["starred a.example/1"])
    // Stars are no denominator, and no backlog either (E-3).
    #expect(stars.posts.allSatisfy { $0.isKnownByActAlone && !$0.isBacklog })
    let mixed = try read("{\"total\":2,\"entries\":[\(entry(1, starred: true)),\(entry(2))]}")
    #expect(mixed.posts.allSatisfy { !$0.isKnownByActAlone && $0.isBacklog })
    let all = (1...6).map { entry($0, status: "read") }.joined(separator: ",")
    let swept = try read("{\"total\":6,\"entries\":[\(all)]}")
    #expect(swept.acts.map(\.kind) == Array(repeating: .seen, count: 6))
  }
}
