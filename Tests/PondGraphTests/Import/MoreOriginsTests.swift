import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Origins that people bring most: video, podcasts, reading later, communities")
struct MoreOriginsTests {
  private let kettle = "UCexampleKettleCo0000001"
  private let ridge = "UCexampleRidgeWalks00002"

  // MARK: Video

  @Test("NewPipe and Piped: channels by id, PeerTube by name, other places as sites")
  func newPipe() throws {
    let list = try OriginSample("newpipe/subscriptions.json").input("newpipe")
    #expect(
      list.accounts.map(\.key) == [
        AccountKey(kind: .youtube, value: kettle), AccountKey(kind: .youtube, value: ridge),
        AccountKey(kind: .site, value: "sounds.example/tide-tables"),
        AccountKey(kind: .fediverse, value: "maren@tube.example"),
        AccountKey(kind: .site, value: "saltband.example"),
      ])
    #expect(list.accounts.allSatisfy(\.followed) && list.accounts[0].title == "Kettle & Company")
    #expect(list.skipped.count == 1 && list.skipped[0].isLoss)
    #expect(list.accounts[0].address?.written.hasSuffix("channel_id=\(kettle)") == true)
    #expect(try OriginSample("newpipe/piped.json").input("newpipe").accounts.count == 1)
  }

  @Test("Invidious: channels, and watched videos as pages, for their channel does not stand there")
  func invidious() throws {
    let list = try OriginSample("invidious/invidious_data.json").input("invidious")
    #expect(list.accounts.map(\.key.value) == [kettle, ridge])
    #expect(list.pageActs.map(\.kind) == [.watched, .watched] && list.posts.isEmpty)
  }

  @Test("FreeTube: the newest line of each profile, what was deleted left out; watched posts alone")
  func freeTube() throws {
    let sample = try OriginSample("freetube")
    let read = try #require(try sample.inputs().first { $0.format == "freetube" })
    #expect(read.accounts.map(\.key.value) == [kettle, ridge])
    #expect(read.accounts[1].tags == ["Walks"] && read.accounts[0].tags.isEmpty)
    #expect(read.acts.map(\.kind) == [.watched, .watched])
    #expect(read.acts.first { $0.account.value == kettle }?.at == seconds(1_779_700_000))
    #expect(read.posts.count == 2 && read.posts.allSatisfy(\.isKnownByActAlone))
    #expect(read.skipped.count == 1 && read.coverage.isEmpty)
  }

  // MARK: Podcasts

  @Test("AntennaPod: what was played and when; put away without playing is only seen")
  func antennaPod() throws {
    let read = try OriginSample("podcasts/AntennaPodBackup.db").input("antennapod")
    #expect(read.accounts.map(\.title) == ["Nuts", "Looked At"])
    #expect(read.accounts.map(\.followed) == [true, false])
    #expect(
      read.shortActs == [
        "watched n1", "starred n1", "watched n2",
        "seen n3",
      ])
    #expect(
      read.acts.map(\.at) == [1_778_100_000, nil, 1_778_700_000, nil].map { $0.map(seconds) })
    #expect(read.posts.count == 4 && read.posts.allSatisfy { $0.form == .episode })
  }

  @Test("gPodder: a playing counts, a flag does not; sections are folders")
  func gPodder() throws {
    let read = try OriginSample("podcasts/gpodder/Database").input("gpodder")
    #expect(read.accounts.first?.folders == [["Food"]] && read.posts.count == 3)
    #expect(read.shortActs == ["watched n1", "watched n2"])
    #expect(read.act(.watched, "n2")?.at == seconds(1_778_700_000))
  }

  @Test("the OPML that Apple's podcasts come in is an OPML as every other")
  func applePodcasts() throws {
    let read = try OriginSample("podcasts/apple-podcasts.opml").input("opml")
    #expect(read.accounts.map(\.key.value) == ["nut.example/rss"])
  }

  // MARK: Readers

  @Test("QuiteRSS and yarr: folders, what was read and starred", arguments: ["quiterss", "yarr"])
  func readers(format: String) throws {
    let path = format == "yarr" ? "yarr/storage.db" : "quiterss/feeds.db"
    let read = try OriginSample(path).input(format)
    #expect(read.accounts.map(\.title) == ["Beets"] && read.accounts[0].folders == [["Food"]])
    #expect(read.posts.count == 3)
    #expect(
      read.shortActs == [
        "read b1", "read b2", "starred b2",
      ])
    #expect(read.posts[0].published == FeedDate.parse("2026-05-01T10:00:00Z"))
    #expect(read.coverage.count == 1)
  }

  @Test("Nextcloud News: the stars, and no denominator: what was read is not in the file")
  func nextcloud() throws {
    let read = try OriginSample("nextcloud/articles.json").input("nextcloud-news")
    #expect(read.acts.map(\.kind) == [.starred] && read.posts.allSatisfy(\.isKnownByActAlone))
    #expect(read.accounts.allSatisfy { !$0.followed } && read.coverage.isEmpty)
  }

  // MARK: Reading later

  @Test(
    "what was saved for later: when, and what was starred or read",
    arguments: [
      ("raindrop.csv", "raindrop", ["saved", "saved", "starred"]),
      ("instapaper-export.csv", "instapaper", ["saved", "saved", "read"]),
      ("readwise.csv", "readwise", ["saved", "read", "saved"]),
      ("wallabag.json", "wallabag", ["saved", "starred", "read", "saved"]),
      ("omnivore-metadata.json", "omnivore", ["saved", "read", "saved"]),
      ("pinboard.json", "pinboard-json", ["saved", "read", "saved"]),
    ])
  func readingLater(file: String, format: String, kinds: [String]) throws {
    let read = try OriginSample("readlater/\(file)").input(format)
    #expect(read.pageActs.map(\.kind.rawValue) == kinds)
    #expect(read.pageActs[0].address.written == "https://beet.example/2026/beets")
    #expect(read.pageActs[0].at == FeedDate.parse("2026-05-01T10:00:00Z"))
    #expect(read.posts.isEmpty && read.accounts.isEmpty && read.skipped.isEmpty)
  }

  // MARK: Networks

  @Test("Lemmy: communities at their feeds, what was saved; what was blocked is not read")
  func lemmy() throws {
    let read = try OriginSample("lemmy/settings.json").input("lemmy")
    #expect(
      read.accounts.map(\.address?.written) == [
        "https://lemmy.example/feeds/c/pottery.xml",
        "https://other.example/feeds/c/kettles@lemmy.example.xml",
        "https://kbin.example/rss?magazine=harbours",
      ])
    #expect(read.accounts[1].title == "!kettles@lemmy.example")
    #expect(read.pageActs.map(\.kind) == [.saved, .saved] && read.skipped.count == 1)
  }

  @Test("mastodon-archive's JSON: marks, words both ways; nothing that is not public (I8)")
  func mastodonTool() throws {
    let read = try OriginSample("mastodon/pond.example.user.ada.json")
      .input("mastodon-archive-json")
    #expect(read.owner?.value == "ada@pond.example" && read.followers == 1)
    #expect(read.accounts.map(\.key.value) == ["lise@lake.example", "tom@pond.example"])
    let told = read.acts.map { "\($0.kind.rawValue) \($0.account.value)" }
    #expect(
      told == [
        "replied lise@lake.example", "wrote tom@pond.example", "reshared lise@lake.example",
        "liked lise@lake.example", "liked tom@pond.example", "saved lise@lake.example",
      ])
    #expect(read.addressed.map(\.account.value) == ["lise@lake.example"])
    #expect(read.posts.allSatisfy(\.isKnownByActAlone) && read.posts.count == 3)
    #expect(read.skipped.map(\.what) == ["3 posts of limited visibility"])
  }

  @Test("TikTok: whom one follows, since when; videos without a maker are counted")
  func tikTok() throws {
    let read = try OriginSample("tiktok/user_data.json").input("tiktok")
    #expect(read.accounts.map(\.title) == ["@kettle.invented", "@ridge.invented"])
    #expect(read.accounts[0].followedAt == FeedDate.parse("2026-01-02T10:00:00Z"))
    #expect(read.skipped.map(\.what) == ["1 liked video"])
  }

  @Test("Tumblr: every blog at its feed")
  func tumblr() throws {
    let read = try OriginSample("tumblr/following.json").input("tumblr-following")
    #expect(
      read.accounts.map(\.address?.written) == [
        "https://salt-marsh-example.tumblr.com/rss", "https://tides.example/rss",
      ])
    #expect(read.accounts.map(\.title) == ["Salt Marsh", "tides"])
  }

  // MARK: Bad input

  @Test(
    "a file that is cut short is refused with how much stands before the cut",
    arguments: [
      "newpipe/subscriptions.json", "lemmy/settings.json", "tiktok/user_data.json",
      "readlater/wallabag.json", "nextcloud/articles.json",
      "mastodon/pond.example.user.ada.json",
    ])
  func cutShort(sample: String) throws {
    let whole = try Data(contentsOf: Repository.url("Samples/\(sample)"))
    let shelf = try Shelf()
    try shelf.put(whole.prefix(whole.count * 9 / 10), "cut.json")
    #expect(throws: ImportFailure.self) {
      try Importers.read(
        shelf.file("cut.json"), as: nil, options: ImportOptions(now: Invented.now))
    }
  }
}
