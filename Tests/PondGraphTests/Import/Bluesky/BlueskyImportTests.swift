import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Bluesky")
struct BlueskyImportTests {
  private func key(_ name: String) -> AccountKey {
    AccountKey(kind: .bluesky, value: InventedRepository.person(name))
  }

  private func repository() throws -> Imported {
    try Given.read(try Given.sample("bluesky/repo.car"))
  }

  @Test("the sample is what the invented records make, byte for byte")
  func sample() throws {
    let bytes = try Data(contentsOf: Repository.url("Samples/bluesky/repo.car"))
    #expect(bytes == InventedRepository.sample.file)
  }

  @Test("follows: every record with its address and date, old subjects, impossible dates (I1)")
  func follows() throws {
    let imported = try repository()
    #expect(imported.format == "bluesky-repository")
    #expect(imported.owner == AccountKey(kind: .bluesky, value: InventedRepository.did))
    let follows = imported.accounts.filter(\.followed)
    #expect(follows.map(\.key) == ["edda", "moritz", "edda", "pipkin", "old"].map(key))
    #expect(
      follows[0].address?.written
        == "at://\(InventedRepository.did)/app.bsky.graph.follow/3k5rgfiifs22b")
    #expect(follows[0].followedAt == Date(timeIntervalSince1970: 1_692_951_939))
    #expect(follows[1].followedAt == Date(timeIntervalSince1970: 1_682_492_929))
    // 1970 is no moment of this network.
    let byKey = try #require(follows[3].followedAt)
    #expect(abs(byKey.timeIntervalSince1970 - 1_692_951_942) < 60)
    #expect(follows[0].folders == [["Boats"]] && follows[3].folders.isEmpty)
    let others = imported.accounts.filter { !$0.followed }
    #expect(Set(others.map(\.key)) == [key("grumble"), key("stranger")])
    #expect(imported.isComplete && imported.warnings.isEmpty)
  }

  @Test("acts: likes, reposts, answers, quotes, words, each to whom and when; none to oneself")
  func acts() throws {
    let imported = try repository()
    let acts = imported.acts.sorted { ($0.at ?? .distantPast) < ($1.at ?? .distantPast) }
    #expect(acts.map(\.kind) == [.liked, .reshared, .replied, .quoted, .wrote])
    #expect(acts.map(\.account) == ["edda", "moritz", "edda", "pipkin", "moritz"].map(key))
    #expect(acts[2].post == PostID("bsky:post:3kpostaaaaa2d"))
    #expect(acts[4].post == nil)
    #expect(imported.posts.isEmpty)
    let attention = try #require(imported.attention.first)
    #expect(attention.kind == .bluesky && attention.observability == 0.25)
    #expect(attention.from == acts.first?.at && attention.to == acts.last?.at)
    #expect(
      Set(imported.skipped.map(\.what)) == ["1 post", "1 act", "1 record"],
      "\(imported.skipped)")
    let losses = imported.skipped.filter(\.isLoss)
    #expect(losses.isEmpty)
  }

  @Test("a part of a repository is read, said, and never whole; a cut file is refused (I2)")
  func parts() throws {
    var part = InventedRepository.sample
    part.without = [3]
    let imported = try Given.read(ImportSource(path: "part.car", bytes: part.file))
    #expect(!imported.isComplete && imported.warnings.count == 1)
    let whole = InventedRepository.sample.file
    let cut = ImportSource(path: "cut.car", bytes: whole.prefix(whole.count - 9))
    #expect(throws: ImportFailure.self) { try Given.read(cut) }
    var options = Given.options
    options.takesPartial = true
    let taken = try Given.read(cut, options)
    #expect(!taken.isComplete)
    // One block whose bytes are not those by which it is named, and nothing else.
    var spoilt = Array(whole)
    let word = Array("moritz".utf8)
    let place = try #require(
      spoilt.indices.last { spoilt[$0...].starts(with: word) && $0 > spoilt.count / 2 })
    spoilt[place] = UInt8(ascii: "n")
    let bad = try Given.read(ImportSource(path: "bad.car", bytes: Data(spoilt)))
    #expect(!bad.isComplete && bad.skipped.contains { $0.isLoss })
    part.without = [0]
    #expect(throws: ImportFailure.self) {
      try Given.read(ImportSource(path: "headless.car", bytes: part.file))
    }
  }

  @Test("two pages of getFollows: names, muted, who follows back, proved and named links (I5)")
  func followsJSON() throws {
    let imported = try Given.read(try Given.sample("bluesky/getFollows-two-pages.json"))
    #expect(imported.format == "bluesky-json")
    #expect(imported.accounts.map(\.key) == ["edda", "moritz", "pipkin"].map(key))
    #expect(imported.accounts.map(\.title) == ["Edda of the harbour", "workshop.example", nil])
    #expect(imported.accounts[1].tags == ["muted"])
    #expect(
      imported.accounts[2].site?.written
        == "https://bsky.app/profile/\(InventedRepository.person("pipkin"))")
    #expect(imported.followerKeys == [key("edda")] && imported.followers == 1)
    #expect(imported.owner?.value == InventedRepository.did)
    #expect(
      imported.links == [
        ProfileLink(
          account: key("edda"), address: Address("https://edda.example/boats"), proof: .named),
        ProfileLink(
          account: key("moritz"), address: Address("https://workshop.example/"), proof: .verified),
      ])
    #expect(imported.isComplete && imported.warnings.isEmpty)
    // Of one follow the record is not told.
    #expect(imported.original?.isComplete == false)
  }

  @Test("a last page that is not the last is said, and the list is not whole")
  func cursors() throws {
    let page =
      "{\"cursor\":\"3k\",\"follows\":[{\"did\":\"\(InventedRepository.person("edda"))\","
      + "\"handle\":\"handle.invalid\"}],\"subject\":{\"did\":\"\(InventedRepository.did)\"}}"
    let imported = try Given.read(Given.text(page))
    #expect(!imported.isComplete && imported.warnings.count == 1)
    #expect(imported.accounts.map(\.title) == [nil])
    let last = page.replacing("\"cursor\":\"3k\",", with: "")
    #expect(try Given.read(Given.text(page + "\n" + last)).isComplete)
  }

  @Test("listRecords: follows and likes with dates; followers are no follows (S2)")
  func recordsJSON() throws {
    let imported = try Given.read(try Given.sample("bluesky/listRecords.jsonl"))
    #expect(imported.accounts.map(\.key) == ["edda", "edda"].map(key))
    #expect(imported.accounts[0].followedAt == Date(timeIntervalSince1970: 1_692_951_939))
    #expect(imported.acts.map(\.kind) == [.liked])
    #expect(imported.original?.isComplete == true)
    let followers = try Given.read(try Given.sample("bluesky/getFollowers.json"))
    #expect(followers.accounts.isEmpty && followers.followers == 2)
  }

  @Test("a profile that is merely looked at is known and not followed; twice it is one (S2)")
  func profiles() throws {
    let profile = "{\"did\":\"\(InventedRepository.person("edda"))\",\"handle\":\"a.example\"}"
    let looked = try Given.read(Given.text(profile))
    #expect(looked.accounts.map(\.followed) == [false])
    let twice = try Given.read(Given.text("{\"follows\":[\(profile),\(profile)]}"))
    #expect(twice.accounts.map(\.followed) == [true])
    let followers = try Given.read(Given.text("{\"followers\":[\(profile)]}"))
    #expect(followers.accounts.isEmpty && followers.followerKeys == [key("edda")])
    #expect(twice.format == "bluesky-json")
    #expect(looked.format == "bluesky-profiles" && followers.format == "bluesky-profiles")
  }

  @Test("followers, profiles and last pages take nobody away, in whatever order they come (S2, I9)")
  func nobodyLeaves() throws {
    func profile(_ name: String) -> String {
      """
      {"did":"\(InventedRepository.person(name))","handle":"\(name).example",
      "viewer":{"following":"at://\(InventedRepository.did)/app.bsky.graph.follow/3k\(name)"}}
      """
    }
    func file(_ list: String, _ names: [String], _ more: String = "") -> String {
      "{\"\(list)\":[\(names.map(profile).joined(separator: ","))]\(more),"
        + "\"subject\":{\"did\":\"\(InventedRepository.did)\",\"handle\":\"me.example\"}}"
    }
    let files = [
      file("follows", ["edda", "moritz"], ",\"cursor\":\"3k\""), file("follows", ["pipkin"]),
      file("followers", ["edda"]), file("profiles", ["edda", "moritz"]),
    ]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 1, 0, 3]] {
      let shelf = try Shelf()
      let pond = try shelf.pond()
      defer { withExtendedLifetime(shelf) {} }
      for number in order {
        _ = try pond.write(
          Given.read(Given.text(files[number], "\(number).json")), at: Given.options.now)
      }
      let followed = try pond.accounts().filter(\.isFollowed).map(\.key)
      #expect(Set(followed) == Set(["edda", "moritz", "pipkin"].map(key)), "\(order)")
    }
  }

  @Test("whom somebody else follows, looked at by the person, follows nobody but whom they follow")
  func othersList() throws {
    let (edda, moritz) = (InventedRepository.person("edda"), InventedRepository.person("moritz"))
    let page = """
      {"follows":[{"did":"\(edda)","handle":"a.example",
        "viewer":{"following":"at://\(InventedRepository.did)/app.bsky.graph.follow/3kabc"}},
        {"did":"\(moritz)","handle":"b.example","viewer":{}}],
        "subject":{"did":"\(InventedRepository.person("pipkin"))","handle":"c.example"}}
      """
    let imported = try Given.read(Given.text(page))
    #expect(imported.accounts.map(\.followed) == [true, false])
    #expect(imported.format == "bluesky-profiles" && imported.warnings.count == 1)
    #expect(imported.owner?.value == InventedRepository.did)
  }

  @Test("a repository is as old as its last commit; one that names no revision has no date")
  func made() throws {
    #expect(try repository().madeAt == TID.date("3k5rgfiifs42u".utf8))
    var older = InventedRepository.sample
    older.version = 2
    #expect(try Given.read(ImportSource(path: "a.car", bytes: older.file)).madeAt == nil)
  }

  @Test("a part that lacks one block says so in the singular, and several in the plural")
  func missingWords() throws {
    func warnings(_ without: Set<Int>) throws -> [String] {
      var part = InventedRepository.sample
      part.without = without
      return try Given.read(ImportSource(path: "part.car", bytes: part.file)).warnings
    }
    let last = InventedRepository.sample.blocks.count - 1
    #expect(try warnings([last]).map { $0.prefix(8) } == ["1 block "])
    #expect(try warnings([last, last - 1]).map { $0.prefix(9) } == ["2 blocks "])
  }

  @Test("one bad record never costs the page; JSON of others is left alone (T-I05)")
  func badRecords() throws {
    let edda = InventedRepository.person("edda")
    let page =
      "{\"follows\":[{\"did\":\"\(edda)\",\"handle\":\"a.example\"},{\"did\":7,\"handle\":1e999},"
      + "{\"did\":\"\(edda)x\",\"handle\":\"b\\ud800.example\"},{\"did\":tru}]}"
    let imported = try BlueskyJSONImport().read(Given.text(page), options: Given.options)
    #expect(imported.first?.accounts.count == 2)
    #expect(imported.first?.skipped.filter(\.isLoss).count == 2)
    for text in ["{\"follows\":[1]}", "{\"records\":[]}", "[]", "{}", "{\"did\":1}"] {
      #expect(!BlueskyJSONImport().recognizes(Given.text(text)), "\(text)")
    }
  }

  @Test("what unfollows: every record of those who leave, and nothing else (E2)")
  func unfollows() throws {
    let original = try #require(try repository().original)
    #expect(original.format == "bluesky-follows" && original.isComplete)
    let removals = Removals(
      standing: [
        Decision(
          account: key("edda"), answer: .letGo, at: .distantPast, reason: nil, evidenceSeen: nil)
      ])
    let written = try BlueskyUnfollows.write(original: original, removing: removals)
    let start = "at://\(InventedRepository.did)/app.bsky.graph.follow/3k5rgfiifs22"
    let edda = InventedRepository.person("edda")
    #expect(
      String(decoding: written.bytes, as: UTF8.self) == """
        {"did":"\(InventedRepository.did)","delete":[
        {"uri":"\(start)b","subject":"\(edda)"},
        {"uri":"\(start)d","subject":"\(edda)"}
        ]}

        """)
    #expect(written.removed.count == 2)
    #expect(written.remaining == [key("moritz"), key("pipkin"), key("old")])
    let nothing = try BlueskyUnfollows.write(original: original, removing: Removals(standing: []))
    #expect(nothing.removed.isEmpty && nothing.remaining.count == 4)
    let broken = OriginalDocument(
      format: original.format, path: "x", bytes: original.bytes.prefix(60), isComplete: true)
    #expect(throws: ExportFailure.self) {
      try BlueskyUnfollows.write(original: broken, removing: removals)
    }
  }

  @Test("importing twice changes nothing (I3)")
  func idempotent() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    let inputs = try Importers.read(
      Repository.url("Samples/bluesky").path, as: nil, options: Given.options)
    #expect(Set(inputs.map(\.format)).isSuperset(of: ["bluesky-repository", "bluesky-json"]))
    _ = try pond.write(inputs, at: Given.options.now)
    let before = try pond.logicalDigest()
    _ = try pond.write(inputs, at: Given.options.now)
    #expect(try pond.logicalDigest() == before)
  }

  @Test("1,000 spoiled dumps: read or refused (T-I06)")
  func spoiled() throws {
    var spoiling = SpoiledBytes(seed: 5_003)
    let seeds = try ["getFollows-two-pages.json", "listRecords.jsonl", "getFollowers.json"].map {
      try Data(contentsOf: Repository.url("Samples/bluesky/\($0)"))
    }
    var options = Given.options
    options.takesPartial = true
    var read = 0
    for round in 0..<1_000 {
      let source = ImportSource(path: "x.json", bytes: spoiling.spoil(seeds[round % 3]))
      guard let imported = try? BlueskyJSONImport().read(source, options: options).first else {
        continue
      }
      if !imported.accounts.isEmpty || imported.followers > 0 { read += 1 }
    }
    #expect(read > 300)
  }
}

/// Holds what Pond finds against what an independent decoder found in the same files.
@Suite("Bluesky, of others", .enabled(if: SharedData.file("bluesky") != nil))
struct BlueskySharedDataTests {
  @Test("every repository: follows, acts of each kind, completeness")
  func repositories() throws {
    let expected: [(String, follows: Int, [ActKind: Int], isComplete: Bool)] = [
      ("fakermaker.repo.car", 78, [.liked: 22, .reshared: 15, .replied: 23], true),
      ("greenground.repo.car", 2, [:], true), ("divy.repo", 5, [:], true),
      ("bafyreieovfuizojpw3zresz7sx3nk4trm2by23pt5rxbey3jme4uo5ogiu.car", 0, [:], true),
      ("repo_slice.car", 0, [:], false),
    ]
    for (name, follows, kinds, isComplete) in expected {
      let source = try ImportSource(path: try #require(SharedData.file("bluesky/\(name)")).path)
      let imported = try Given.read(source)
      #expect(imported.accounts.filter(\.followed).count == follows, "\(name)")
      #expect(imported.accounts.filter { $0.followedAt != nil }.count == follows, "\(name)")
      #expect(
        Dictionary(grouping: imported.acts, by: \.kind).mapValues(\.count) == kinds, "\(name)")
      #expect(imported.isComplete == isComplete, "\(name)")
      #expect(imported.acts.filter { $0.at == nil }.isEmpty, "\(name)")
    }
  }

  @Test("the dumps that came with the specification")
  func dumps() throws {
    let records = try Given.read(
      ImportSource(
        path: try #require(SharedData.file("bluesky/json/synthetic-listRecords-follow.json")).path))
    #expect(records.accounts.count == 3 && !records.isComplete)
    let follows = try Given.read(
      ImportSource(
        path: try #require(SharedData.file("bluesky/json/synthetic-getFollows.json")).path))
    #expect(follows.accounts.count == 2 && follows.followers == 1)
  }

  @Test("keys of records, as the protocol's own fixtures tell good from bad")
  func keys() throws {
    for (name, isGood) in [("valid", true), ("invalid", false)] {
      let file = try #require(SharedData.file("bluesky/interop/syntax/tid_syntax_\(name).txt"))
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("#") && $0 != "2222222222222" }
      #expect(!lines.isEmpty)
      for line in lines { #expect((TID.date(line.utf8) != nil) == isGood, "\(line)") }
    }
  }
}
