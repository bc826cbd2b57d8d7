import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Nostr")
struct NostrTests {
  /// The sample's keys are digests of invented names.
  private func key(_ name: String) -> AccountKey {
    AccountKey(kind: .nostr, value: Digest.hex("invented \(name)".utf8))
  }

  private func sample(_ name: String) throws -> Imported {
    try Given.read(try Given.sample("nostr/\(name)"))
  }

  @Test("keys in bech32, both ways, and nothing with a wrong letter (NIP 19)")
  func bech32() throws {
    let pairs = [
      (
        "npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg",
        "7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e"
      ),
      (
        "npub180cvv07tjdrrgpa0j7j7tmnyl2yr6yr7l8j4s3evf6u64th6gkwsyjh6w6",
        "3bf0c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d"
      ),
    ]
    for (npub, hex) in pairs {
      #expect(NostrImport.key(npub)?.value == hex)
      #expect(NostrImport.key(npub.uppercased())?.value == hex)
      #expect(NostrImport.key(hex.uppercased())?.value == hex)
      let read = try #require(Bech32(npub))
      #expect(Bech32(prefix: "npub", bytes: read.bytes).text == npub)
      for place in 5..<npub.count {
        var letters = Array(npub)
        letters[place] = letters[place] == "q" ? "p" : "q"
        #expect(Bech32(String(letters)) == nil)
      }
    }
    // BIP 173's own.
    for good in [
      "A12UEL5L", "a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "?1ezyfcl",
    ] {
      #expect(Bech32(good) != nil, "\(good)")
    }
    for bad in [
      "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3", "A1G7SGD8", "10a06t8", "", "1",
      "npub1", "npub10elfcS4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg",
    ] {
      #expect(Bech32(bad) == nil, "\(bad)")
    }
    #expect(
      NostrImport.key("nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5") == nil)
  }

  @Test("a follow list: order kept, keys in any case, petnames, other tags left alone (I1)")
  func contacts() throws {
    let imported = try sample("contacts.json")
    #expect(imported.accounts.map(\.key) == ["edda", "moritz", "pipkin"].map(key))
    #expect(imported.accounts.map(\.title) == ["edda", nil, nil])
    #expect(imported.accounts[1].address?.written == key("moritz").value.uppercased())
    #expect(imported.accounts.allSatisfy { $0.followed && $0.followedAt == nil })
    #expect(imported.owner == key("me"))
    #expect(imported.original?.format == "nostr-contacts" && imported.original?.isComplete == true)
  }

  @Test("who somebody is may stand in another file than the list that follows them (I9)")
  func profilesApart() throws {
    let (me, ben) = (String(repeating: "a1", count: 32), String(repeating: "b2", count: 32))
    let list = """
      {"id":"\(String(repeating: "0c", count: 32))","pubkey":"\(me)","created_at":1790000000,"kind":3,
      "tags":[["p","\(ben)"]],"content":"","sig":"00"}
      """
    let profile = """
      {"id":"\(String(repeating: "0d", count: 32))","pubkey":"\(ben)","created_at":1780000000,"kind":0,
      "tags":[],"content":"{\\"name\\":\\"ben\\",\\"website\\":\\"https://ben.example\\"}","sig":"00"}
      """
    for order in [[list, profile], [profile, list]] {
      let shelf = try Shelf()
      let pond = try shelf.pond()
      defer { withExtendedLifetime(shelf) {} }
      for (number, text) in order.enumerated() {
        _ = try pond.write(Given.read(Given.text(text, "\(number).json")), at: Given.options.now)
      }
      let known = try pond.accounts()
      #expect(known.map(\.title) == ["ben"] && known.map(\.isFollowed) == [true])
      #expect(known.first?.site?.written == "https://ben.example")
    }
  }

  @Test("a dump: the newest list counts, and my events are acts; a minus is no like")
  func acts() throws {
    let imported = try sample("events.jsonl")
    #expect(
      imported.accounts.filter(\.followed).map(\.key) == ["edda", "moritz", "pipkin"].map(key))
    #expect(
      imported.acts.map(\.kind) == [.liked, .reshared, .replied, .quoted, .wrote, .reshared])
    #expect(
      imported.acts.map(\.account) == ["edda", "edda", "edda", "edda", "moritz", "pipkin"].map(key))
    #expect(imported.acts[2].post?.value == Digest.hex("invented note of edda".utf8))
    #expect(imported.acts[4].post == nil)
    #expect(imported.attention.first?.kind == .nostr)
    let muted = imported.accounts.filter { !$0.followed }
    #expect(muted.map(\.key) == [key("pipkin")] && muted[0].tags == ["muted"])
    #expect(imported.accounts[1].title == "Moritz of the workshop")
    #expect(
      imported.links == [
        ProfileLink(
          account: key("moritz"), address: Address("https://workshop.example/"), proof: .named)
      ])
  }

  @Test("notes of those I follow are posts, each once; words to me are words, private ones unread")
  func posts() throws {
    let imported = try sample("events.jsonl")
    #expect(imported.posts.map(\.account) == Array(repeating: key("edda"), count: 4))
    #expect(imported.posts.map(\.kind) == [.original, .reply, .repost, .original])
    #expect(imported.posts[0].excerpt == "Seven metres of boat." && imported.posts[0].words == 4)
    // No clock showed the year 5138 yet.
    #expect(imported.posts[3].published == nil)
    #expect(imported.addressed.map(\.account) == [key("edda"), key("stranger")])
    // Counted like any other source of posts (E-16).
    let dates = imported.posts.compactMap(\.published)
    #expect(imported.coverage.map(\.account) == [key("edda")])
    #expect(imported.coverage.first?.from == dates.min())
    #expect(imported.coverage.allSatisfy { $0.to >= (dates.max() ?? .distantFuture) })
    #expect(imported.skipped.contains { $0.what == "1 × private message" })
    #expect(imported.skipped.contains { $0.what == "2 × note of somebody you do not follow" })
    let losses = imported.skipped.filter(\.isLoss)
    #expect(losses.isEmpty)
  }

  @Test("of several people's lists it must be said which is mine")
  func whoIsMe() throws {
    let mine = String(
      decoding: try Data(contentsOf: Repository.url("Samples/nostr/contacts.json")), as: UTF8.self)
    let theirs = mine.replacing(key("me").value, with: key("stranger").value)
    #expect(throws: ImportFailure.self) { try Given.read(Given.text(mine + theirs)) }
    var options = Given.options
    options.me =
      Bech32(
        prefix: "npub", bytes: Digest.sha256("invented stranger".utf8)
      ).text
    let told = try Given.read(Given.text(mine + theirs), options)
    #expect(told.owner == key("stranger") && told.accounts.count == 3)
  }

  @Test("a relay's own messages, bad events and other JSON (T-I05)")
  func messages() throws {
    let event =
      "{\"kind\":1,\"pubkey\":\"\(key("edda").value)\",\"created_at\":1700000000,\"tags\":[],"
      + "\"content\":\"a\\ud800b\",\"id\":\"1\"}"
    let text =
      "[\"EVENT\",\"sub\",\(event)]\n{\"kind\":1,\n[\"EVENT\",\"sub\","
      + event.replacing("\"1\"", with: "\"2\"") + "]\n[\"EOSE\",\"sub\"]\n"
    let imported = try Given.read(Given.text(text))
    #expect(imported.format == "nostr" && imported.posts.count == 2)
    #expect(imported.skipped.filter(\.isLoss).count == 1)
    #expect(imported.warnings.contains { $0.contains("--me") })
    for text in ["{\"kind\":3}", "{\"kind\":3,\"pubkey\":\"x\",\"tags\":[]}", "[\"EOSE\"]"] {
      #expect(!NostrImport().recognizes(Given.text(text)), "\(text)")
    }
  }

  @Test("what is no event is counted; what I did with my own posts is no act")
  func oneself() throws {
    let (me, edda) = (key("me").value, key("edda").value)
    func event(_ kind: Int, _ tags: String, id: String) -> String {
      "{\"kind\":\(kind),\"pubkey\":\"\(me)\",\"created_at\":1700000000,\"tags\":[\(tags)],"
        + "\"content\":\"+\",\"id\":\"\(id)\"}"
    }
    let own = event(7, "[\"e\",\"1\"],[\"p\",\"\(me)\"]", id: "a")
    let other = event(7, "[\"e\",\"2\"],[\"p\",\"\(edda)\"]", id: "b")
    var options = Given.options
    options.me = me
    func read(_ text: String) throws -> Imported {
      try #require(try NostrImport().read(Given.text(text), options: options).first)
    }
    let imported = try read("\(own)\n\(other)\n{\"kind\":1}\n")
    #expect(imported.acts.map(\.account) == [key("edda")])
    #expect(imported.skipped.contains { $0.what == "1 × act with your own posts" && !$0.isLoss })
    #expect(imported.skipped.filter(\.isLoss).map(\.what) == ["1 record"])
    let two = try read("\(own)\n{\"kind\":1}\n[17]\n")
    #expect(two.skipped.filter(\.isLoss).map(\.what) == ["2 records"])
  }

  @Test("the new list: unsigned, later, those who stay as they were written (E1)")
  func unsigned() throws {
    let original = try #require(try sample("events.jsonl").original)
    let removals = Removals(
      standing: [
        Decision(
          account: key("edda"), answer: .letGo, at: .distantPast, reason: nil, evidenceSeen: nil)
      ])
    let now = Date(timeIntervalSince1970: 1_780_300_800)
    let written = try NostrContacts.write(original: original, removing: removals, at: now)
    #expect(
      String(decoding: written.bytes, as: UTF8.self)
        == "{\"kind\":3,\"created_at\":1780300800,\"pubkey\":\"\(key("me").value)\",\"tags\":"
        + "[[\"p\", \"\(key("moritz").value.uppercased())\"],[\"t\", \"boats\"],"
        + "[\"p\", \"\(key("pipkin").value)\", \"\", \"\"]],\"content\":"
        + "\"{\\\"wss://relay.example\\\":{\\\"read\\\":true,\\\"write\\\":true}}\"}\n")
    #expect(written.removed.map(\.line) == [1] && written.remaining.count == 2)
    let again = try Given.read(ImportSource(path: "x", bytes: written.bytes))
    #expect(again.accounts.map(\.key) == [key("moritz"), key("pipkin")])
    // A clock that runs behind must not make a list that relays ignore.
    let early = try NostrContacts.write(
      original: original, removing: removals, at: Date(timeIntervalSince1970: 1))
    #expect(String(decoding: early.bytes, as: UTF8.self).contains("\"created_at\":1700000001,"))
  }

  @Test("a list of nobody, or of a part, is never written (E2)")
  func refusals() throws {
    let original = try #require(try sample("contacts.json").original)
    let all = Removals(
      standing: ["edda", "moritz", "pipkin"].map {
        Decision(
          account: key($0), answer: .letGo, at: .distantPast, reason: nil, evidenceSeen: nil)
      })
    #expect(throws: OverwriteFailure.self) {
      try NostrContacts.write(original: original, removing: all, at: .distantPast)
    }
    let nothing = Removals(standing: [])
    for (bytes, isComplete) in [(original.bytes, false), (original.bytes.prefix(90), true)] {
      let part = OriginalDocument(
        format: original.format, path: "x", bytes: Data(bytes), isComplete: isComplete)
      #expect(throws: ExportFailure.self) {
        try NostrContacts.write(original: part, removing: nothing, at: .distantPast)
      }
    }
  }

  @Test("importing twice changes nothing (I3)")
  func idempotent() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    let inputs = [try sample("contacts.json"), try sample("events.jsonl")]
    _ = try pond.write(inputs, at: Given.options.now)
    let before = try pond.logicalDigest()
    _ = try pond.write(inputs, at: Given.options.now)
    #expect(try pond.logicalDigest() == before)
  }

  @Test("1,000 spoiled dumps: read or refused, and no list is trimmed to something else (T-I06)")
  func spoiled() throws {
    var spoiling = SpoiledBytes(seed: 8_001)
    let seeds = try ["contacts.json", "events.jsonl"].map {
      try Data(contentsOf: Repository.url("Samples/nostr/\($0)"))
    }
    var options = Given.options
    options.takesPartial = true
    var (read, written) = (0, 0)
    for round in 0..<1_000 {
      let source = ImportSource(path: "x", bytes: spoiling.spoil(seeds[round % 2]))
      guard let imported = try? NostrImport().read(source, options: options).first else { continue }
      read += 1
      guard let original = imported.original,
        let list = try? NostrContacts.write(
          original: original, removing: Removals(standing: []), at: options.now)
      else { continue }
      written += 1
      let followed = Set(imported.accounts.filter(\.followed).map(\.key))
      #expect(list.remaining == followed, "round \(round)")
    }
    #expect(read > 300 && written > 300)
  }
}

@Suite("Nostr, of others", .enabled(if: SharedData.file("nostr") != nil))
struct NostrSharedDataTests {
  private func read(_ name: String, me: String? = nil) throws -> Imported {
    var options = Given.options
    options.me = me
    let path = try #require(SharedData.file("nostr/\(name)")).path
    return try Given.read(try ImportSource(path: path), options)
  }

  @Test("the follow list, and the list without one of them")
  func contacts() throws {
    let imported = try read("synthetic-kind3.json")
    #expect(imported.accounts.count == 3 && imported.accounts.map(\.title) == ["alice", nil, nil])
    let removals = Removals(
      standing: [
        Decision(
          account: imported.accounts[2].key, answer: .letGo, at: .distantPast, reason: nil,
          evidenceSeen: nil)
      ])
    let written = try NostrContacts.write(
      original: try #require(imported.original), removing: removals, at: Given.options.now)
    #expect(written.remaining.count == 2)
  }

  @Test("the dump, seen by each of its people: as many acts as jq counts")
  func events() throws {
    let none = try read("synthetic-events.jsonl")
    #expect(none.posts.count == 18 && none.acts.isEmpty)
    let liker = try read(
      "synthetic-events.jsonl",
      me: "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b")
    #expect(liker.acts.count == 6 && liker.acts.allSatisfy { $0.kind == .liked })
    let booster = try read(
      "synthetic-events.jsonl",
      me: "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35")
    #expect(booster.acts.count == 6 && booster.acts.allSatisfy { $0.kind == .reshared })
  }
}
