import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// What accounts are like is learnt from the person's own; a reader's database knows others beside them.
@Suite("One figure and one verdict of an account, whoever asks (R3, model §2)")
struct OneFigureTests {
  let shelf: Shelf
  let pond: Pond
  var now: Date { AdaPond.now }

  /// Five feeds that are followed and hardly read.
  init() throws {
    shelf = try Shelf()
    pond = try Pond(at: shelf.file("pond.sqlite"), for: .learning)
    try follow(0..<5)
    try learn(0..<5, readEvery: 9)
  }

  private func follow(_ feeds: Range<Int>) throws {
    let urls = feeds.map { InventedCache.address($0) + "\n" }.joined()
    try shelf.put(Data(urls.utf8), "urls")
    try pond.learn(shelf.file("urls"), Pond.ReadingOptions(now: now)) { _ in }
  }

  private func learn(_ feeds: Range<Int>, readEvery: Int) throws {
    var cache = InventedCache(feeds: feeds, posts: 200)
    (cache.seconds, cache.readEvery) = (30_000, readEvery)
    let path = shelf.file("cache-\(readEvery).db")
    try cache.write(to: path)
    try pond.learn(path, Pond.ReadingOptions(now: now)) { _ in }
  }

  /// What is said of everybody who is followed.
  private func said(_ overviews: [AccountOverview]) -> [String] {
    overviews.filter(\.account.isFollowed).sorted { $0.account.key < $1.account.key }.map { one in
      let found = one.assessment
      let figures = [found.postsPerWeek, found.signal, found.noise, found.probabilityBelowBar]
      return "\(one.account.key.value) \(found.verdict) \(found.rule) \(figures)"
    }
  }

  private func everySurface() throws -> [[String]] {
    let known = try pond.overviews(known: true, now: now)
    let alone = try known.filter(\.account.isFollowed).map {
      try Pond(at: shelf.file("pond.sqlite"), for: .looking).overview(of: $0.account, now: now)
    }
    return [
      said(try pond.overviews(now: now)), said(known), said(alone),
      said(try pond.plan(now: now).sections.flatMap(\.overviews)),
    ]
  }

  @Test("feeds that a reader knows and no list names move nothing, on any surface")
  func unfollowed() throws {
    let before = said(try pond.overviews(now: now))
    try learn(5..<12, readEvery: 1)
    #expect(try pond.overviews(known: true, now: now).count == 12)
    for surface in try everySurface() { #expect(surface == before) }
  }

  @Test(
    "whom an answer took off the list goes on to teach: the trimmed list moves nobody who stayed")
  func trimmed() throws {
    try pond.decide("feed-0.example", .letGo, reason: nil, now: now)
    let before = Array(said(try pond.overviews(now: now)).dropFirst())
    try follow(1..<5)
    #expect(try pond.overviews(now: now).count == 4)
    for surface in try everySurface() { #expect(surface == before) }
  }

  @Test(
    "what passed with the other account of one person counts, whether or not a list names it (I5)")
  func persons() throws {
    let store = try shelf.pond("persons.sqlite")
    var file = Invented.list(
      "a.opml", [Invented.mention("ada"), Invented.mention("bob", followed: false)])
    file.acts = [
      Act(account: Invented.key("bob"), post: nil, kind: .wrote, at: Invented.day(-3))
    ]
    file.addressed = [AddressedWords(account: Invented.key("bob"), at: Invented.day(-1))]
    _ = try store.write(file, at: Invented.now)
    _ = try store.join(Invented.key("ada"), Invented.key("bob"), at: Invented.now)
    for scope in [.followed, .own, .known] as [EvidenceScope] {
      let ada = try #require(try store.evidence(now: Invented.now, of: scope).first)
      #expect(ada.written == [Invented.day(-3)], "\(scope)")
      #expect(ada.addressed == [Invented.day(-1)], "\(scope)")
    }
  }
}
