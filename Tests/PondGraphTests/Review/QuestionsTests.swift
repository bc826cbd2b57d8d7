import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Who is asked about, and who is not again (R6)")
struct QuestionsTests {
  let shelf: Shelf
  let pond: Pond
  var now: Date { AdaPond.now }

  init() throws {
    shelf = try Shelf()
    pond = try Pond(at: shelf.file("pond.sqlite"), for: .learning)
    try learn("urls", urls([0, 1, 2]))
    var loud = InventedCache(feeds: 0..<3, posts: 300)
    (loud.seconds, loud.readEvery) = (20_000, 100)
    try loud.write(to: shelf.file("cache.db"))
    try pond.learn(shelf.file("cache.db"), Pond.ReadingOptions(now: now)) { _ in }
  }

  private func urls(_ feeds: [Int]) -> String {
    feeds.map { InventedCache.address($0) + " loud\n" }.joined()
  }

  private func learn(_ name: String, _ text: String) throws {
    try shelf.put(Data(text.utf8), name)
    try pond.learn(shelf.file(name), Pond.ReadingOptions(now: now)) { _ in }
  }

  private func asked(daysLater days: Double = 0) throws -> [String] {
    let later = now.addingTimeInterval(days * 86_400)
    let sitting = try pond.review(Pond.Asking(), now: later)
    var names: [String] = []
    while let question = try sitting.question() {
      names.append(question.overview.account.key.value)
      try sitting.skip(now: later)
    }
    while try sitting.undo(now: later)?.answer == nil, try !pond.store.standingSkips().isEmpty {}
    return names.sorted()
  }

  @Test("there is something to ask about to begin with")
  func asksAboutLoudOnes() throws {
    #expect(try asked() == (0..<3).map { "feed-\($0).example/rss" })
  }

  @Test(
    "an answer is for good, whatever it was",
    arguments: Rounds.some(4, of: Answer.allCases.filter { $0 != .wait }) + [.wait])
  func answeredOnce(answer: Answer) throws {
    try pond.decide("feed-1.example", answer, reason: nil, now: now)
    #expect(try asked() == ["feed-0.example/rss", "feed-2.example/rss"])
    // Waiting is for some weeks.
    let later = try asked(daysLater: Questions.patience + 1)
    #expect(later.contains("feed-1.example/rss") == (answer == .wait))
  }

  @Test("a re-import, a new name and a new spelling of the address ask nothing again")
  func survivesRenames() throws {
    try pond.decide("feed-1.example", .hold, reason: nil, now: now)
    let others = ["feed-0.example/rss", "feed-2.example/rss"]
    try learn("urls", urls([0, 2]))
    try learn("urls", "http://FEED-1.example:80/rss/ \"~Another Name\"\n" + urls([0, 2]))
    #expect(try asked() == others)
  }

  @Test("a kept account that says it moved is not asked about under its new address")
  func survivesMoves() throws {
    try pond.decide("feed-1.example", .keep, reason: nil, now: now)
    var moved = Imported(path: "moved", format: "feed")
    moved.reachability = [
      Reachability(
        account: AccountKey(kind: .feed, value: "feed-1.example/rss"),
        state: .moved(to: Address(InventedCache.address(2))), at: now)
    ]
    _ = try pond.store.write([moved], at: now)
    #expect(try asked() == ["feed-0.example/rss"])
    // Two that say of each other that they moved end in no circle.
    var back = moved
    back.reachability = [
      Reachability(
        account: AccountKey(kind: .feed, value: "feed-2.example/rss"),
        state: .moved(to: Address(InventedCache.address(1))), at: now)
    ]
    _ = try pond.store.write([back], at: now)
    #expect(try asked() == ["feed-0.example/rss"])
  }

  @Test("a kept account that comes back with a new address and its old home is not asked about")
  func survivesNewAddresses() throws {
    func overview(_ name: String, _ answer: Answer?, followed: Bool, site: String)
      -> AccountOverview
    {
      let key = AccountKey(kind: .feed, value: name)
      let account = Account(
        id: key.id, key: key, title: nil, feed: nil, site: Address(site), folders: [], tags: [],
        isFollowed: followed, followedAt: nil, importance: nil)
      let decision = answer.map {
        Decision(account: key, answer: $0, at: now, reason: nil, evidenceSeen: nil)
      }
      let assessment = Assessor.assess(
        [Evidence(account: key, reachability: .unreachable(since: now), decision: decision)],
        now: now)[0]
      return AccountOverview(account: account, assessment: assessment, decision: decision)
    }
    func asked(_ overviews: [AccountOverview]) -> [String] {
      Questions(among: overviews, now: now).asked().map(\.account.key.value)
    }
    let home = "https://example.org/"
    let old = overview("example.org/old", .hold, followed: false, site: home)
    let new = overview("example.org/new", nil, followed: true, site: "http://www.example.org")
    let twin = overview("example.org/twin", nil, followed: true, site: home)
    let gone = overview("example.org/old", .letGo, followed: false, site: home)
    #expect(asked([old, new]).isEmpty)
    #expect(asked([gone, new]) == ["example.org/new"])
    #expect(asked([old, new, twin]).count == 2, "a planet's home is nobody's own")
  }
}
