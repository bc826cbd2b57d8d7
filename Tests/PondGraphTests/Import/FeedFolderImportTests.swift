import Foundation
import PondGraph
import PondTestSupport
import Testing

@Suite("Importing a folder of feeds")
struct FeedFolderImportTests {
  private let now = Date(timeIntervalSince1970: 1_780_000_000)

  /// A folder that is gone when the test is.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-feeds-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
      for (path, text) in files {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private func read(_ folder: Folder, partial: Bool = false) throws -> [Imported] {
    let source = try ImportSource(path: folder.url.path)
    return try FeedFolderImport().read(
      source, options: ImportOptions(now: now, takesPartial: partial))
  }

  private func feed(_ host: String, _ items: [(String, String, String)]) -> String {
    let posts = items.map { id, title, date in
      "<item><guid>\(id)</guid><title>\(title)</title><pubDate>\(date)</pubDate></item>"
    }.joined()
    let head = "<title>\(host)</title><atom:link rel='self' href='https://\(host)/f'/>"
    return "<rss><channel>\(head)\(posts)</channel></rss>"
  }

  private func date(_ text: String) throws -> Date { try #require(FeedDate.parse(text)) }

  @Test("each feed file is one result, at any depth; everything else is named (I1)")
  func files() throws {
    let folder = try Folder([
      "a.xml": feed("a.example", [("1", "A", "2024-01-01")]),
      "sub/deep/b.json": "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}",
      "list.opml": "<opml version='2.0'/>", "page.xml": "<html>log in</html>", "notes.txt": "hello",
      "empty.xml": "", ".hidden": "x",
      "cut.xml": "<rss><channel><item><guid>1</guid></item>",
    ])
    let results = try read(folder)
    #expect(results.count == 3)
    #expect(results.first?.path.hasSuffix("/a.xml") == true)
    let skipped = results.flatMap(\.skipped)
    let named = Dictionary(
      uniqueKeysWithValues: skipped.map { ($0.what.split(separator: "/").last, $0) })
    #expect(named.count == 5)
    #expect(named["list.opml"]?.why.contains("import it by itself") == true)
    #expect(named["notes.txt"]?.why.contains("import it by itself") == true)
    #expect(named["page.xml"]?.why.contains("a web page") == true)
    #expect(named["empty.xml"]?.isLoss == true)
    #expect(named["cut.xml"]?.why.contains("1 post stands") == true)
    #expect(try read(folder, partial: true).contains { !$0.isComplete })
  }

  @Test("snapshots of one feed are one history, its later edits counting (I3, I6)")
  func series() throws {
    let folder = try Folder([
      "pond/2024-01-10.xml": feed(
        "old.example", [("https://p.example/1/", "one", "2024-01-01"), ("2", "two", "2024-01-05")]),
      "pond/2024-02-10T0800_ab12cd34.xml": feed(
        "new.example", [("http://p.example/1", "one, edited", "2024-01-01")]),
      "pond/2024-06-01.xml": feed("new.example", [("3", "three", "2024-05-20")]),
    ])
    let results = try read(folder)
    let imported = try #require(results.first)
    #expect(results.count == 1)
    #expect(imported.path.hasSuffix("/pond"))
    #expect(imported.accounts.map(\.key.value) == ["new.example/f"])
    #expect(Set(imported.posts.map(\.title)) == ["one, edited", "two", "three"])
    #expect(imported.posts.allSatisfy { $0.account.value == "new.example/f" })
    #expect(imported.coverage.map(\.from) == [try date("2024-01-01"), try date("2024-05-20")])
    #expect(
      imported.coverage.map(\.to) == [try date("2024-02-10T08:00Z"), try date("2024-06-01")])
    #expect(imported.reachability.map(\.state) == [.reached])
  }

  @Test("a newest snapshot that is no feed means that nobody could look, since its day (I6)")
  func unreachable() throws {
    let folder = try Folder([
      "pond/2024-01-10.xml": feed("p.example", [("1", "one", "2024-01-01")]),
      "pond/2024-01-20.xml": "<html>down</html>",
      "pond/2024-02-10.xml": feed("p.example", [("2", "two", "2024-02-01")]),
      "pond/2024-03-10.xml": "<!doctype html>gone", "pond/2024-04-10.xml": "",
    ])
    let imported = try #require(try read(folder).first)
    let state = Reachability.State.unreachable(since: try date("2024-03-10"))
    #expect(imported.reachability.map(\.state) == [state])
    #expect(imported.reachability.map(\.at) == [try date("2024-04-10")])
    #expect(imported.posts.count == 2)
    #expect(imported.coverage.last?.to == (try date("2024-02-10")))
    #expect(imported.skipped.count == 3)
    #expect(imported.skipped.allSatisfy { $0.why.contains("nobody could look") })
  }

  @Test("files of one account in one folder are one history whatever their names")
  func sameAccount() throws {
    let folder = try Folder([
      "x.xml": feed("p.example", [("1", "one", "2024-01-01")]),
      "y.xml": feed("p.example", [("1", "one", "2024-01-01"), ("2", "two", "2024-03-01")]),
    ])
    let results = try read(folder)
    #expect(results.count == 1)
    #expect(results.first?.posts.count == 2)
    #expect(results.first?.coverage.map(\.to) == [now])
  }

  @Test("the order in which a disk lists files changes nothing")
  func order() throws {
    var random = SplitMix64(seed: 3)
    var files: [String: String] = [:]
    for day in 10..<30 {
      let items = (0..<5).map { _ in
        let id = Int.random(in: 0..<8, using: &random)
        return ("\(id)", "title \(day)", "2024-01-0\(1 + id)")
      }
      files["2024-02-\(day).xml"] = feed("p.example", items)
    }
    let (one, two) = (try read(Folder(files)), try read(Folder(files)))
    #expect(one.first?.posts == two.first?.posts)
    #expect(one.first?.posts.count == 8)
  }

  @Test("links that lead in circles, folders that may not be read, and pipes are named")
  func oddities() throws {
    let folder = try Folder([
      "a.xml": feed("a.example", []), "locked/b.xml": feed("b.example", []),
    ])
    let files = FileManager.default
    let loop = folder.url.appendingPathComponent("loop").path
    try files.createSymbolicLink(atPath: loop, withDestinationPath: folder.url.path)
    let dangling = folder.url.appendingPathComponent("dangling").path
    try files.createSymbolicLink(atPath: dangling, withDestinationPath: "/no/such/file")
    let locked = folder.url.appendingPathComponent("locked").path
    try files.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked) }
    let mayRead = files.isReadableFile(atPath: locked)
    #expect(mkfifo(folder.url.appendingPathComponent("pipe").path, 0o600) == 0)
    let skipped = try read(folder).flatMap(\.skipped)
    let loops = skipped.filter { $0.what.hasSuffix("loop") }
    #expect(loops.map(\.isLoss) == [false] && loops[0].why.contains("was read already"))
    #expect(skipped.contains { $0.what.hasSuffix("dangling") })
    #expect(skipped.contains { $0.what.hasSuffix("pipe") })
    #expect(mayRead || skipped.contains { $0.what.hasSuffix("locked") && $0.isLoss })
  }

  @Test("a folder is claimed only when a file in it is a feed")
  func recognition() throws {
    let with = try Folder(["x/y/z.bin": feed("a.example", [])])
    let without = try Folder(["a.opml": "<opml/>", "b.html": "<html/>"])
    let importer = FeedFolderImport()
    #expect(importer.recognizes(try ImportSource(path: with.url.path)))
    #expect(!importer.recognizes(try ImportSource(path: without.url.path)))
    #expect(throws: ImportFailure.self) { try read(without) }
  }
}
