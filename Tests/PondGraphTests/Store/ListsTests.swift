import Foundation
import Testing

@testable import PondGraph

@Suite("Lists that take each other's place")
struct ListsTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
  }

  private func list(
    _ path: String, _ names: [String], format: String = "opml", title: String? = nil,
    id: String? = nil, owner: AccountKey? = nil, date: Date? = nil, since: [String: Date] = [:]
  ) -> Imported {
    var list = Invented.list(
      path, names.map { Invented.mention($0, title: "The \($0)", followedAt: since[$0]) },
      format: format, text: names.joined(separator: " "), date: date)
    list.listTitle = title
    list.listID = id
    list.owner = owner
    return list
  }

  private func followed() throws -> Set<String> {
    Set(try pond.accounts().filter(\.isFollowed).map { String($0.key.value.prefix { $0 != "." }) })
  }

  private func write(
    _ list: Imported, _ placing: ListPlacing = .recognized, allowsEmpty: Bool = false
  ) throws -> ImportSummary.Succession {
    try pond.write(list, at: Invented.now, allowsEmpty: allowsEmpty, placing: placing).succession
  }

  @Test("a list that shares most of an older one takes its place, and says who left (I11)")
  func newer() throws {
    _ = try write(list("may.opml", ["a", "b", "c"]))
    let said = try write(list("june.opml", ["a", "b", "d"]))
    #expect(said.replaced.map { $0.hasSuffix("may.opml") } == [true])
    #expect(said.left == 1 && said.came == 1 && said.undecided.map(\.title) == ["The c"])
    #expect(try followed() == ["a", "b", "d"])
    let kept = try pond.originals(format: "opml").map(\.document.path)
    #expect(kept.count == 1 && kept.allSatisfy { $0.hasSuffix("june.opml") })
    // Known still, and by its name.
    #expect(try pond.accounts().first { $0.key == Invented.key("c") }?.title == "The c")
    // What was replaced stays so, however often it is imported (I3).
    let again = try write(list("may.opml", ["a", "b", "c"]))
    #expect(again.replaced.isEmpty && again.newer?.hasSuffix("june.opml") == true)
    #expect(try followed() == ["a", "b", "d"])
  }

  @Test("title, id or stem tell a list where it shares enough; nothing tells two strangers")
  func recognition() throws {
    let many = (0..<20).map { "x\($0)" }
    _ = try write(list("one.opml", many, title: "Mine"))
    // Half of the larger is shared, and the title is the same.
    let titled = try write(
      list("two.opml", Array(many.prefix(12)) + (0..<12).map { "y\($0)" }, title: "Mine"))
    #expect(titled.replaced.count == 1)
    let other = try write(list("three.opml", ["z1", "z2", "z3"], title: "Mine"))
    #expect(other.replaced.isEmpty)
    _ = try write(list("feeds-2026-05-01.opml", ["k1", "k2", "k3", "k4"]))
    let stem = try write(list("feeds-2026-06-01 (1).opml", ["k1", "k2", "k5", "k6", "k7"]))
    #expect(stem.replaced.count == 1)
    _ = try write(list("p.opml", ["p1", "p2"], id: "https://me.example/"))
    let told = try write(list("q.opml", ["p1", "q2", "q3", "q4"], id: "https://me.example/"))
    #expect(told.replaced.count == 1)
  }

  @Test("networks' lists are told by their owner, and two owners never take each other's place")
  func owners() throws {
    let me = AccountKey(kind: .fediverse, value: "me@home.example")
    let you = AccountKey(kind: .fediverse, value: "you@home.example")
    let format = "mastodon-following"
    _ = try write(list("m1.csv", ["a", "b", "c"], format: format, owner: me))
    #expect(
      try write(list("y.csv", ["a", "b", "c"], format: format, owner: you)).replaced.isEmpty)
    let shrunk = try write(list("m2.csv", ["a"], format: format, owner: me))
    #expect(shrunk.replaced.count == 1 && shrunk.left == 2 && shrunk.undecided.isEmpty)
    #expect(try followed() == ["a", "b", "c"])
  }

  @Test("a part of a list takes nobody away; --replaces says that it is the whole (I11)")
  func part() throws {
    let many = (0..<10).map { "x\($0)" }
    _ = try write(list("all.opml", many, title: "Mine"))
    let part = try write(list("some.opml", Array(many.prefix(3)), title: "Mine"))
    #expect(part.replaced.isEmpty && part.narrowness == .part(of: 10))
    #expect(try followed().count == 10)
    let whole = try write(
      list("some.opml", Array(many.prefix(3)), title: "Mine"), .replacing("all.opml"))
    #expect(whole.left == 7)
    #expect(try followed().count == 3)
  }

  @Test("an export that goes back to a date only takes nobody away, at the same path too (I11)")
  func range() throws {
    let dates = ["a": 1.0, "b": 2, "c": 3, "d": 4].mapValues { Invented.day($0 * 100 - 600) }
    _ = try write(list("ig", ["a", "b", "c", "d"], format: "instagram", since: dates))
    let narrow = try write(list("ig", ["d"], format: "instagram", since: dates))
    #expect(narrow.narrowness == .since(try #require(dates["d"])))
    #expect(try followed() == ["a", "b", "c", "d"])
    // Somebody newer is missing: that no range explains.
    let whole = try write(list("ig", ["a", "b", "d"], format: "instagram", since: dates))
    #expect(whole.narrowness == nil && whole.left == 1)
    #expect(try followed() == ["a", "b", "d"])
    // Whom the person let go leaves no gap.
    try pond.append(Invented.decision("a", .letGo))
    let done = try write(list("ig", ["b", "d"], format: "instagram", since: dates))
    #expect(done.narrowness == nil && done.done == 1 && done.undecided.isEmpty)
  }

  @Test("a list that was cut short takes nobody's place")
  func cutShort() throws {
    _ = try write(list("may.opml", ["a", "b", "c"]))
    var cut = list("june.opml", ["a", "b"])
    cut.isComplete = false
    #expect(try write(cut).replaced.isEmpty)
    #expect(try followed() == ["a", "b", "c"])
  }

  @Test("an empty newer version is refused, unless it is said that it is empty")
  func empty() throws {
    _ = try write(list("dir/feeds.opml", ["a", "b"]))
    #expect(throws: StoreFailure.self) { try write(list("new/feeds.opml", [])) }
    #expect(try followed() == ["a", "b"])
    _ = try write(list("new/feeds.opml", []), allowsEmpty: true)
    #expect(try followed().isEmpty)
  }

  @Test(
    "two lists that each claim to replace the other: the last word counts, and no circle is made")
  func claims() throws {
    _ = try write(list("a.opml", ["a", "b", "c"]))
    _ = try write(list("b.opml", ["a", "b", "d"]), .replacing("a.opml"))
    #expect(try followed() == ["a", "b", "d"])
    let back = try write(list("a.opml", ["a", "b", "c"]), .replacing("b.opml"))
    #expect(try followed() == ["a", "b", "c"])
    #expect(back.left == 1 && back.came == 1)
    let lists = try pond.lists()
    #expect(lists.count { $0.state == .counts } == 1 && lists.count == 2)
    _ = try write(list("b.opml", ["a", "b", "d"]), .beside)
    #expect(try followed() == ["a", "b", "c", "d"])
    #expect(throws: ListFailure.self) {
      try write(list("c.opml", ["e"]), .replacing("nobody.opml"))
    }
  }

  @Test("of two that say when they were made the younger counts, whichever comes first (I9)")
  func dates() throws {
    _ = try write(list("june.opml", ["a", "b", "d"], date: Invented.day(-1)))
    let older = try write(list("may.opml", ["a", "b", "c"], date: Invented.day(-30)))
    #expect(older.replaced.isEmpty && older.newer?.hasSuffix("june.opml") == true)
    #expect(try followed() == ["a", "b", "d"])
  }

  @Test("a date that is still to come is nobody's: it keeps no newer list away")
  func datesAhead() throws {
    _ = try write(list("may.opml", ["a", "b", "c"], date: Invented.day(9_000)))
    #expect(try write(list("june.opml", ["a", "b", "d"], date: Invented.day(-1))).left == 1)
    #expect(try followed() == ["a", "b", "d"])
  }

  @Test("an export that says when it was made is a list with a date, with or without a copy (I9)")
  func madeAt() throws {
    func export(_ path: String, _ names: [String], _ days: Double) -> Imported {
      var export = list(path, names, format: "x-archive")
      (export.original, export.madeAt) = (nil, Invented.day(days))
      return export
    }
    _ = try write(export("november.zip", ["a", "b", "d"], -10))
    let older = try write(export("may.zip", ["a", "b", "c"], -200))
    #expect(older.replaced.isEmpty && older.newer?.hasSuffix("november.zip") == true)
    #expect(try followed() == ["a", "b", "d"])
  }

  @Test("since when somebody is followed outlives the list that told it, as long as they are (I9)")
  func since() throws {
    let me = AccountKey(kind: .bluesky, value: "did:plc:me")
    let dates = ["a": Invented.day(-90), "c": Invented.day(-80)]
    var dated = list(
      "repo.car", ["a", "b", "c"], format: "bluesky-repository", owner: me, since: dates)
    dated.accounts = dated.accounts.map {
      AccountMention(
        key: $0.key, title: $0.title, folders: [["Birds"]], followed: true,
        followedAt: $0.followedAt)
    }
    let names = list("follows.json", ["a", "b"], format: "bluesky-json", owner: me)
    func told() throws -> [[String]] {
      try pond.accounts().map { account in
        [
          "\(account.isFollowed)",
          account.followedAt.map { "\(Int($0.timeIntervalSince(Invented.now) / 86_400))" } ?? "",
          account.folders.joined().joined(),
        ]
      }
    }
    _ = try write(dated)
    #expect(try write(names).left == 1)
    #expect(try told() == [["true", "-90", "Birds"], ["true", "", "Birds"], ["false", "", ""]])
    // A list that has folders of its own says where they stand now.
    let moved = list("june.car", ["a", "b"], format: "bluesky-repository", owner: me)
    _ = try write(moved)
    #expect(try told().map(\.[2]) == ["", "", ""] && told()[0][1] == "-90")
  }

  @Test("a list without a copy of its own leaves the copy of the one before it to be trimmed (E2)")
  func copies() throws {
    let me = AccountKey(kind: .bluesky, value: "did:plc:me")
    _ = try write(list("repo.car", ["a", "b"], format: "bluesky-repository", owner: me))
    var names = list("follows.json", ["a", "b"], format: "bluesky-json", owner: me)
    names.original = nil
    _ = try write(names)
    #expect(try pond.originals(format: "bluesky-repository").count == 1)
    _ = try write(list("records.json", ["a", "b"], format: "bluesky-json", owner: me))
    #expect(try pond.originals(format: "bluesky-repository").count == 1)
  }

  @Test(
    "pages of one list stand beside each other, whichever comes first; a newer list does not (I9)")
  func pages() throws {
    let me = AccountKey(kind: .bluesky, value: "did:plc:me")
    func page(_ path: String, _ names: [String], isLast: Bool) -> Imported {
      var page = list(path, names, format: "bluesky-json", owner: me)
      page.isComplete = isLast
      return page
    }
    let pages = [page("1.json", ["a", "b"], isLast: false), page("2.json", ["c"], isLast: true)]
    for order in [pages, pages.reversed()] {
      let shelf = try Shelf()
      let pond = try shelf.pond()
      defer { withExtendedLifetime(shelf) {} }
      for page in order {
        #expect(try pond.write(page, at: Invented.now).succession.replaced.isEmpty)
      }
      #expect(try pond.accounts().filter(\.isFollowed).count == 3)
    }
    _ = try write(page("may.json", ["a", "b", "c"], isLast: true))
    #expect(try write(page("june.json", ["a"], isLast: true)).left == 2)
  }

  @Test("whom one befriended and whom one follows are two lists of one export (I9)")
  func parts() throws {
    func facebook(_ path: String, _ names: [String], _ id: String?) -> Imported {
      list(path, names, format: "facebook", id: id)
    }
    let friends = facebook("friends.json", ["a", "b", "c", "d", "e"], "friends")
    let follows = facebook("following.json", ["a", "b", "c", "d", "p"], "following")
    for order in [[friends, follows], [follows, friends]] {
      let shelf = try Shelf()
      let pond = try shelf.pond()
      defer { withExtendedLifetime(shelf) {} }
      for list in order { _ = try pond.write(list, at: Invented.now) }
      #expect(try pond.accounts().filter(\.isFollowed).count == 6)
    }
    _ = try write(friends)
    #expect(try write(facebook("newer.json", ["a", "b", "c", "d"], "friends")).left == 1)
  }

  @Test("forgetting a list takes its accounts away and brings back the one before it")
  func forget() throws {
    _ = try write(list("may.opml", ["a", "b", "c"]))
    _ = try write(list("june.opml", ["a", "b", "d"]))
    try pond.append(Invented.decision("d", .keep))
    #expect(try pond.forget(list: "june.opml").accounts == 3)
    #expect(try followed() == ["a", "b", "c"])
    #expect(try pond.lists().map(\.path).map { $0.hasSuffix("may.opml") } == [true])
    #expect(try pond.journal().count == 1)
    let back = try write(list("june.opml", ["a", "b", "d"]))
    #expect(back.replaced.count == 1)
    #expect(throws: ListFailure.self) { try pond.forget(list: "99") }
  }

  @Test("what was decided and left is marked as done; what came by an answer too (E6)")
  func done() throws {
    _ = try write(list("may.opml", ["a", "b", "c"]))
    try pond.append([Invented.decision("a", .letGo), Invented.decision("b", .keep)])
    let said = try write(list("june.opml", ["b", "c"]))
    #expect(said.done == 1 && said.undecided.isEmpty)
    #expect(try pond.journal().map(\.doneAt) == [Invented.now, nil])
  }

  @Test("a held account keeps its word under its new address, everywhere (S8, R6)")
  func words() throws {
    _ = try write(list("may.opml", ["a", "b", "c"]))
    try pond.append(Invented.decision("a", .hold))
    try pond.declare(.trusted, of: Invented.key("a"), at: Invented.now)
    var moved = list("june.opml", ["b", "c"])
    moved.accounts.append(
      AccountMention(
        key: Invented.key("elsewhere"), address: Address("https://elsewhere.example/feed"),
        title: "The a", site: Address("https://www.a.example"), followed: true))
    _ = try write(moved)
    #expect(try pond.standingDecisions()[Invented.key("elsewhere")]?.answer == .hold)
    #expect(try pond.declarations()[Invented.key("elsewhere")] == [.trusted])
    let evidence = try pond.evidence(now: Invented.now)
    #expect(
      evidence.first { $0.account == Invented.key("elsewhere") }?.decision?.answer == .hold)
    // Let go is no word that goes along: the same home may have another feed.
    try pond.append(Invented.decision("b", .letGo))
    var other = list("july.opml", ["c"])
    other.accounts.append(
      AccountMention(
        key: Invented.key("second"), address: Address("https://second.example/feed"),
        title: "The b", site: Address("https://b.example/"), followed: true))
    _ = try write(other)
    #expect(try pond.standingDecisions()[Invented.key("second")] == nil)
  }

  @Test("who is followed here is followed until that is taken back (E6)")
  func follow() throws {
    let mention = Invented.mention("new", title: "New")
    let decision = Decision(
      account: mention.key, answer: .follow, at: Invented.now, reason: nil, evidenceSeen: nil,
      newAddress: mention.address)
    try pond.follow(mention, decision, at: Invented.now)
    #expect(try followed() == ["new"])
    #expect(try pond.lists().isEmpty)
    try pond.append(Invented.decision("new", .hold))
    #expect(try pond.standingFollows().count == 1)
    #expect(try pond.standingDecisions()[mention.key]?.answer == .hold)
    _ = try pond.undo(at: Invented.now)
    try pond.append(Invented.decision("new", .letGo))
    #expect(try followed().isEmpty && pond.standingFollows().isEmpty)
    _ = try pond.undo(at: Invented.now)
    #expect(try followed() == ["new"])
    _ = try pond.undo(at: Invented.now)
    #expect(try followed().isEmpty)
  }
}
