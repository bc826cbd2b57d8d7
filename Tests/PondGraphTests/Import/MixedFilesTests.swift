import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Archives and folders as people keep them (I2).
@Suite("Archives and folders of many things")
struct MixedFilesTests {
  private typealias Entry = PackedFiles.Entry

  private let options = ImportOptions(now: Invented.now)
  private let opml = """
    <opml version="2.0"><body><outline text="Ada" xmlUrl="https://ada.example/feed"/></body></opml>
    """
  private let feed = """
    <rss version="2.0"><channel><title>Ada</title><link>https://ada.example/</link><item>
    <guid>1</guid><title>One</title><pubDate>Mon, 06 Jul 2026 08:00:00 GMT</pubDate></item>
    </channel></rss>
    """

  private func read(_ archive: Data, _ shelf: Shelf, _ name: String = "export.zip") throws
    -> [Imported]
  {
    try shelf.put(archive, name)
    return try Importers.read(shelf.file(name), as: nil, options: options)
  }

  @Test(
    "every file in an archive is read by the importer that knows it, the rest is named (I1, I2)",
    arguments: PackedFiles.Container.allCases)
  func archive(_ container: PackedFiles.Container) throws {
    let shelf = try Shelf()
    let inputs = try read(
      PackedFiles.packed(
        [
          Entry("top/subscriptions.opml", opml), Entry("__MACOSX/top/._subscriptions.opml", "x"),
          Entry("top/.DS_Store", "x"), Entry("top/feeds/ada.xml", feed),
          Entry("top/read me.bin", Data([0, 1, 2])), Entry("top/photo.jpg", "no photo"),
        ], in: container), shelf)
    #expect(Set(inputs.map(\.format)) == ["opml", "feed", "archive"])
    #expect(inputs.flatMap(\.accounts).contains { $0.followed && $0.title == "Ada" })
    #expect(inputs.flatMap(\.posts).count == 1)
    let skipped = inputs.flatMap(\.skipped)
    #expect(skipped.count == 2 && skipped.allSatisfy { !$0.isLoss })
    #expect(
      skipped.allSatisfy { $0.what.hasSuffix("read me.bin") || $0.what.hasSuffix("photo.jpg") })
  }

  @Test("an archive is told by its bytes, whatever it is called")
  func name() throws {
    let shelf = try Shelf()
    let inputs = try read(PackedFiles.packed([Entry("a", opml)]), shelf, "EXPORT.bin")
    #expect(inputs.first?.format == "opml")
  }

  @Test("a bad file in an archive costs no other and is a loss with its reason (I3)")
  func badFile() throws {
    let shelf = try Shelf()
    let inputs = try read(
      PackedFiles.packed([
        Entry("a.opml", opml), Entry("b.opml", String(opml.prefix(60))),
      ]), shelf)
    #expect(inputs.flatMap(\.accounts).count == 1)
    let losses = inputs.flatMap(\.skipped).filter(\.isLoss)
    #expect(losses.count == 1 && losses.first?.what.hasSuffix("b.opml") == true)
  }

  @Test("nothing known, nothing in it, damaged, locked: each its own sentence (I2)")
  func refusals() throws {
    let shelf = try Shelf()
    #expect(throws: ImportFailure.self) {
      try read(PackedFiles.packed([Entry("a.bin", Data([0, 1]))]), shelf)
    }
    #expect(throws: ImportFailure.self) { try read(PackedFiles.packed([]), shelf) }
    let whole = PackedFiles.packed([Entry("a.opml", opml)], in: .tarGzip)
    let cut = #expect(throws: ImportFailure.self) { try read(whole.prefix(60), shelf) }
    #expect(cut?.sentence.contains("cannot be unpacked") == true)
    let locked = #expect(throws: ImportFailure.self) {
      try read(PackedFiles.packed([Entry("a.opml", opml)], password: "x"), shelf)
    }
    #expect(locked?.sentence.contains("password") == true)
    #expect(locked?.kind == .data)
  }

  @Test("one compressed file is read as what it is, by itself and in a folder (R-7)")
  func compressed() throws {
    let shelf = try Shelf()
    let names = ["a.opml.gz": opml, "ada.xml.gz": feed, "list.csv.gz": "a@b.example,true,false\n"]
    for (name, text) in names { try shelf.put(PackedFiles.gzip(Data(text.utf8)), name) }
    for (name, format) in [
      "a.opml.gz": "opml", "ada.xml.gz": "feed", "list.csv.gz": "mastodon-following",
    ] {
      let alone = try Importers.read(shelf.file(name), as: nil, options: options)
      #expect(alone.map(\.format) == [format], "\(name)")
      let forced = try Importers.read(shelf.file(name), as: format, options: options)
      #expect(forced.map(\.format) == [format], "\(name)")
    }
    let all = try Importers.read(shelf.path, as: nil, options: options)
    #expect(all.flatMap(\.accounts).count == 3 && all.flatMap(\.posts).count == 1)
    #expect(!all.flatMap(\.skipped).contains { $0.isLoss })
    try shelf.put(PackedFiles.gzip(Data(count: 200 << 20)), "bomb.gz")
    #expect(throws: ImportFailure.self) {
      try Importers.read(shelf.file("bomb.gz"), as: nil, options: options)
    }
  }

  @Test("two files of one name in an archive are both told (R-8)")
  func twins() throws {
    let shelf = try Shelf()
    let inputs = try read(
      PackedFiles.packed([Entry("a.opml", "<opml/>"), Entry("a.opml", opml)]), shelf)
    #expect(inputs.flatMap(\.accounts).count == 1)
    #expect(inputs.flatMap(\.skipped).filter(\.isLoss).map(\.what).count == 1)
  }

  @Test("an archive costs at most .03 ms an entry, here with room for a slow build (T-I14)")
  func manyEntries() throws {
    let shelf = try Shelf()
    let media = (0..<20_000).map { Entry("data/tweets_media/\($0)-abc.jpg", Data()) }
    let archive = PackedFiles.packed([Entry("subscriptions.opml", opml)] + media)
    let start = ThreadTime.spent
    let read = try read(archive, shelf)
    let spent = ThreadTime.spent - start
    #expect(read.flatMap(\.accounts).count == 1)
    #expect(spent < .seconds(30))
  }

  @Test("importing an archive twice changes nothing (I3)")
  func twice() throws {
    let shelf = try Shelf()
    let inputs = try read(
      PackedFiles.packed([Entry("a.opml", opml), Entry("ada.xml", feed)]), shelf)
    let pond = try shelf.pond()
    _ = try pond.write(inputs, at: Invented.now)
    #expect(try pond.write(inputs, at: Invented.now).allSatisfy(\.changedNothing))
  }
}
