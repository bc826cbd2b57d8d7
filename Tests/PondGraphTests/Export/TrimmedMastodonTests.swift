import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Mastodon's lists, trimmed")
struct TrimmedMastodonTests {
  private func removals(_ names: [String]) -> Removals {
    Removals(
      standing: names.map {
        Decision(
          account: AccountKey(kind: .fediverse, value: $0), answer: .letGo, at: .distantPast,
          reason: nil, evidenceSeen: nil)
      })
  }

  private func original(_ text: String, isComplete: Bool = true) -> OriginalDocument {
    OriginalDocument(
      format: "mastodon-following", path: "following_accounts.csv", bytes: Data(text.utf8),
      isComplete: isComplete)
  }

  @Test("columns in any order leave in the order that Mastodon's importer reads (R-6, E2)")
  func columns() throws {
    let heading = "Languages,Account address,Show boosts\n"
    let trimmed = try TrimmedMastodonCSV.write(
      original: original(heading + "en,ada@a.example,true\nde,bob@b.example,true\n"),
      removing: removals(["ada@a.example"]))
    #expect(
      String(decoding: trimmed.bytes, as: UTF8.self)
        == "Account address,Show boosts,Notify on new posts,Languages\nbob@b.example,true,,de\n")
    #expect(trimmed.remaining == [AccountKey(kind: .fediverse, value: "bob@b.example")])
  }

  @Test("rows of those who leave are cut, and not one other byte (E1)")
  func cuts() throws {
    let source = try Given.sample("mastodon/following_accounts.csv")
    let kept = try #require(try Given.read(source).original)
    let trimmed = try TrimmedMastodonCSV.write(
      original: kept, removing: removals(["moritz@workshop.example", "pipkin@loud.example"]))
    #expect(
      String(decoding: trimmed.bytes, as: UTF8.self) == """
        Account address,Show boosts,Notify on new posts,Languages
        edda@harbour.example,true,true,
        nine@xn--brcke-kva.example,false,false,
        quiet.one@harbour.example,true,false,

        """)
    #expect(
      trimmed.removed.map(\.address.written) == ["Moritz@Workshop.example", "pipkin@loud.example"])
    #expect(trimmed.removed.map(\.line) == [3, 5])
    #expect(trimmed.remaining.count == 3)
  }

  @Test(
    "with nothing to remove it is the original itself, where Mastodon reads that as it is meant")
  func identity() throws {
    let files = Repository.files(below: "Samples/fediverse", suffix: "csv")
    var rewritten: [String] = []
    for url in files where url.path.contains("following") {
      let bytes = try Data(contentsOf: url)
      let document = OriginalDocument(
        format: "mastodon-following", path: url.path, bytes: bytes, isComplete: true)
      let trimmed = try TrimmedMastodonCSV.write(original: document, removing: removals([]))
      #expect((trimmed.bytes == bytes) != trimmed.isRewritten, "\(url.lastPathComponent)")
      if trimmed.isRewritten { rewritten.append(url.lastPathComponent) }
      #expect(
        try MastodonTable(trimmed.bytes, invertsNotify: false).isExact, "\(url.lastPathComponent)")
    }
    #expect(
      rewritten == [
        "mastodon3-following_accounts.csv", "misskey-following-2026-05-04-10-20-30.csv",
        "pleroma-following_accounts.csv",
      ])
  }

  @Test("every spelling and every duplicate of an account goes, CRLF stays")
  func duplicates() throws {
    let text =
      "Account address,Show boosts\r\nBob@X.example,true\r\n\r\n"
      + "ann@x.example,true\r\nbob@x.example,false\r\n"
    let trimmed = try TrimmedMastodonCSV.write(
      original: original(text), removing: removals(["bob@x.example"]))
    #expect(
      trimmed.bytes == Data("Account address,Show boosts\r\n\r\nann@x.example,true\r\n".utf8))
    #expect(trimmed.removed.count == 2)
  }

  @Test("whatever a spreadsheet made of it, it leaves as Mastodon reads it, or not at all (E2)")
  func spreadsheets() throws {
    let wanted = """
      Account address,Show boosts,Notify on new posts,Languages
      mira@pond.example,true,false,
      Shop@Sea.example,false,false,"de, en"

      """
    let heading = "Account address;Show boosts;Notify on new posts;Languages"
    let forms = [
      "\u{FEFF}\(heading)\r\nmira@pond.example;WAHR;FALSCH;\r\nold@lake.example;WAHR;WAHR;\r\n"
        + "@Shop@Sea.example;FALSCH;FALSCH;de, en\r\n",
      heading.replacing(";", with: "\t")
        + "\nmira@pond.example\tVRAI\tFAUX\t\nold@lake.example\t1\t1\t\n"
        + "Shop@Sea.example\tFAUX\tFAUX\tde, en\n",
      "Languages,Show boosts,Account address,Notify on new posts\n,true,mira@pond.example,false\n"
        + ",true,old@lake.example,true\n\"de, en\", false,Shop@Sea.example,false\n",
    ]
    for form in forms {
      let trimmed = try TrimmedMastodonCSV.write(
        original: original(form), removing: removals(["old@lake.example"]))
      #expect(String(decoding: trimmed.bytes, as: UTF8.self) == wanted)
      #expect(trimmed.isRewritten && trimmed.removed.count == 1)
    }
    #expect(
      throws: OverwriteFailure.oddWord(path: "following_accounts.csv", line: 2, word: "vielleicht")
    ) {
      try TrimmedMastodonCSV.write(
        original: original("\(heading)\nmira@pond.example;vielleicht;FALSCH;\n"),
        removing: removals([]))
    }
  }

  @Test("Pleroma's third column, which is the other way round, is turned for Mastodon")
  func pleroma() throws {
    let text =
      "Account address,Show boosts,Notify on new posts,Languages\n"
      + "a@x.example,true,true,\nb@x.example,false,true,,true,false,"
    let trimmed = try TrimmedMastodonCSV.write(original: original(text), removing: removals([]))
    #expect(
      String(decoding: trimmed.bytes, as: UTF8.self) == """
        Account address,Show boosts,Notify on new posts,Languages
        a@x.example,true,false,
        b@x.example,false,false,

        """)
    #expect(FediverseServer(wrote: original(text)) == .pleroma)
    #expect(FediverseServer(wrote: original("a@x.example\n")) == .headless)
    #expect(FediverseServer(wrote: original("Account address\na@x.example\n")) == .replaces)
  }

  @Test("who is thinned has their boosts hidden, and not one other byte changes (E6)")
  func thinned() throws {
    let text =
      "Account address,Show boosts,Notify on new posts,Languages\n"
      + "a@x.example,true,true,\nb@x.example,true,true,de\nc@x.example,false,true,\n"
    let thin = ["b@x.example", "c@x.example"].map {
      Decision(
        account: AccountKey(kind: .fediverse, value: $0), answer: .thin, at: .distantPast,
        reason: nil, evidenceSeen: nil)
    }
    let addition = ListChanges.Addition(
      account: AccountKey(kind: .fediverse, value: "new@x.example"),
      address: Address("new@x.example"), title: nil, site: nil, folder: "new")
    let made = try TrimmedMastodonCSV.write(
      original: original(text), applying: ListChanges(decisions: thin, additions: [addition]))
    #expect(
      String(decoding: made.bytes, as: UTF8.self)
        == text.replacing("b@x.example,true", with: "b@x.example,false")
        + "new@x.example,true,false,\n")
    #expect(made.moved.map(\.address.written) == ["b@x.example"] && made.added.count == 1)
    let bare = try TrimmedMastodonCSV.write(
      original: original("Account address\nb@x.example\n"),
      applying: ListChanges(decisions: thin))
    #expect(bare.unmoved.count == 1 && bare.moved.isEmpty)
  }

  @Test("a list of nobody is never written: it would unfollow everybody (E2)")
  func neverEmpty() throws {
    let heading = "Account address,Show boosts\n"
    for text in [heading, heading + "bob@x.example,true\n"] {
      #expect(throws: OverwriteFailure.self) {
        try TrimmedMastodonCSV.write(
          original: original(text), removing: removals(["bob@x.example"]))
      }
    }
  }

  @Test("a list that was cut short is never trimmed (E2)")
  func incomplete() throws {
    #expect(throws: ExportFailure.incomplete(path: "following_accounts.csv")) {
      try TrimmedMastodonCSV.write(
        original: original("Account address\na@x.example\n", isComplete: false),
        removing: removals([]))
    }
  }

  @Test("a neighbour without a server leaves by the name with which the pond knows it")
  func neighbours() throws {
    let text = "Account address\nbob\nann@x.example\n"
    let bare = try TrimmedMastodonCSV.write(original: original(text), removing: removals(["bob"]))
    #expect(bare.removed.count == 1)
    let told = try TrimmedMastodonCSV.write(
      original: original(text), removing: removals(["bob@home.example"]), home: "home.example")
    #expect(told.bytes == bare.bytes)
    let other = try TrimmedMastodonCSV.write(
      original: original(text), removing: removals(["bob@elsewhere.example"]))
    #expect(other.removed.isEmpty)
  }

  @Test("the lists that go with it lose the same people, in every list")
  func lists() throws {
    let source = try Given.sample("mastodon/lists.csv")
    let kept = try #require(try Given.read(source).original)
    let followed = ["quiet.one@harbour.example", "moritz@workshop.example", "else@where.example"]
    let trimmed = try TrimmedMastodonLists.write(
      original: kept,
      keeping: Set(followed.map { AccountKey(kind: .fediverse, value: $0) }))
    #expect(
      trimmed.map { String(decoding: $0.bytes, as: UTF8.self) }
        == "Boats,quiet.one@harbour.example\n\"Wood, glue\",Moritz@Workshop.example\n")
    // Another account's lists would have Mastodon follow its people.
    #expect(try TrimmedMastodonLists.write(original: kept, keeping: []) == nil)
  }

  @Test(
    "every real list: whoever leaves is gone, whoever stays is spelled as before",
    .enabled(if: SharedData.file("mastodon") != nil))
  func realLists() throws {
    let files = try #require(SharedData.url).appendingPathComponent("mastodon/spec-fixtures")
    for name in ["following_accounts.csv", "new-following-imports.txt"] {
      let source = try ImportSource(path: files.appendingPathComponent(name).path)
      let imported = try Given.read(source)
      let first = try #require(imported.accounts.first)
      let trimmed = try TrimmedMastodonCSV.write(
        original: try #require(imported.original), removing: removals([first.key.value]))
      let again = try Given.read(ImportSource(path: name, bytes: trimmed.bytes))
      #expect(
        again.accounts.map { $0.address?.written }
          == imported.accounts.dropFirst().map { $0.address?.written })
    }
  }
}
