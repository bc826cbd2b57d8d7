import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("NetNewsWire's account folder")
struct NetNewsWireImportTests {
  @Test("the list and both databases are read together (I2); the list can be trimmed")
  func together() throws {
    let sample = try OriginSample("netnewswire/OnMyMac")
    let inputs = try sample.inputs()
    #expect(inputs.map(\.format) == ["opml", "netnewswire"])
    #expect(inputs.first?.original?.format == "opml" && inputs.first?.accounts.count == 3)
    let imported = try #require(inputs.last)
    #expect(imported.account("tidepool.example/feed")?.tags == ["notifications"])
    #expect(imported.account("brass.example/rss")?.title == "Brass, mine")
    #expect(imported.accounts.count == 2 && imported.accounts.allSatisfy { $0.followed })
  }

  @Test("the folder is found below others, and two accounts are two inputs")
  func nested() throws {
    let shelf = try Shelf()
    for name in ["Accounts/OnMyMac", "Accounts/17_bo"] {
      let path = shelf.file(name)
      try FileManager.default.createDirectory(
        atPath: shelf.file("Accounts"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Repository.url("Samples/netnewswire/OnMyMac").path, toPath: path)
    }
    let inputs = try Importers.read(
      shelf.path, as: nil, options: ImportOptions(now: Invented.now))
    #expect(inputs.map(\.format).sorted() == ["netnewswire", "netnewswire", "opml", "opml"])
    #expect(Set(inputs.map(\.path)).count == 4)
  }

  @Test("articles older than 183 days when they came were not read, whatever the mark says (I6)")
  func markedOnArrival() throws {
    let imported = try OriginSample("netnewswire/OnMyMac").input("netnewswire")
    #expect(
      imported.shortActs == ["read tide-1", "read bread-1", "starred bread-1", "read brass-1"])
    #expect(imported.post("bread-0")?.observability == ReaderTrace.starsAlone)
    #expect(imported.post("bread-1")?.observability == ReaderTrace.netNewsWire)
    #expect(imported.warnings.first?.hasPrefix("1 articles were older than 183 days") == true)
  }

  @Test("the rule's edge: 183 days and no more")
  func edge() throws {
    let sample = try OriginSample("netnewswire/OnMyMac")
    try sample.change(
      """
      UPDATE statuses SET dateArrived = 1700000000.0 + 183 * 86400 WHERE articleID = 'a3';
      """, in: "DB.sqlite3")
    #expect(try sample.input("netnewswire").shortActs.contains("read bread-0"))
  }

  @Test("a feed of a service is told by the settings; one that nobody knows is a loss")
  func services() throws {
    let imported = try OriginSample("netnewswire/OnMyMac").input("netnewswire")
    #expect(imported.post("brass-1")?.account.value == "brass.example/rss")
    #expect(imported.skipped.map(\.isLoss).filter { $0 }.count == 1)
    #expect(imported.skipped.contains { $0.what == "1 states of articles" && !$0.isLoss })
    let first = try #require(imported.post("tide-1"))
    #expect(first.author == "Ines Holm, Odd Vik" && first.published == seconds(1_777_990_000.5))
    #expect(imported.post("tide-2")?.link?.written == "https://tidepool.example/2")
    #expect(imported.post("tide-2")?.excerpt == "Plain < words")
    #expect(imported.post("tide-2")?.form == .note)
  }

  @Test("how feeds answered is told; a server that is busy is not gone")
  func answers() throws {
    let imported = try OriginSample("netnewswire/OnMyMac").input("netnewswire")
    #expect(
      imported.reachability == [
        Reachability(
          account: AccountKey(kind: .feed, value: "slow-bread.example/atom.xml"),
          state: .unreachable(since: seconds(1_778_500_000)), at: seconds(1_778_500_000)),
        Reachability(
          account: AccountKey(kind: .feed, value: "tidepool.example/feed"), state: .reached,
          at: seconds(1_778_500_000)),
      ])
  }

  @Test("the database alone says nothing of who is followed")
  func alone() throws {
    let imported = try OriginSample("netnewswire/OnMyMac/DB.sqlite3").input("netnewswire")
    #expect(!imported.accounts.isEmpty && imported.accounts.allSatisfy { !$0.followed })
    #expect(imported.posts.count == 4)
  }
}
