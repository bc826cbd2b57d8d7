import Foundation
import GRDB
import Testing

@testable import PondGraph

/// What a clock that was ahead wrote down is no evidence, and takes none away (T-S21, I9, I10).
@Suite("What was seen, by clocks that jump")
struct CoverageTests {
  private let shelf: Shelf
  private let key = Invented.key("ada")
  private let posts = [Invented.post("ada", "1", -2), Invented.post("ada", "2", -1)]

  init() throws {
    shelf = try Shelf()
  }

  /// A pond that looked at a feed on these days, in this order.
  private func pond(_ name: String, _ days: [Double]) throws -> PondStore {
    let pond = try shelf.pond(name)
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
    for day in days {
      let moment = Invented.day(day)
      _ = try pond.write(Invented.feed("f.xml", "ada", posts, at: moment), at: moment)
    }
    return pond
  }

  private func observed(_ pond: PondStore, on day: Double) throws -> [Span] {
    try #require(try pond.evidence(now: Invented.day(day)).first).observed
  }

  @Test(
    "a look in 2106 is not believed, and honest ones are, whatever their order (T-S21, I9)",
    arguments: [[0.0, 29_000], [29_000, 0], [0, 29_000, 0], [29_000, 0, 28_000]])
  func ahead(days: [Double]) throws {
    let pond = try pond("ahead", days)
    #expect(try observed(pond, on: 550) == [Span(from: Invented.day(-2), to: Invented.now)])
    #expect(try pond.lastSeen(now: Invented.day(550)) == [key: Invented.now])
    // Where the clock was right it is believed when its day has come.
    #expect(try observed(pond, on: 29_001).last?.to == Invented.day(29_000))
  }

  @Test(
    "what was seen in a future alone was not seen: nothing is counted, and nothing is lost (I10)")
  func futureAlone() throws {
    let pond = try pond("alone", [29_000])
    let evidence = try #require(try pond.evidence(now: Invented.day(550)).first)
    #expect(evidence.observed.isEmpty && evidence.posts.isEmpty)
    #expect(try pond.lastSeen(now: Invented.day(550)).isEmpty)
    _ = try pond.write(
      Invented.feed("f.xml", "ada", posts, at: Invented.day(600)), at: Invented.day(600))
    #expect(
      try observed(pond, on: 600) == [Span(from: Invented.day(-2), to: Invented.day(600))])
  }

  @Test("minutes ahead are no jump, and end with the present")
  func minutes() throws {
    let pond = try pond("minutes", [0.02])
    #expect(try observed(pond, on: 0) == [Span(from: Invented.day(-2), to: Invented.now)])
    let (now, ahead) = (Int64(0), Int64(8_000_000_000))
    #expect(Stretch(-5, 7).believed(from: -3, to: now) == Stretch(-3, 0))
    #expect(Stretch(-5, ahead).believed(from: -3, to: now) == nil)
    #expect(Stretch(-5, -4).believed(from: -3, to: now) == nil)
  }

  @Test("a year of daily looks is a handful of rows")
  func rows() throws {
    let pond = try pond("daily", (0..<365).map(Double.init))
    let rows = try pond.asking { try Int.fetchOne($0, sql: "SELECT count(*) FROM coverage") }
    #expect((1...6).contains(rows ?? 0))
    #expect(try observed(pond, on: 364) == [Span(from: Invented.day(-2), to: Invented.day(364))])
  }

  @Test("somebody followed in 2106 is followed since nobody knows when (T-S21, I10)")
  func followedAhead() throws {
    let pond = try pond("followed", [0])
    let mention = Invented.mention("ada", followedAt: Invented.day(29_000))
    _ = try pond.write(Invented.list("b.opml", [mention]), at: Invented.now)
    let account = try #require(try pond.accounts().first)
    #expect(account.believed(at: Invented.now).followedAt == nil)
    #expect(account.believed(at: Invented.day(29_000)) == account)
    #expect(try pond.evidence(now: Invented.now).first?.posts.count == 2)
    let overviews = try Pond(at: shelf.file("followed"), for: .looking).overviews(now: Invented.now)
    #expect(overviews.map(\.account.followedAt) == [nil])
    #expect(try pond.untouched(now: Invented.now).isEmpty)
  }

  @Test("an older pond file keeps what was seen, and who said that they are gone has gone (T-E10)")
  func older() throws {
    let earlier = Array(Schema.migrations.prefix { $0.sql != Schema.clocks })
    let old = try Connection.open(shelf.file("older"), isWriting: true)
    try Migrator.migrate(old, earlier)
    try old.write { database in
      try database.execute(
        sql: """
          INSERT INTO account (id, kind, value) VALUES (1, 'feed', 'a.example'), (2, 'feed', 'b.example');
          INSERT INTO coverage VALUES (1, 'feed', 1000, 2000), (1, 'feed', 3000, 4000);
          INSERT INTO reachability VALUES (1, 'unreachable', 500, NULL, 5000),
            (2, 'unreachable', 500, NULL, 5000);
          INSERT INTO fetch (account, part, asked_at, failures, due_at, not_before, moved_times, gone_at)
            VALUES (2, 'feed', 1000, 1, 1000, 1000, 0, 700);
          """)
    }
    try old.close()
    let pond = try shelf.pond("older")
    let told = try pond.asking { database in
      let words = try ReachabilityTable.all(database)
      let rows = try Row.fetchAll(
        database, sql: "SELECT starts, ends FROM coverage WHERE account = 1")
      return (
        [1, 2].map { words[$0]?.state },
        try rows.map { Stretch(try $0.number(0), try $0.number(1)) }
      )
    }
    let since = Instant.date(500)
    #expect(told.0 == [.unreachable(since: since), .gone(since: since)])
    #expect(told.1 == [Stretch(1_000, 2_000), Stretch(3_000, 4_000)])
  }

  @Test("a file's word on who can be reached, dated in 2106, gives way to the next (T-S21)")
  func reachability() throws {
    let pond = try pond("word", [29_000])
    var moved = Imported(path: "g.xml", format: "feed")
    let state = Reachability.State.moved(to: Address("https://new.example/feed"))
    moved.reachability = [Reachability(account: key, state: state, at: Invented.now)]
    _ = try pond.write(moved, at: Invented.now)
    #expect(try pond.evidence(now: Invented.now).first?.reachability == state)
  }
}
