import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Mastodon's archive")
struct MastodonArchiveTests {
  private static let folder = Repository.url("Samples/mastodon/archive")

  private func key(_ name: String) -> AccountKey { AccountKey(kind: .fediverse, value: name) }

  private func entries(_ prefix: String = "", without: String? = nil) throws -> [PackedFiles.Entry]
  {
    try [
      "media_attachments/files/1.png", "outbox.json", "likes.json", "bookmarks.json", "actor.json",
    ]
    .filter { $0 != without }
    .map { name in
      let url = Self.folder.appendingPathComponent(name)
      return PackedFiles.Entry(
        prefix + name, name.hasSuffix("png") ? Data([1, 2]) : try Data(contentsOf: url))
    }
  }

  private func read(_ entries: [PackedFiles.Entry], _ container: PackedFiles.Container = .zip)
    throws
    -> [Imported]
  {
    let shelf = try Shelf()
    try shelf.put(PackedFiles.packed(entries, in: container), "export")
    return try Importers.read(shelf.file("export"), as: nil, options: Given.options)
  }

  private func archive() throws -> Imported {
    let inputs = try Importers.read(Self.folder.path, as: nil, options: Given.options)
    return try #require(inputs.first { $0.format == "mastodon-archive" })
  }

  @Test("boosts, answers, quotations, words, favourites, bookmarks: to whom, with what, when")
  func acts() throws {
    let acts = try archive().acts.filter { $0.at != nil }
    #expect(
      acts.map(\.kind) == [
        .reshared, .replied, .replied, .replied, .wrote, .wrote, .wrote, .replied, .quoted,
      ])
    #expect(
      acts.map(\.account) == [
        key("edda@harbour.example"),
        // The name that the mention gives counts before the host of the address.
        key("moritz@workshop.example"), key("nine@numbers.example"), key("smith@forge.example"),
        // An answer to a post that nobody can tell, with two names in it, is words to both.
        key("one@old.example"), key("two@old.example"), key("edda@harbour.example"),
        key("edda@harbour.example"), key("edda@harbour.example"),
      ])
    #expect(acts[0].at == Date(timeIntervalSince1970: 1_735_725_600))
    #expect(acts[4].post == nil && acts[1].post != nil)
  }

  @Test(
    "what was done to a post of somebody known by a number alone is kept by the post's page (I9)")
  func numbered() throws {
    let pages = try archive().pageActs.filter { $0.account != nil }
    #expect(pages.map(\.kind) == [.reshared, .liked, .liked])
    #expect(
      Set(pages.compactMap(\.account)) == [
        AccountKey(kind: .actor, value: "numbers.example/ap/users/116"),
        // A favourite whose author the boost of the same post tells.
        AccountKey(kind: .actor, value: "forge.example/users/9xyz"),
      ])
  }

  @Test("favourites and bookmarks have no dates; numbers stay unless something names them")
  func undated() throws {
    let acts = try archive().acts.filter { $0.at == nil }
    let marks = acts.filter { $0.kind != .replied }
    #expect(Set(marks.map(\.kind)) == [.liked, .saved])
    #expect(
      Set(marks.map(\.account)) == [
        key("edda@harbour.example"), key("nine@numbers.example"), key("moritz@workshop.example"),
      ])
    // A post dated 1970 keeps its act and loses the date.
    #expect(acts.filter { $0.kind == .replied }.count == 1)
  }

  @Test("whose it is, how long, and what was left out, by number")
  func rest() throws {
    let imported = try archive()
    #expect(imported.owner == key("ada@home.example"))
    #expect(imported.accounts.isEmpty)
    let attention = try #require(imported.attention.first)
    #expect(attention.kind == .fediverse && attention.observability == 0.25)
    #expect(attention.from == Date(timeIntervalSince1970: 1_735_725_600))
    #expect(attention.to == Date(timeIntervalSince1970: 1_741_341_600))
    #expect(imported.pageActs.filter { $0.account == nil }.map(\.kind) == [.liked, .liked])
    #expect(imported.skipped.map(\.what) == ["2 posts", "1 act"])
    let losses = imported.skipped.filter(\.isLoss)
    #expect(losses.isEmpty)
    #expect(imported.warnings == ["outbox.json says that it holds 15 entries, and holds 14"])
  }

  @Test("the owner's own posts are volume of their account, boosts and answers told apart (I7)")
  func ownPosts() throws {
    let imported = try archive()
    let kinds = Dictionary(grouping: imported.posts, by: \.kind).mapValues(\.count)
    let boosts = imported.acts.count { $0.kind == .reshared }
    #expect(kinds[.repost] ?? 0 >= boosts && boosts > 0)
    #expect(kinds[.reply] ?? 0 > 0 && kinds[.original] ?? 0 > 0)
    #expect(imported.posts.allSatisfy { $0.account == key("ada@home.example") })
    // Their moments and no words: nothing of them is shown to anybody.
    #expect(imported.posts.allSatisfy { $0.excerpt == nil && $0.title == nil && $0.link == nil })
  }

  @Test("what is not public is never read: not its words, not whom it was for (I8)")
  func privatePosts() throws {
    let text = String(
      decoding: try Data(contentsOf: Self.folder.appendingPathComponent("outbox.json")),
      as: UTF8.self)
    #expect(text.contains("statuses/4\"") && text.contains("statuses/5\""))
    for act in try archive().acts {
      #expect(act.post?.value.hasSuffix("/edda/statuses/4") != true)
      #expect(act.post?.value.hasSuffix("/edda/statuses/5") != true)
    }
    let shelf = try Shelf()
    let pond = try shelf.pond()
    _ = try pond.write(try archive(), at: Given.options.now)
    let stored = try shelf.bytes("pond.sqlite")
    #expect(stored.range(of: Data("Words that nobody takes".utf8)) == nil)
    #expect(stored.range(of: Data("harbour.example".utf8)) != nil)
  }

  @Test("zip, tar.gz, an extra folder around it, back-slashes: the same acts (I2)")
  func containers() throws {
    let expected = try archive().acts
    for container in PackedFiles.Container.allCases {
      for prefix in ["", "archive-1-ab/", "my export/archive/", "archive\\"] {
        let inputs = try read(try entries(prefix), container)
        let imported = try #require(inputs.first { $0.format == "mastodon-archive" })
        #expect(imported.acts == expected, "\(container) \(prefix)")
        #expect(inputs.flatMap(\.skipped).allSatisfy { !$0.what.contains("media_attachments") })
      }
    }
  }

  @Test("a part that is announced and missing is refused, unless what is there is asked for (I2)")
  func missingPart() throws {
    #expect(throws: ImportFailure.self) { try read(try entries(without: "likes.json")) }
    let shelf = try Shelf()
    try shelf.put(PackedFiles.packed(try entries(without: "likes.json")), "m.zip")
    var options = Given.options
    options.takesPartial = true
    let partial = try #require(
      try Importers.read(shelf.file("m.zip"), as: "mastodon-archive", options: options).first)
    #expect(!partial.isComplete && partial.attention.isEmpty && !partial.acts.isEmpty)
    #expect(partial.skipped.contains { $0.what == "likes.json" && $0.isLoss })
  }

  @Test("missing bookmarks cost themselves alone, and are named (R-9)")
  func missingBookmarks() throws {
    let imported = try #require(
      try read(try entries(without: "bookmarks.json")).first { $0.format == "mastodon-archive" })
    #expect(imported.isComplete && !imported.acts.isEmpty && !imported.attention.isEmpty)
    #expect(imported.skipped.filter(\.isLoss).map(\.what) == ["bookmarks.json"])
  }

  @Test("two archives of one account in one container: the newest counts, the other is named")
  func twoArchives() throws {
    let older = try entries("old/").map { entry in
      PackedFiles.Entry(
        entry.name,
        Data(
          String(decoding: entry.contents, as: UTF8.self).replacing("\"2025-", with: "\"2023-").utf8
        ))
    }
    let inputs = try read(older + (try entries("new/"))).filter { $0.format == "mastodon-archive" }
    #expect(inputs.count == 1)
    #expect(inputs[0].acts == (try archive().acts))
    #expect(inputs[0].skipped.last?.what.hasSuffix("old") == true)
  }

  @Test("a part by itself is read too, and other collections are left alone (I2)")
  func parts() throws {
    let outbox = try Given.read(
      ImportSource(path: Self.folder.appendingPathComponent("outbox.json").path))
    #expect(outbox.format == "mastodon-archive" && outbox.acts.count == 10)
    #expect(outbox.owner == key("ada@home.example"))
    for text in [
      "{\"type\":\"OrderedCollection\",\"id\":\"https://x.example/followers\",\"orderedItems\":[]}",
      "{\"type\":\"Person\"}", "{\"orderedItems\":[]}",
    ] {
      #expect(!MastodonArchiveImport().recognizes(Given.text(text)), "\(text)")
    }
  }

  @Test("one bad activity never costs the file; a file that ends too early is refused (T-I05)")
  func damage() throws {
    let start =
      "{\"id\":\"outbox.json\",\"type\":\"OrderedCollection\",\"totalItems\":3,\"orderedItems\":["
    let boost =
      "{\"type\":\"Announce\",\"actor\":\"https://h.example/users/a\",\"to\":[\"as:Public\"],"
      + "\"object\":\"https://x.example/users/b/statuses/1\"}"
    let text =
      start + boost + ",{\"type\":tru},{\"type\":\"Announce\",\"to\":1e999999},7," + boost + "]}"
    let imported = try Given.read(Given.text(text))
    #expect(imported.acts.count == 2)
    #expect(imported.skipped.contains { $0.isLoss })
    let cut = Given.text(String(text.dropLast(20)))
    #expect(throws: ImportFailure.self) { try Given.read(cut) }
    var options = Given.options
    options.takesPartial = true
    let part = try Given.read(cut, options)
    #expect(part.acts.count == 1 && !part.isComplete)
  }

  @Test("importing twice changes nothing (I3)")
  func idempotent() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    _ = try pond.write(try archive(), at: Given.options.now)
    let before = try pond.logicalDigest()
    let again = try pond.write(try archive(), at: Given.options.now)
    #expect(again.acts.new == 0)
    #expect(try pond.logicalDigest() == before)
  }

  @Test("1,000 spoiled outboxes: read or refused (T-I06)")
  func spoiled() throws {
    var spoiling = SpoiledBytes(seed: 6_001)
    let seeds = try ["outbox.json", "likes.json", "actor.json"].map {
      try Data(contentsOf: Self.folder.appendingPathComponent($0))
    }
    var options = Given.options
    options.takesPartial = true
    var read = 0
    for round in 0..<1_000 {
      let source = ImportSource(path: "outbox.json", bytes: spoiling.spoil(seeds[round % 3]))
      let imported = try? MastodonArchiveImport().read(source, options: options).first
      read += imported.map { min(1, $0.acts.count) } ?? 0
    }
    #expect(read > 300)
  }
}
