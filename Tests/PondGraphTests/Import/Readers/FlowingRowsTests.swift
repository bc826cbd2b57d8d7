import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Posts that are stored while they are read are the same posts, whatever the size of a part.
@Suite("Rows that flow are the rows that were gathered")
struct FlowingRowsTests {
  private static let now = AnyOrderTests.now

  private static func learned(
    _ path: String, posts: Int?, _ pond: PondStore
  ) throws -> (said: [String], digest: String, summaries: [ImportSummary]) {
    let inputs = try Importers.read(
      path, as: nil, options: ImportOptions(now: now, postsOfPart: posts))
    #expect(inputs.allSatisfy { ($0.flow == nil) == (posts == nil) })
    let skipped = inputs.flatMap(\.skipped)
    let summaries = try pond.write(inputs, at: now)
    let told = (skipped + summaries.flatMap(\.skipped)).map { "\($0.what): \($0.why)" }
    let evidence = try pond.evidence(now: now, of: .known).map { "\($0)" }
    return (
      evidence + told, try pond.logicalDigest(),
      summaries.map { summary in
        var summary = summary
        summary.skipped = []
        return summary
      }
    )
  }

  private static func check(_ path: String) throws {
    let shelf = try Shelf()
    let whole = try learned(path, posts: nil, shelf.pond("whole.sqlite"))
    for posts in Rounds.some(1, of: [50, 1, 3, 1 << 15]) {
      let pond = try shelf.pond("parts-of-\(posts).sqlite")
      let parts = try learned(path, posts: posts, pond)
      #expect(parts.digest == whole.digest, "\(path), \(posts) posts")
      #expect(parts.said == whole.said, "\(path), \(posts) posts")
      #expect(parts.summaries == whole.summaries, "\(path), \(posts) posts")
      let again = try learned(path, posts: posts, pond)
      let isNothingNew = again.summaries.allSatisfy { $0.changedNothing }
      #expect(isNothingNew, "\(path), \(posts) posts")
    }
  }

  @Test("samples: first batches, sweeps, first blocks, what is skipped")
  func samples() throws {
    let (freshRSS, newsboat) = (
      try OriginSample("freshrss/db.sqlite"), try OriginSample("ada/cache.db")
    )
    try withExtendedLifetime((freshRSS.shelf, newsboat.shelf)) {
      try Self.check(freshRSS.path)
      try Self.check(newsboat.path)
    }
  }

  @Test("worlds drawn by chance", arguments: Rounds.some(1, of: [1, 2, 3] as [UInt64]))
  func worlds(seed: UInt64) throws {
    let shelf = try Shelf()
    let world = InventedWorld(seed: seed)
    for source in [InventedWorld.Source.freshRSS, .newsboat] {
      try Self.check(world.write(source, below: shelf.path))
    }
  }

  @Test("sweeps and first batches that are foreseen are those that are told afterwards")
  func foreseen() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<40 {
      var foreseen = ForeseenRows(now: Self.now)
      var acts: [Act] = []
      var batch = FirstBatch()
      var arrivals: [(account: Int, at: Date)] = []
      for number in 0..<200 {
        let account = Int(random.next() % 4)
        let second = 1_700_000_000 + TimeInterval(random.next() % 40)
        let readAt = Date(timeIntervalSince1970: second)
        let arrived = Date(
          timeIntervalSince1970: 1_700_000_000 + TimeInterval(random.next() % 3_000))
        foreseen.see(account: account, arrived: arrived, readAt: readAt)
        batch.take(number, of: Invented.key("\(account)"), at: arrived)
        arrivals.append((account, arrived))
        acts.append(
          Act(
            account: Invented.key("\(account)"), post: PostID("\(number)"), kind: .read, at: readAt)
        )
      }
      foreseen.finish()
      let told = Sweeps.asSeen(acts).map { $0.kind == .seen }
      let seen = acts.indices.map { index in
        foreseen.isSwept(account: arrivals[index].account, readAt: acts[index].at ?? Self.now)
      }
      #expect(told == seen)
      let backlog = Set(batch.backlog)
      let known = arrivals.map { foreseen.isBacklog(account: $0.account, arrived: $0.at) }
      #expect(arrivals.indices.map(backlog.contains) == known)
    }
  }

  @Test("trouble at any part leaves nothing behind, and ends the reading")
  func trouble() throws {
    struct Enough: Error {}
    let sample = try OriginSample("freshrss/db.sqlite")
    // Which of the two threads is ahead differs from run to run: each is caught somewhere else.
    for round in 1...9 {
      let imported = try Importers.read(
        sample.path, as: nil, options: ImportOptions(now: Self.now, postsOfPart: 2))
      let flow = try #require(imported.first?.flow)
      let last = 1 + round % 3
      var parts = 0
      #expect(throws: Enough.self) {
        _ = try flow.run { _ in
          parts += 1
          if round.isMultiple(of: 2) { usleep(500) }
          if parts == last { throw Enough() }
        }
      }
      #expect(parts == last)
    }
  }
}
