import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Exports of Instagram, Threads and Facebook")
struct MetaImportTests {
  private func sample() throws -> ExportFixture { try ExportFixture(sample: "instagram") }

  /// The export itself, without the lists of other years beside it.
  private func whole() throws -> ExportFixture {
    try sample().renamed { $0.hasPrefix("instagram-") ? $0 : nil }
  }

  private func key(_ name: String) -> AccountKey {
    AccountKey(kind: .instagram, value: name + ".example")
  }

  @Test("whom the person follows since when, in both layouts: the name in the title, in the value")
  func follows() throws {
    let imported = try whole().imported("instagram")
    let followed = imported.accounts.filter(\.followed)
    #expect(followed.map(\.key) == ["nora", "kiln", "tides", "quay"].map(key))
    #expect(
      followed.map(\.followedAt?.timeIntervalSince1970) == [
        1_600_000_000, 1_600_000_100, 1_600_000_200, 1_600_000_300,
      ])
    #expect(followed.first?.site?.written == "https://www.instagram.com/_u/nora.example")
    #expect(followed.map(\.tags) == [["close friends"], [], ["favorites"], []])
    #expect(imported.followers == 3)
    #expect(imported.followerKeys == ["fan", "kiln", "nora"].map(key))
    #expect(imported.owner == key("mira"))
    // Of those that were left, one is followed again.
    #expect(imported.accounts.filter { !$0.followed }.map(\.key) == [key("gone")])
  }

  @Test("likes, comments, saves and story likes, with labels in a foreign language")
  func acts() throws {
    let imported = try whole().imported("instagram")
    let told = Set(
      imported.acts.map {
        "\($0.kind) \($0.account.value) \($0.post?.value ?? "-") \(Int($0.at?.timeIntervalSince1970 ?? 0))"
      })
    #expect(
      told == [
        "replied kiln.example - 1760010000",
        "liked nora.example instagram.com/p/example01 1760000000",
        "liked tides.example instagram.com/p/example02 1760003600",
        "saved tides.example instagram.com/p/example09 1760020000",
        "liked nora.example - 1760030000",
      ])
    #expect(
      imported.pageActs.map(\.address.written) == ["https://www.instagram.com/p/example03/"])
    let attention = try #require(imported.attention.first)
    #expect(attention.kind == .instagram && attention.observability == 0.25)
    #expect(attention.to.timeIntervalSince(attention.from) == 30_000)
  }

  @Test("bytes taken for characters are put right; what was right stays")
  func mojibake() throws {
    #expect(try whole().imported("instagram").accounts.first?.title == "Nóra Lind (@nora.example)")
    for text in ["Grüße 🌊", "日本", "é"] {
      let broken = String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
      #expect(broken != text && MetaText.repaired(broken) == text)
    }
    for text in ["Grüße", "plain", "日本", "é", ""] { #expect(MetaText.repaired(text) == text) }
  }

  @Test("messages are claimed and never opened; what is no follow is named (I1, I8)")
  func secrets() throws {
    let inputs = try whole().inputs()
    #expect(!String(describing: inputs).contains("SECRET"))
    let skipped = inputs.flatMap(\.skipped)
    #expect(skipped.contains { $0.what == "1 file with messages and log-ins" })
    #expect(skipped.contains { $0.what.hasPrefix("2 accounts blocked") })
    #expect(skipped.allSatisfy { !$0.isLoss })
    // Nor by any other way: what lies among messages is not opened, whatever it is called.
    for name in ["message_1.json", "following.json", "followers_1.json", "liked_posts.json"] {
      var more = try whole()
      let place = "your_instagram_activity/messages/inbox/connections/followers_and_following/"
      more.files.append((place + name, Data("{".utf8)))
      let read = try more.imported("instagram")
      #expect(try read.accounts == whole().imported("instagram").accounts)
      #expect(!read.skipped.contains { $0.isLoss })
    }
    var broken = try whole()
    let message = try #require(broken.files.first { $0.name.hasSuffix("message_1.json") }).name
    broken[message] = "{"
    #expect(try broken.imported("instagram").skipped == whole().imported("instagram").skipped)
  }

  @Test("Threads is kept apart")
  func threads() throws {
    let inputs = try whole().inputs()
    #expect(inputs.filter { $0.format == "instagram" }.count == 1)
    let threads = inputs.filter { $0.format == "threads" }
    #expect(
      threads.flatMap(\.accounts).map(\.key) == [AccountKey(kind: .threads, value: "nora.example")])
    #expect(threads.flatMap(\.followerKeys).map(\.value) == ["fan.example"])
    #expect(
      threads.flatMap(\.accounts).first?.followedAt == Date(timeIntervalSince1970: 1_720_000_000))
  }

  @Test("a missing part fails loudly (I2)")
  func missingPart() throws {
    let files = try whole().renamed { $0.hasSuffix("followers_1.json") ? nil : $0 }
    #expect(throws: ImportFailure.self) { try files.inputs() }
    var gap = try whole()
    let name = try #require(gap.files.first { $0.name.hasSuffix("followers_1.json") }).name
    gap[name.replacing("_1", with: "_4")] = "[]"
    #expect(throws: ImportFailure.self) { try gap.inputs() }
  }

  @Test("at the top, in one folder, in two; of two exports the newer (I2)")
  func layouts() throws {
    let known = try whole().imported("instagram")
    for folder in ["", "x/", "x/y/"] {
      let moved = try whole().renamed {
        folder + $0.split(separator: "/").dropFirst().joined(separator: "/")
      }
      let imported = try moved.imported("instagram")
      #expect(imported.accounts.filter(\.followed) == known.accounts.filter(\.followed))
    }
    var both = try whole()
    both.files += try whole().renamed { $0.replacing("2026-05-20", with: "2026-05-21") }.files
    let name = try #require(
      both.files.first {
        $0.name.contains("05-21") && $0.name.hasSuffix("/following.json")
          && $0.name.contains("connections")
      }
    )
    .name
    both[name] = #"{"relationships_following":[]}"#
    let imported = try both.imported("instagram")
    #expect(imported.accounts.allSatisfy { !$0.followed })
    #expect(imported.skipped.contains { $0.why == "there is a newer export beside it" })
  }

  @Test("an export is as old as its folder says; a label holds wherever its file lies (I9)")
  func datesAndLabels() throws {
    #expect(try whole().imported("instagram").madeAt == FeedDate.parse("2026-05-20"))
    let nameless = try whole().renamed { $0.replacing("2026-05-20", with: "x") }
    #expect(try nameless.imported("instagram").madeAt == nil)
    let list = """
      {"relationships_close_friends":[{"title":"","string_list_data":[{"href":
      "https://www.instagram.com/bob.example","value":"bob.example","timestamp":1700000000}]}]}
      """
    let alone = try #require(
      try ExportFixture.single("close_friends.json", Data(list.utf8)).first)
    #expect(alone.accounts.map(\.tags) == [["close friends"]])
    #expect(alone.accounts.map(\.followed) == [false])
  }

  @Test("Facebook: a friend is followed since the friendship, and each file says which list it is")
  func facebookLists() throws {
    func file(_ list: String, _ names: [(String, Int)]) -> Data {
      let entries = names.map { "{\"name\":\"\($0.0)\",\"timestamp\":\($0.1)}" }
      return Data("{\"\(list)\":[\(entries.joined(separator: ","))]}".utf8)
    }
    let friends = file("friends_v2", [("Ada A", 1_400_000_000), ("Bob B", 1_400_000_100)])
    let follows = file("following_v3", [("Ada A", 1_500_000_000), ("Page P", 1_500_000_100)])
    #expect(try ExportFixture.single("a.json", friends).first?.listID == "friends")
    #expect(try ExportFixture.single("b.json", follows).first?.listID == "following")
    for folder in ["connections/friends/", "a/connections/friends/"] {
      var both = ExportFixture([])
      both.files = [
        (folder + "who_you_follow.json", follows), (folder + "your_friends.json", friends),
      ]
      let imported = try both.imported("facebook")
      #expect(imported.listID == nil)
      let since = Dictionary(
        uniqueKeysWithValues: imported.accounts.map { ($0.key.value, $0.followedAt) })
      #expect(since["Ada A"] == Date(timeIntervalSince1970: 1_400_000_000))
      #expect(since["Page P"] == Date(timeIntervalSince1970: 1_500_000_100) && since.count == 3)
    }
  }

  @Test("each file for itself, and the lists of other years")
  func singles() throws {
    let fixture = try sample()
    func single(_ ending: String) throws -> Imported {
      try #require(try ExportFixture.single(ending, fixture.bytes(ending)).first)
    }
    #expect(try single("followers_1.json").followers == 2)
    #expect(try single("followers_and_following/following.json").accounts.count == 4)
    #expect(try single("liked_posts.json").acts.count == 2)
    #expect(try single("post_comments_1.json").acts.count == 2)
    let old = try single("connections_2020.json")
    #expect(old.accounts.map(\.key) == ["kiln", "nora"].map(key) && old.followers == 1)
    #expect(old.accounts.last?.followedAt == Date(timeIntervalSince1970: 1_546_336_800))
    let likes = try single("liked_posts_2021.json")
    #expect(likes.acts.map(\.account) == [key("nora")])
    #expect(likes.acts.first?.at == Date(timeIntervalSince1970: 1_586_014_496))
  }

  @Test("web pages are refused with what to ask for")
  func webPages() throws {
    let page =
      "<html><head></head><body class=\"_5vb_\"><div class=\"_a706\">Anhänger</div></body></html>"
    #expect(throws: ImportFailure.self) {
      try ExportFixture.single("following.html", Data(page.utf8))
    }
    let files = ExportFixture([("connections/followers_and_following/following.html", page)])
    do {
      _ = try files.inputs()
      Issue.record("it was read")
    } catch let failure as ImportFailure {
      #expect(failure.advice?.contains("JSON") == true)
    }
  }

  @Test("Facebook has names alone: friends, who are mutual, and follows")
  func facebook() throws {
    let inputs = try ExportFixture(sample: "facebook").inputs()
    let imported = try #require(inputs.first)
    #expect(inputs.count == 1 && imported.format == "facebook")
    let followed = imported.accounts
    #expect(followed.allSatisfy { $0.followed && $0.key.kind == .facebook })
    #expect(Set(followed.map(\.key.value)) == ["Altes Fährhaus", "María Lind", "Tom Brandt"])
    #expect(imported.followers == 2)
    #expect(!String(describing: inputs).contains("SECRET"))
    #expect(imported.skipped.contains { $0.what == "1 account removed or asked" })
    let twins =
      #"{"friends_v2":[{"name":"A","timestamp":1},{"name":"A","timestamp":2},{"name":" "}]}"#
    let two = try #require(try ExportFixture.single("f.json", Data(twins.utf8)).first)
    #expect(two.accounts.count == 1 && two.warnings.count == 1)
    #expect(two.skipped.count { $0.isLoss } == 1)
  }

  @Test("twice changes nothing (I3); damaged copies never crash (T-I06)")
  func twiceAndDamaged() throws {
    #expect(try ExportFixture.second(whole().inputs()) == 0)
    #expect(try ExportFixture.second(ExportFixture(sample: "facebook").inputs()) == 0)
    let fixture = try sample()
    for (name, fewest) in [
      ("followers_1.json", 10), ("followers_and_following/following.json", 10),
      ("liked_posts.json", 10), ("post_comments_1.json", 10), ("connections_2020.json", 10),
    ] {
      let read = try ExportFixture.survive(InstagramImport(), name, fixture.bytes(name))
      #expect(read > fewest)
    }
    let friends = try ExportFixture(sample: "facebook").bytes("your_friends.json")
    #expect(try ExportFixture.survive(FacebookImport(), "your_friends.json", friends) > 10)
  }

  @Test("other JSON is not Meta's (I2)")
  func recognition() {
    let others = [
      #"{"@context":"https://w.example","following":"https://a.example/f","followers":"https://a.example/g"}"#,
      #"[{"title":"x"}]"#, "[]", "{}", "[1]", #"{"follows":[],"subject":{}}"#,
    ]
    for text in others {
      let source = ImportSource(path: "a.json", bytes: Data(text.utf8))
      for importer in [InstagramImport(), ThreadsImport(), FacebookImport()] as [any Importer] {
        #expect(!importer.recognizes(source), "\(importer.format): \(text)")
      }
    }
  }

  @Test(
    "the export of 2026: as many as jq counts",
    .enabled(if: SharedData.file("instagram") != nil),
    arguments: ["synthetic-instagram-export-2026.zip", "synthetic"])
  func real(name: String) throws {
    let url = try #require(SharedData.file("instagram/\(name)"))
    let inputs = try Importers.read(url.path, as: nil, options: ExportFixture.options)
    let imported = try #require(inputs.first { $0.format == "instagram" })
    #expect(imported.accounts.count { $0.followed } == 10 && imported.followers == 8)
    let kinds = Dictionary(grouping: imported.acts, by: \.kind).mapValues(\.count)
    #expect(kinds == [.liked: 15, .replied: 7, .saved: 1])
    #expect(imported.owner?.value == "demo.user")
    #expect(inputs.filter { $0.format == "threads" }.flatMap(\.accounts).count == 1)
    #expect(try ExportFixture.second(inputs) == 0)
  }

  @Test(
    "the lists of other years, and Facebook's", .enabled(if: SharedData.file("instagram") != nil))
  func realOthers() throws {
    func read(_ path: String) throws -> [Imported] {
      let url = try #require(SharedData.file(path))
      return try Importers.read(url.path, as: nil, options: ExportFixture.options)
    }
    let legacy = try read("instagram/synthetic-legacy")
    #expect(legacy.flatMap(\.accounts).count { $0.followed } == 6)
    #expect(legacy.flatMap(\.acts).count == 1)
    let facebook = try read("facebook/synthetic").flatMap(\.accounts)
    #expect(
      Set(facebook.map(\.key.value)) == [
        "Altes Fährhaus Unna", "Hey Cheeky", "María García", "Tom Lee",
      ])
  }
}
