import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Lists of the fediverse")
struct FediverseListTests {
  private static let heading = "Account address,Show boosts,Notify on new posts,Languages\n"

  private func fediverse(_ name: String) -> AccountKey {
    AccountKey(kind: .fediverse, value: name)
  }

  @Test("every list is told by its bytes, and by its name only where bytes cannot tell (I2)")
  func toldApart() throws {
    let samples = [
      "mastodon/following_accounts.csv": "mastodon-following",
      "mastodon/muted_accounts.csv": "mastodon-mutes",
      "mastodon/blocked_accounts.csv": "mastodon-blocks", "mastodon/lists.csv": "mastodon-lists",
      "mastodon/bookmarks.csv": "mastodon-bookmarks",
      "fediverse/mastodon3-following_accounts.csv": "mastodon-following",
      "fediverse/misskey-following-2026-05-04-10-20-30.csv": "mastodon-following",
      "fediverse/pleroma-following_accounts.csv": "mastodon-following",
      "fediverse/gotosocial-following.csv": "mastodon-following",
      "fediverse/gotosocial-followers.csv": "fediverse-followers",
      "fediverse/snac-following_accounts.csv": "mastodon-following",
      "fediverse/pixelfed-following.json": "pixelfed-follows",
      "fediverse/pixelfed-followers.json": "pixelfed-follows",
      "fediverse/accounts-following.json": "mastodon-accounts",
    ]
    for (path, format) in samples {
      #expect(Given.format(of: try Given.sample(path)) == format, "\(path)")
    }
    for text in [
      "name,address\nAda,https://a.example/\n", "Dear Ada,\nhow are you?\n", "{\"a\": 1}",
      "First Name,Last Name,URL,Email Address\nAda,L,,ada@a.example\n", "[1, 2]",
      "https://a.example/feed\nhttps://b.example/feed\n", "bob\neve\n", "",
    ] {
      #expect(FediverseList(Given.text(text)) == nil, "\(text)")
    }
  }

  @Test(
    "columns in any order, headings in other languages: the same accounts (R-6)",
    arguments: [
      "Languages,Account address,Show boosts\nen,a@b.example,false\n\"de, fr\",c@d.example,true\n",
      "Account address,Notify on new posts,Show boosts\na@b.example,false,false\nc@d.example,false,\n",
      "Langues;Adresse du compte;Partages\nen;a@b.example;true\n;c@d.example;true\n",
      "アドレス,ブースト,通知\na@b.example,true,false\nc@d.example,true,false\n",
    ])
  func columns(text: String) throws {
    let imported = try Given.read(Given.text(text, "following_accounts.csv"))
    #expect(imported.format == "mastodon-following")
    #expect(imported.accounts.map(\.key) == [fediverse("a@b.example"), fediverse("c@d.example")])
    #expect(imported.skipped.isEmpty)
    let isKnown = text.contains("Account address")
    #expect(imported.accounts[0].tags == (isKnown ? ["boosts hidden"] : []))
  }

  @Test("an account of one's own server in the first row is no heading (R-6)")
  func localFirst() throws {
    let text = "alice,true,false\nb@c.example,true,false\nd@e.example,true,false\n"
    #expect(try Given.read(Given.text(text, "following.csv")).accounts.count == 3)
  }

  @Test("lists with their columns the other way round (R-6)")
  func listColumns() throws {
    let text = "Account address,List name\na@b.example,Friends\n"
    let imported = try Given.read(Given.text(text))
    #expect(imported.format == "mastodon-lists")
    #expect(imported.accounts.first?.folders == [["Friends"]])
  }

  @Test("a picture is no list, whatever somebody says (R-6)")
  func picture() throws {
    let shelf = try Shelf()
    let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) + Data("\na@b.example,true\n".utf8)
    try shelf.put(png, "p.png")
    let binary = Data([7, 0, 1, 0x0A]) + Data("a@b.example,true\n".utf8)
    try shelf.put(binary, "b.bin")
    for format in [
      "mastodon-following", "mastodon-lists", "mastodon-mutes", "newsboat-urls", "address-list",
      "youtube-subscriptions",
    ] {
      let failure = #expect(throws: ImportFailure.self, "\(format)") {
        try Importers.read(shelf.file("p.png"), as: format, options: Given.options)
      }
      #expect(failure?.sentence.contains("picture") == true)
    }
    for format in ["mastodon-following", "mastodon-lists", "mastodon-mutes"] {
      #expect(throws: ImportFailure.self, "\(format)") {
        try Importers.read(shelf.file("b.bin"), as: format, options: Given.options)
      }
    }
  }

  @Test("Mastodon 4: the address as exported, the key in lower case, no dates, newest first")
  func mastodon4() throws {
    let imported = try Given.read(try Given.sample("mastodon/following_accounts.csv"))
    #expect(
      imported.accounts.map { $0.address?.written } == [
        "edda@harbour.example", "Moritz@Workshop.example", "nine@xn--brcke-kva.example",
        "pipkin@loud.example", "quiet.one@harbour.example",
      ])
    #expect(imported.accounts[1].key == fediverse("moritz@workshop.example"))
    #expect(imported.accounts.allSatisfy { $0.followed && $0.followedAt == nil })
    #expect(imported.accounts[0].tags == ["notify"])
    #expect(imported.accounts[2].tags == ["boosts hidden"])
    #expect(imported.skipped.isEmpty && imported.warnings.isEmpty && imported.isComplete)
    #expect(imported.original?.format == "mastodon-following")
    #expect(imported.original?.isComplete == true)
  }

  @Test("Mastodon 3: two columns, byte order mark, CRLF, a sign before the name, blank rows")
  func mastodon3() throws {
    let source = try Given.sample("fediverse/mastodon3-following_accounts.csv")
    let imported = try Given.read(source)
    #expect(
      imported.accounts.map { $0.address?.written } == [
        "@Edda@Harbour.example", "bob@workshop.example",
      ])
    #expect(
      imported.accounts.map(\.key) == [
        fediverse("edda@harbour.example"), fediverse("bob@workshop.example"),
      ])
    // The blank after the comma does not hide the word.
    #expect(imported.accounts.map(\.tags) == [[], ["boosts hidden"]])
    #expect(imported.original?.bytes == source.bytes)
  }

  @Test("Pleroma: ragged last row, a neighbour without a server, a column the other way round")
  func pleroma() throws {
    let source = try Given.sample("fediverse/pleroma-following_accounts.csv")
    let imported = try Given.read(source)
    #expect(
      imported.accounts.map(\.key.value) == [
        "edda@harbour.example", "neighbour", "last@workshop.example",
      ])
    #expect(imported.accounts.allSatisfy { !$0.tags.contains("notify") })
    #expect(imported.warnings.count == 1)
    #expect(imported.isComplete)
    var options = Given.options
    options.me = "@Me@Home.example"
    let told = try Given.read(source, options)
    #expect(told.accounts[1].key == fediverse("neighbour@home.example"))
    #expect(told.accounts[1].address?.written == "neighbour")
    #expect(told.warnings.isEmpty)
  }

  @Test("Misskey has no heading; without a name to go by, the guess is said")
  func withoutHeading() throws {
    let misskey = try Given.read(
      try Given.sample("fediverse/misskey-following-2026-05-04-10-20-30.csv"))
    #expect(misskey.accounts.count == 2 && misskey.warnings.isEmpty)
    let unnamed = try Given.read(Given.text("a@x.example\nb@y.example\n", "export.csv"))
    #expect(unnamed.accounts.count == 2 && unnamed.warnings.count == 1)
    let blocks = try Given.read(Given.text("a@x.example\n", "blocks.csv"))
    #expect(blocks.format == "mastodon-blocks" && !blocks.accounts[0].followed)
  }

  @Test("a heading with nobody under it is an empty list and a warning, never silence (E2)")
  func headingOnly() throws {
    let imported = try Given.read(Given.text(Self.heading))
    #expect(imported.format == "mastodon-following")
    #expect(imported.accounts.isEmpty)
    #expect(imported.warnings.contains { $0.contains("unfollow everybody") })
  }

  @Test("a list that ends too early is refused, and with --partial never whole (T-I05)")
  func cutShort() throws {
    for text in [
      Self.heading + "a@x.example,true,false,\nb@y.exam",
      Self.heading + "a@x.example,true,false,\"de",
    ] {
      #expect(throws: ImportFailure.self) { try Given.read(Given.text(text)) }
      var options = Given.options
      options.takesPartial = true
      let imported = try Given.read(Given.text(text), options)
      #expect(!imported.isComplete && imported.original?.isComplete == false)
      // Half a name is none.
      #expect(!imported.accounts.contains { $0.key.value.hasSuffix("y.exam") })
    }
    let whole = Self.heading + "a@x.example,true,false,\nb@y.example,true,false,"
    #expect(try Given.read(Given.text(whole)).isComplete)
  }

  @Test("a bad row costs itself and is named with its line; a spreadsheet's semicolons are read")
  func badRows() throws {
    let text =
      Self.heading + "a@x.example,true,false,\nwho is this,true,false,\n,,,\nb@y.example,,,\n"
    let imported = try Given.read(Given.text(text))
    #expect(imported.accounts.count == 2)
    #expect(imported.skipped.map(\.place) == ["line 3", "line 4"])
    #expect(imported.skipped.map(\.isLoss) == [true, false])
    let semicolons = Self.heading.replacing(",", with: ";") + "a@x.example;true;false;\r\n"
    #expect(try Given.read(Given.text(semicolons)).accounts[0].key == fediverse("a@x.example"))
  }

  @Test("somebody named twice is one account; those without a server are counted in a sentence")
  func twiceAndHomeless() throws {
    func read(_ rows: String...) throws -> Imported {
      try Given.read(
        Given.text(Self.heading + rows.map { "\($0),true,false,\n" }.joined()))
    }
    let twice = try read("a@x.example", "A@X.example", "b@x.example")
    #expect(twice.accounts.map(\.key.value) == ["a@x.example", "b@x.example"])
    #expect(try read("a@x.example", "b").warnings.first?.hasPrefix("1 account stands") == true)
    #expect(try read("a@x.example", "b", "c").warnings.first?.hasPrefix("2 accounts stand") == true)
    #expect(try read("a@x.example", "b@x.example").warnings.isEmpty)
  }

  @Test("bookmarks whose addresses do not say whose the posts are: one, and several")
  func homelessBookmarks() throws {
    let known = "https://x.example/@a/112233445566778899"
    func told(_ count: Int) throws -> [String] {
      let pages = (0..<count).map { "https://y.example/odd\($0)" }
      let text = ([known, known + "1"] + pages).joined(separator: "\n")
      return try MastodonBookmarksImport().read(
        Given.text(text, "bookmarks.csv"), options: Given.options
      )
      .flatMap(\.skipped).map { "\($0.what): \($0.why)" }
    }
    #expect(try told(0).isEmpty)
    #expect(try told(1).first?.hasPrefix("1 bookmark: its address does not say") == true)
    #expect(try told(2).first?.hasPrefix("2 bookmarks: their addresses do not say") == true)
  }

  @Test("lists become folders, and a list is no follow")
  func lists() throws {
    let imported = try Given.read(try Given.sample("mastodon/lists.csv"))
    #expect(imported.accounts.count == 4)
    #expect(imported.accounts[2].folders == [["Wood, glue"]])
    #expect(imported.accounts.allSatisfy { !$0.followed })
    #expect(imported.original?.format == "mastodon-lists")
  }

  @Test("a muted account is still followed: the list of mutes does not say otherwise")
  func mutes() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    for name in ["following_accounts", "muted_accounts", "blocked_accounts", "lists"] {
      let imported = try Given.read(try Given.sample("mastodon/\(name).csv"))
      _ = try pond.write(imported, at: Given.options.now)
    }
    let accounts = try pond.accounts()
    let pipkin = try #require(accounts.first { $0.key.value == "pipkin@loud.example" })
    #expect(pipkin.isFollowed && pipkin.tags.contains("muted"))
    #expect(pipkin.folders.contains(["Loud"]))
    let grumble = accounts.first { $0.key.value == "grumble@elsewhere.example" }
    #expect(grumble?.isFollowed != true)
  }

  @Test("bookmarks: the author from the address; a post that does not say whose it is is a page")
  func bookmarks() throws {
    let imported = try Given.read(try Given.sample("mastodon/bookmarks.csv"))
    #expect(
      imported.acts.map(\.account) == [
        fediverse("edda@harbour.example"), fediverse("moritz@workshop.example"),
      ])
    #expect(imported.acts.allSatisfy { $0.kind == .saved && $0.at == nil && $0.post != nil })
    #expect(imported.pageActs.map(\.kind) == [.saved])
    #expect(imported.skipped.isEmpty)
  }

  @Test("who follows is counted and named, and follows nobody (S2)")
  func followers() throws {
    let imported = try Given.read(try Given.sample("fediverse/gotosocial-followers.csv"))
    #expect(imported.accounts.isEmpty && imported.followers == 2)
    #expect(imported.followerKeys.first == fediverse("edda@harbour.example"))
    let pixelfed = try Given.read(try Given.sample("fediverse/pixelfed-followers.json"))
    #expect(pixelfed.followerKeys == [fediverse("stranger@pictures.example")])
    #expect(pixelfed.accounts.isEmpty)
  }

  @Test("Pixelfed: addresses of profiles, its own without a word before the name")
  func pixelfed() throws {
    let imported = try Given.read(try Given.sample("fediverse/pixelfed-following.json"))
    #expect(
      imported.accounts.map(\.key) == [
        fediverse("lumen@pictures.example"), fediverse("edda@harbour.example"),
      ])
    #expect(imported.accounts.allSatisfy { $0.followed })
  }

  @Test("accounts as Mastodon's interface gives them: server from the page, verified links (I5)")
  func accounts() throws {
    let imported = try Given.read(try Given.sample("fediverse/accounts-following.json"))
    #expect(
      imported.accounts.map(\.key) == [
        fediverse("edda@harbour.example"), fediverse("moritz@workshop.example"),
      ])
    #expect(imported.accounts.map(\.title) == ["Edda of the harbour", nil])
    #expect(imported.accounts[0].site?.written == "https://harbour.example/@edda")
    #expect(
      imported.links == [
        ProfileLink(
          account: fediverse("edda@harbour.example"), address: Address("https://edda.example/"),
          proof: .verified),
        ProfileLink(
          account: fediverse("moritz@workshop.example"),
          address: Address("https://moritz.example/shop?a=1&b=2"), proof: .named),
      ])
    func proof(_ value: String, verified: Bool = false) throws -> ProfileLink.Proof? {
      let at = verified ? ",\"verified_at\":\"2026-01-01\"" : ""
      let text =
        "[{\"acct\":\"a@x.example\",\"username\":\"a\",\"fields\":[{\"name\":\"n\",\"value\":\"\(value)\"\(at)}]}]"
      return try MastodonAccountsImport().read(Given.text(text), options: Given.options)
        .first?.links.first?.proof
    }
    for rel in ["me nofollow", "nofollow me", "me"] {
      let link = "<a href='https://a.example/' rel=\\\"\(rel)\\\">a</a>"
      #expect(try proof(link) == .relMe, "\(rel)")
      #expect(try proof(link, verified: true) == .verified)
    }
    #expect(try proof("<a href='https://a.example/' rel=\\\"nofollow\\\">a</a>") == .named)
    #expect(try proof("https://a.example/") == .named)
    #expect(try proof("https://a.example/ and more") == nil && proof("ftp://a.example") == nil)
    let broken =
      "[{\"acct\":\"a@x.example\",\"username\":\"a\"},{\"acct\":tru},"
      + "{\"acct\":\"b\\ud800@x.example\",\"username\":\"b\"},{\"username\":\"c\",\"acct\":\"c@x.example\"}]"
    let read = try MastodonAccountsImport().read(Given.text(broken), options: Given.options)
    #expect(read.first?.accounts.count == 3)
    #expect(read.first?.skipped.count == 1)
  }

  @Test("what an address proves of its author")
  func addresses() {
    let cases: [(String, AccountKey?)] = [
      ("https://S.example/users/Bob/statuses/1", fediverse("bob@s.example")),
      ("https://s.example/@bob/1", fediverse("bob@s.example")),
      ("https://s.example/@bob@far.example/1", fediverse("bob@far.example")),
      ("https://s.example/p/bob/1", fediverse("bob@s.example")),
      (
        "https://s.example/ap/users/1152/statuses/9",
        AccountKey(kind: .actor, value: "s.example/ap/users/1152")
      ),
      ("https://s.example/notes/9abc", nil), ("https://s.example/objects/9-a-b", nil),
      ("https://s.example/", nil), ("https://s.example/@bob?page=/2", fediverse("bob@s.example")),
      ("https://s.example/@bob#a/b", fediverse("bob@s.example")),
      ("https://s.example/u/Bob", fediverse("bob@s.example")),
      ("https://s.example/accounts/bob", fediverse("bob@s.example")),
      ("https://s.example/profile/bob", fediverse("bob@s.example")),
      ("https://s.example/u/bob/x", nil), ("https://s.example/profile/bob/x", nil),
      ("https://s.example/accounts/bob/x", nil),
      ("https://s.example/bob/p/1", fediverse("bob@s.example")),
      ("https://s.example/bob/q/1", nil),
    ]
    for (text, key) in cases {
      #expect(FediverseURI(text)?.account == key, "\(text)")
    }
    let posts = [
      "statuses/9", "notes/9abc", "objects/9-a-b", "notice/9", "@bob/1", "p/bob/1", "bob/p/1",
    ]
    let others = ["statuses/9/x", "notes", "objects/9/x", "notice/9/x", "@bob", "u/bob", "bob/q/1"]
    for path in posts {
      #expect(FediverseURI("https://s.example/\(path)")?.isPost == true, "\(path)")
    }
    for path in others {
      #expect(FediverseURI("https://s.example/\(path)")?.isPost == false, "\(path)")
    }
    #expect(FediverseURI("mailto:a@b.example") == nil)
    #expect(FediverseURI("") == nil)
  }

  @Test("importing twice changes nothing (I3)")
  func idempotent() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    let inputs = try Importers.read(
      Repository.url("Samples/mastodon").path, as: nil, options: Given.options)
    let more = try Importers.read(
      Repository.url("Samples/fediverse").path, as: nil, options: Given.options)
    _ = try pond.write(inputs + more, at: Given.options.now)
    let before = try pond.logicalDigest()
    _ = try pond.write(inputs + more, at: Given.options.now)
    #expect(try pond.logicalDigest() == before)
    #expect(try pond.accounts().count > 8)
  }

  @Test(
    "1,000 spoiled files: read or refused; a list that is read is trimmed to itself (T-I06)")
  func spoiled() throws {
    var bytes = SpoiledBytes(seed: 7_001)
    let seeds = try Repository.files(below: "Samples/mastodon", suffix: "csv")
      .map { try Data(contentsOf: $0) }
    let more = try ["csv", "json"].flatMap {
      Repository.files(below: "Samples/fediverse", suffix: $0)
    }
    .map { try Data(contentsOf: $0) }
    let all = seeds + more
    #expect(all.count > 10)
    var options = Given.options
    options.takesPartial = true
    var read = 0
    for round in 0..<1_000 {
      let source = ImportSource(path: "list", bytes: bytes.spoil(all[round % all.count]))
      for importer in Importers.all where importer.recognizes(source) {
        guard let result = try? importer.read(source, options: options) else { continue }
        read += result.count
        for original in result.compactMap(\.original) where original.isComplete {
          let trimmed =
            original.format == "mastodon-lists"
            ? try? TrimmedMastodonLists.write(
              original: original, keeping: Set(result.flatMap(\.accounts).map(\.key)))
            : try? TrimmedMastodonCSV.write(original: original, removing: Removals(standing: []))
          // Mastodon's lists leave in the form that its importer reads, whatever came in.
          #expect(trimmed == nil || trimmed?.removed.isEmpty == true, "round \(round)")
        }
      }
    }
    #expect(read > 300)
  }

  @Test("a bookmark is dated by the moment in its address, before which it was not made (E-8)")
  func moments() throws {
    let text = """
      https://soc.example/users/ada/statuses/103270115826048975
      https://soc.example/users/ada/statuses/4711

      """
    let acts = try Given.read(Given.text(text)).acts
    #expect(acts.map(\.kind) == [.saved, .saved] && acts.last?.at == nil)
    #expect(acts.first?.at.map { Int($0.timeIntervalSince1970) } == 1_575_776_913)
  }
}
