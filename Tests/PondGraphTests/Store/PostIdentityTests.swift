import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Which records of posts are one post (I9)")
struct PostIdentityTests {
  static let day: Int64 = 86_400_000

  static func record(
    _ names: String..., title: String? = "One title of some length", day: Int64? = 0
  ) -> PostIdentity.Record {
    PostIdentity.Record(
      names: names.map { Substring($0) }, title: title, published: day.map { $0 * Self.day })
  }

  static func groups(_ records: [PostIdentity.Record], titles: Bool = false) -> Int {
    Set(PostIdentity(records, usingTitles: titles).main).count
  }

  @Test("records that share an id, a page, or the one's id and the other's page are one post")
  func joined() {
    #expect(Self.groups([Self.record("g", "l"), Self.record("g", "l2")]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("h", "l")]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("l")]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("l", "m"), Self.record("m")]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("h", "m")]) == 2)
  }

  @Test("an id over pages whose titles or days differ is no name; at both sides of a day")
  func sharedID() {
    let other = "Another title of some length"
    #expect(Self.groups([Self.record("g", "l"), Self.record("g", "m", title: other)]) == 2)
    #expect(Self.groups([Self.record("g", "l"), Self.record("g", "m", day: 1)]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("g", "m", day: 2)]) == 2)
    // The same page: an edit that changed title and date.
    #expect(
      Self.groups([Self.record("g", "l"), Self.record("g", "l", title: other, day: 9)]) == 1)
  }

  @Test("a day more is an edit, a day and a moment another post; so it is for pages")
  func aDay() {
    func record(_ id: String, _ page: String, _ title: String, _ at: Int64) -> PostIdentity.Record {
      PostIdentity.Record(names: [Substring(id), Substring(page)], title: title, published: at)
    }
    let title = "One title of some length"
    for (moment, posts) in [(Self.day, 1), (Self.day + 1, 2)] {
      #expect(
        Self.groups([record("g", "l", title, 0), record("g", "m", title, moment)]) == posts)
      #expect(
        Self.groups([record("g", "l", title, 0), record("h", "l", "Another", moment)]) == posts)
    }
    // Other endings, quotes and capitals are no other title; its first 24 letters are looked at.
    let long = "abcdefghijklmnopqrstuvwx"
    for (other, posts) in [(long + "zz", 1), (long.uppercased() + " “!”", 1), ("b" + long, 2)] {
      #expect(Self.groups([record("g", "l", long, 0), record("g", "m", other, 0)]) == posts)
    }
    let shorter = String(long.dropLast())
    #expect(Self.groups([record("g", "l", long, 0), record("g", "m", shorter + "y", 0)]) == 2)
  }

  @Test("a page under other ids is no name only where titles and days differ")
  func sharedPage() {
    let other = "Another title of some length"
    #expect(Self.groups([Self.record("g", "l"), Self.record("h", "l", title: other)]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("h", "l", day: 9)]) == 1)
    #expect(Self.groups([Self.record("g", "l"), Self.record("h", "l", title: other, day: 9)]) == 2)
  }

  @Test("title and date name a post where nothing better does, and only one post")
  func titles() {
    let name = PostID.name(title: "T", published: Date(timeIntervalSince1970: 0))
    #expect(
      Self.groups([Self.record(name, title: "T"), Self.record("g", title: "T")], titles: true) == 1)
    #expect(
      Self.groups(
        [
          Self.record(name, title: "T"), Self.record("g", title: "T"), Self.record("h", title: "T"),
        ],
        titles: true) == 3)
    #expect(
      Self.groups([Self.record(name, title: "T"), Self.record("g", title: "U")], titles: true) == 2)
  }

  @Test("records that their file had to tell apart are joined by no other name")
  func toldApart() {
    let ids = (0..<3).map { number in
      PostID("g\tl").toldApart(
        title: "T\(number)", published: Date(timeIntervalSince1970: Double(number)))
    }
    let records = ids.enumerated().map { number, id in
      PostIdentity.Record(
        names: id.value.split(separator: PostID.separator), title: "T\(number)",
        published: Int64(number) * 1000)
    }
    #expect(Self.groups(records, titles: true) == 3)
    let one = Self.record("g", "l", title: "T1", day: nil)
    #expect(Self.groups(records + [one], titles: true) == 4)
  }

  @Test(
    "the order of the records changes nothing but their places", arguments: 0..<40 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = ["a", "b", "c", "d", "e", "f"]
    let records = (0..<12).map { _ in
      let count = Int(random.next() % 2) + 1
      return PostIdentity.Record(
        names: (0..<count).map { _ in Substring(letters[Int(random.next() % 6)]) },
        title: "T\(random.next() % 3)", published: Int64(random.next() % 4) * Self.day)
    }
    func spelled(_ records: [PostIdentity.Record]) -> [String: Set<String>] {
      let main = PostIdentity(records, usingTitles: false).main
      return Dictionary(grouping: records.indices) {
        records[main[$0]].names.joined(separator: "\t")
      }
      .mapValues { Set($0.map { records[$0].names.joined(separator: "\t") }) }
    }
    let other = records.shuffled(using: &random)
    #expect(
      spelled(records).values.map(\.count).sorted() == spelled(other).values.map(\.count).sorted())
    #expect(Set(spelled(records).keys) == Set(spelled(other).keys))
  }

  @Test("a hundred thousand records under one id, and a chain of as many, are told in a second")
  func large() {
    let count = Rounds.times(20_000, 100_000)
    let same = (0..<count).map { Self.record("g", "l\($0)", title: "T\($0)", day: Int64($0)) }
    #expect(Self.groups(same) == count)
    let chain = (0..<count).map { Self.record("n\($0)", "n\($0 + 1)") }
    #expect(Self.groups(chain) == 1)
  }

  @Test("an item's names: its id and its page; a host alone is no name (E-5)")
  func names() {
    func id(_ written: String?, _ link: String?, _ title: String? = nil) -> String? {
      PostID(writtenID: written, link: link, title: title, published: nil)?.value
    }
    #expect(id("http://a.example/?p=7", "https://a.example/x/") == "a.example?p=7\ta.example/x")
    #expect(id("http://www.a.example/x/", "https://a.example/x?utm_source=f") == "a.example/x")
    #expect(id("https://a.example/", "https://a.example/x") == "a.example/x")
    #expect(id("https://a.example/", "https://a.example", "T") == "title:T\ndate:")
    #expect(id("tag:a,2026:1", nil) == "tag:a,2026:1")
    #expect(id("a\tb", nil) == "a b")
    #expect(id(" ", nil, " ") == nil)
    let long = String(repeating: "x", count: 5_000)
    #expect((id(long, nil)?.utf8.count ?? 0) < 300)
    #expect(id(long, nil) != id(long + "y", nil))
  }

  @Test("what sources claim of one post joins the same way in every order")
  func claims() throws {
    func claims(_ o: Double, _ source: String, backlog: Bool = false, actAlone: Bool = false)
      -> PostClaims
    {
      PostClaims(
        Post(
          account: AccountKey(kind: .feed, value: "a"), id: PostID("1"), observability: o,
          isBacklog: backlog, isKnownByActAlone: actAlone), source: source)
    }
    let all = [
      claims(0.9, "freshrss", backlog: true), claims(0.9, "freshrss"), claims(0, "feed"),
      claims(0.2, "stars", actAlone: true),
    ]
    let one = all.reduce(PostClaims.nothing) { $0.joined(with: $1) }
    let other = all.reversed().reduce(PostClaims.nothing) { $0.joined(with: $1) }
    #expect(one == other && one.joined(with: all[0]) == one)
    #expect(one.text == "feed 0 s\nfreshrss 900 s\nstars 200 ")
    let read = try PostClaims(text: one.text)
    #expect(read == one)
    #expect(one.isShown && !claims(0.2, "stars", actAlone: true).isShown)
    #expect(throws: OddValue.self) { try PostClaims(text: "freshrss 1001 s") }
  }

  @Test("a batch of equal dates is five posts at least, half of all or to the second (E-17)")
  func batches() {
    let minute: Int64 = 60_000
    #expect(DateBatches([1, 1, 1, 1, 9, 10, 11, 12, 13, 14]).moments == [])
    #expect(DateBatches([1, 1, 1, 1, 1, 10, 11, 12, 13, 14, 15]).moments == [1])
    let daily = [Int64](repeating: minute, count: 5) + [Int64](repeating: 2 * minute, count: 6)
    #expect(DateBatches(daily).moments == [2 * minute])
    #expect(DateBatches(daily + [Int64](repeating: 3 * minute, count: 9)).moments == [])
    #expect(DateBatches([]).moments == [])
  }
}
