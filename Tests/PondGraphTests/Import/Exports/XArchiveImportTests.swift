import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("X archives")
struct XArchiveImportTests {
  private static let first: UInt64 = 9_000_000_000_000_000_000

  private func key(_ number: UInt64) -> AccountKey {
    AccountKey(kind: .x, value: String(Self.first + number))
  }

  private func sample() throws -> ExportFixture { try ExportFixture(sample: "x") }

  @Test("whom the person follows, by number, with the handles and names their tweets tell")
  func follows() throws {
    let imported = try sample().imported("x-archive")
    let followed = imported.accounts.filter(\.followed)
    #expect(followed.map(\.key) == [2, 3, 4, 5, 7].map { key($0) })
    #expect(
      followed.map(\.title) == [
        "Nora Lind (@nora_example)", "Kiln & Co (@kiln_example)", "Tide Tables (@tides_example)",
        "Old Harbour (@harbour_example)", nil,
      ])
    #expect(
      followed.first?.site?.written
        == "https://twitter.com/intent/user?user_id=9000000000000000002")
    #expect(followed.map(\.tags) == [[], [], [], ["muted"], []])
    #expect(imported.owner == key(1) && imported.followers == 3)
    #expect(imported.followerKeys == [2, 6, 8].map { key($0) })
    #expect(imported.isComplete)
  }

  @Test("replies, reposts, quotes, mentions and clicks are acts; words to oneself are none (I7)")
  func acts() throws {
    let imported = try sample().imported("x-archive")
    let told = imported.acts.map {
      "\($0.kind) \($0.account.value.suffix(1)) \($0.post?.value ?? "-")"
    }
    #expect(
      told == [
        "replied 2 x.com/i/web/status/1700000000000000001",
        "reshared 3 x.com/i/web/status/1700000000000000002",
        "reshared 4 -",
        "quoted 2 x.com/i/web/status/1700000000000000003",
        "wrote 2 -", "wrote 6 -", "wrote 4 -",
        "opened 2 x.com/i/web/status/1700000000000000001",
      ])
    #expect(imported.acts.first?.at == Date(timeIntervalSince1970: 1_704_704_400))
    #expect(
      imported.acts.first?.post
        == PostID(
          writtenID: nil, link: "https://x.com/i/web/status/1700000000000000001", title: nil,
          published: nil))
    // The stranger got words and is not followed.
    #expect(imported.accounts.filter { !$0.followed }.map(\.key) == [key(6)])
    #expect(imported.pageActs.map(\.address.written).first == "https://bridge.example/left-bank")
    #expect(imported.posts.isEmpty && imported.coverage.isEmpty)
  }

  @Test("years before there was X are no dates; the stretch of attention is the tweets'")
  func dates() throws {
    let imported = try sample().imported("x-archive")
    #expect(imported.acts.filter { $0.at == nil }.map(\.kind) == [.wrote])
    let attention = try #require(imported.attention.first)
    #expect(attention.kind == .x && attention.observability == 0.1)
    #expect(attention.from == Date(timeIntervalSince1970: 1_704_704_400))
    #expect(attention.to == Date(timeIntervalSince1970: 1_705_222_800))
  }

  @Test("what cannot be known is said: likes, a quote without an author, clicks, lists")
  func remarks() throws {
    let imported = try sample().imported("x-archive")
    #expect(imported.warnings.contains { $0.contains("4 likes") })
    #expect(
      imported.warnings.contains("data/like.js should hold 5 records and holds 4."))
    #expect(imported.skipped.contains { $0.what == "1 tweet quoted or passed on" && !$0.isLoss })
    #expect(imported.skipped.contains { $0.what.hasPrefix("1 click on") })
    #expect(imported.skipped.contains { $0.what == "1 list" })
  }

  @Test(
    "a like is dated by its tweet's number, and met where somebody's feed shows the tweet (E-8)")
  func likes() throws {
    let imported = try sample().imported("x-archive")
    let liked = imported.pageActs.filter { $0.kind == .liked }
    #expect(liked.count + imported.acts.count { $0.kind == .liked } == 4)
    #expect(liked.allSatisfy { $0.address.written.hasPrefix("https://x.com/i/web/status/") })
    var likes = XLikes()
    likes.take(.object(["like": .object(["tweetId": .string("1050118621198921728")])]))
    likes.take(.object(["like": .object(["tweetId": .string("20")])]))
    likes.take(.object([:]))
    let told = likes.acts([20: 7], now: Invented.now)
    #expect(told.acts.map(\.account.value) == ["7"] && told.acts.first?.at == nil)
    #expect(told.pages.first?.at == seconds(1_539_202_764.211) && likes.nameless == 1)
  }

  @Test("direct messages and addresses are claimed and never opened (I8)")
  func secrets() throws {
    let inputs = try sample().inputs()
    #expect(inputs.count == 1)
    let said = String(describing: inputs)
    #expect(!said.contains("SECRET"))
    #expect(
      inputs[0].skipped.filter { $0.what.hasPrefix("2 files with direct messages") }.count == 1)
    var broken = try sample()
    broken["data/direct-messages.js"] = "this is no JavaScript at all"
    #expect(try broken.imported("x-archive").skipped == inputs[0].skipped)
    let alone = Data("window.YTD.direct_messages.part0 = [ {\"text\":\"SECRET\"} ]".utf8)
    let imported = try #require(try ExportFixture.single("direct-messages.js", alone).first)
    #expect(imported.accounts.isEmpty && imported.acts.isEmpty && imported.skipped.count == 1)
  }

  @Test(
    "a folder around it, data/ alone, files at the top, a folder on the disk (I2)",
    arguments: ["twitter-2024-02-01-abc/data/", "data/", "", "a/b/c/"])
  func layouts(folder: String) throws {
    let whole = try sample().imported("x-archive")
    let moved = try sample().renamed { $0.replacing("data/", with: folder) }
    var extra = moved
    extra["__MACOSX/" + folder + "._following.js"] = "\u{0}\u{5}\u{16}\u{7}"
    let imported = try extra.imported("x-archive")
    #expect(imported.accounts == whole.accounts && imported.acts == whole.acts)
    #expect(imported.followerKeys == whole.followerKeys)
    let disk = try Importers.read(
      Repository.url("Samples/x").path, as: nil, options: ExportFixture.options)
    #expect(disk.count == 1 && disk[0].accounts == whole.accounts && disk[0].acts == whole.acts)
  }

  @Test("every file can be read for itself")
  func singles() throws {
    for (name, bytes) in try sample().files {
      let imported = try #require(try ExportFixture.single(name, bytes).first)
      #expect(imported.format == "x-archive")
      #expect(imported.accounts.count { $0.followed } == (name.hasSuffix("following.js") ? 5 : 0))
    }
  }

  @Test("a part that is announced, or must be there, and is missing: refused, loudly (I2)")
  func missingParts() throws {
    let whole = try sample()
    for lost in ["following", "tweets"] {
      let files = whole.renamed { $0 == "data/\(lost).js" ? nil : $0 }
      #expect(throws: ImportFailure.self) { try files.inputs() }
      var options = ExportFixture.options
      options.takesPartial = true
      let partial = try files.imported("x-archive", options)
      #expect(!partial.isComplete && partial.skipped.contains { $0.isLoss })
    }
    var gap = whole.renamed { $0.hasSuffix("manifest.js") ? nil : $0 }
    gap["data/following-part2.js"] = "window.YTD.following.part2 = [ ]"
    #expect(throws: ImportFailure.self) { try gap.inputs() }
    gap["data/following-part1.js"] = """
      window.YTD.following.part1 = [ {"following":{"accountId":"9000000000000000011"}} ]
      """
    #expect(try gap.imported("x-archive").accounts.count { $0.followed } == 6)
  }

  @Test("who follows is a part that nobody needs: its absence is named (R-9, S2)")
  func missingFollowers() throws {
    let whole = try sample()
    let files = whole.renamed { $0 == "data/follower.js" ? nil : $0 }
    let imported = try files.imported("x-archive")
    #expect(imported.isComplete)
    #expect(imported.accounts == (try whole.imported("x-archive")).accounts)
    #expect(imported.skipped.filter(\.isLoss).map(\.what) == ["data/follower.js"])
  }

  @Test("what a file holds, by its name")
  func contents() {
    for (name, content) in [
      ("data/following-part12.js", "following"), ("data/direct-messages.js", "direct_messages"),
      ("data/part.js", "part"), ("tweets-part.js", "tweets_part"), ("x-part1", "x"),
      ("data/tweet-part1-part2.js", "tweet_part1"), ("data/a2.js", "a2"),
    ] {
      #expect(XArchiveLayout.content(ofFile: name) == content, "\(name)")
    }
  }

  @Test("of two archives in one container the newer is read, the other named")
  func twoExports() throws {
    var both = try sample().renamed { "old/" + $0 }
    both["old/data/manifest.js"] = try sample()["data/manifest.js"]
      .replacing("2024-02-01", with: "2023-02-01")
    both.files += try sample().renamed { "new/" + $0 }.files
    both["new/data/following.js"] =
      "window.YTD.following.part0 = [ {\"following\":{\"accountId\":\"9000000000000000042\"}} ]"
    let inputs = try both.inputs()
    #expect(inputs.count == 1)
    #expect(inputs[0].accounts.filter(\.followed).map(\.key) == [key(42)])
    #expect(inputs[0].skipped.contains { $0.what == "old/data" })
  }

  @Test("an archive says when it was made")
  func made() throws {
    var files = try sample()
    let manifest = files["data/manifest.js"]
    let start = try #require(manifest.range(of: "\"generationDate\""))
    let made = try #require(manifest[start.upperBound...].firstMatch(of: /"([^"]+)"/))
    #expect(try files.imported("x-archive").madeAt == FeedDate.parse(String(made.output.1)))
    files["data/manifest.js"] = manifest.replacing("generationDate", with: "otherDate")
    #expect(try files.imported("x-archive").madeAt == nil)
  }

  @Test("files that a formatter went over: names without quotes, single quotes, a semicolon")
  func reformatted() throws {
    var files = try sample()
    files["data/following.js"] = """
      \u{FEFF}window.YTD.following.part0 = [
        { following: { accountId: '9000000000000000002', userLink: 'https://x.example/"a"', }, },
        { following: { accountId: "9000000000000000003" } },
      ];
      """
    let followed = try files.renamed { $0.hasSuffix("manifest.js") ? nil : $0 }
      .imported("x-archive").accounts.filter(\.followed)
    #expect(followed.map(\.key) == [key(2), key(3)])
    #expect(followed.first?.site?.written == "https://x.example/\"a\"")
  }

  @Test("items without a wrapper, as before 2020, and tweet.js instead of tweets.js")
  func oldLayout() throws {
    let imported = try ExportFixture([
      ("account.js", "window.YTD.account.part0 = [ {\"accountId\":\"9000000000000000001\"} ]"),
      ("following.js", "window.YTD.following.part0 = [ {\"accountId\":\"9000000000000000002\"} ]"),
      (
        "tweet.js",
        """
        window.YTD.tweet.part0 = [ { "id_str":"5", "created_at":"Mon Jan 08 09:00:00 +0000 2018",
          "in_reply_to_user_id_str":"9000000000000000002", "in_reply_to_status_id_str":"4",
          "in_reply_to_screen_name":"nora_example", "full_text":"yes" } ]
        """
      ),
    ]).imported("x-archive")
    #expect(imported.accounts.map(\.title) == ["@nora_example"])
    #expect(imported.acts.map(\.kind) == [.replied])
  }

  @Test("the layout of before August 2018: no follows, but acts; a missing month is loud")
  func grailbird() throws {
    let files = ExportFixture([
      (
        "data/js/tweet_index.js",
        """
        var tweet_index =  [ { "file_name" : "data\\/js\\/tweets\\/2014_01.js", "year" : 2014,
          "var_name" : "tweets_2014_01", "tweet_count" : 1, "month" : 1 } ]
        """
      ),
      (
        "data/js/tweets/2014_01.js",
        """
        Grailbird.data.tweets_2014_01 = 
         [ { "created_at" : "2014-01-31 22:00:00 +0000", "id_str" : "77", "text" : "RT @nora_example: x",
         "user" : { "id_str" : "9000000000000000001", "screen_name" : "mira_example" },
         "retweeted_status" : { "id_str" : "76",
           "user" : { "id_str" : "9000000000000000002", "name" : "Nora", "screen_name" : "nora_example" } },
         "entities" : { "user_mentions" : [ ] } } ]
        """
      ),
    ])
    let imported = try files.imported("x-archive")
    #expect(imported.owner == key(1))
    #expect(
      imported.acts == [
        Act(
          account: key(2), post: PostID("x.com/i/web/status/76"), kind: .reshared,
          at: Date(timeIntervalSince1970: 1_391_205_600))
      ])
    #expect(imported.accounts.map(\.title) == ["Nora (@nora_example)"])
    #expect(throws: ImportFailure.self) {
      try files.renamed { $0.hasSuffix("2014_01.js") ? nil : $0 }.inputs()
    }
  }

  @Test("whose a lone tweets.js is: --me, or an answer to an own tweet")
  func owner() throws {
    let tweets = Data(try sample()["data/tweets.js"].utf8)
    let proven = try #require(try ExportFixture.single("tweets.js", tweets).first)
    #expect(proven.owner == key(1))
    var options = ExportFixture.options
    options.me = "@Nora_Example"
    let told = try #require(
      try ExportFixture.single(
        "tweets.js",
        Data(try sample()["data/tweets.js"].replacing("\"in_reply_to", with: "\"x").utf8),
        options
      ).first)
    #expect(told.owner == key(2) && !told.acts.contains { $0.account == key(2) })
  }

  @Test("one bad record costs itself; a cut file is refused or taken in part (I3, T-I05)")
  func damage() throws {
    var files = try sample()
    files["data/following.js"] = """
      window.YTD.following.part0 = [
        {"following":{"accountId":"9000000000000000002"}}, {"following":{}}, 17,
        {"following":{"accountId":"9000000000000000003","x":NaN,"y":1e999999,"z":"\\ud800"}},
        {"following":{"accountId":99999999999999999999999}} ]
      """
    let imported = try files.imported("x-archive")
    #expect(imported.accounts.filter(\.followed).map(\.key) == [key(2), key(3)])
    #expect(imported.skipped.count { $0.isLoss } == 3)
    files["data/following.js"] =
      "window.YTD.following.part0 = [ {\"following\":{\"accountId\":\"1\"}},"
    #expect(throws: ImportFailure.self) { try files.inputs() }
  }

  @Test("importing twice changes nothing (I3); damaged copies never crash (T-I06)")
  func twiceAndDamaged() throws {
    #expect(try ExportFixture.second(sample().inputs()) == 0)
    for name in ["data/tweets.js", "data/following.js", "data/user-link-clicks.js"] {
      let bytes = Data(try sample()[name].utf8)
      #expect(try ExportFixture.survive(XArchiveImport(), name, bytes) > 10)
    }
  }

  @Test("objects in objects without end are passed (T-I05)")
  func depth() throws {
    for (name, member) in [("following", "following"), ("tweets", "tweet"), ("account", "x")] {
      let deep = String(repeating: "{\"\(member)\":", count: 200_000)
      let text = "window.YTD.\(name).part0 = [ \(deep)1\(String(repeating: "}", count: 200_000)) ]"
      let imported = try #require(
        try ExportFixture.single("\(name).js", Data(text.utf8)).first)
      #expect(imported.accounts.isEmpty && imported.acts.isEmpty)
    }
  }

  @Test("other scripts are none of X's (I2)")
  func recognition() {
    for text in ["var x = 1", "window.x = []", "{}", "window.YTD = 3", "window.YTD.a.b = []", "="] {
      #expect(!XArchiveImport().recognizes(ImportSource(path: "a.js", bytes: Data(text.utf8))))
    }
  }

  @Test(
    "the real archive of 2021: as many follows, followers and acts as jq counts",
    .enabled(if: SharedData.file("twitter/rti-mla-2021") != nil))
  func real() throws {
    let url = try #require(SharedData.file("twitter/rti-mla-2021"))
    let inputs = try Importers.read(url.path, as: nil, options: ExportFixture.options)
    let imported = try #require(inputs.first)
    #expect(inputs.count == 1 && imported.owner?.value == "1321902678188974081")
    let followed = imported.accounts.filter(\.followed)
    #expect(followed.count == 124 && imported.followers == 111)
    #expect(followed.count { $0.title != nil } == 13)
    #expect(imported.warnings.contains { $0.contains("29 likes") })
    let kinds = Dictionary(grouping: imported.acts, by: \.kind).mapValues(\.count)
    #expect(kinds == [.reshared: 12, .wrote: 16])
    #expect(try ExportFixture.second(inputs) == 0)
  }

  @Test(
    "the fixture of 2019",
    .enabled(if: SharedData.file("twitter/dogsheep-fixture") != nil))
  func dogsheep() throws {
    let url = try #require(SharedData.file("twitter/dogsheep-fixture"))
    let imported = try #require(
      try Importers.read(url.path, as: nil, options: ExportFixture.options)
        .first { $0.format == "x-archive" })
    #expect(imported.owner?.value == "12497")
    #expect(imported.accounts.map(\.key.value) == ["547842573", "12158"])
    #expect(imported.followers == 2)
  }
}
