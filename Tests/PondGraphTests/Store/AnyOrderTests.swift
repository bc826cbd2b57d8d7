import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Evidence is a function of the set of imports (I9, P8): worlds with a known truth, told by ten kinds of
/// sources, imported in every order (`make trust`), in six that begin with each of them (`make test`).
@Suite("Evidence is the same in every order, and true (I9, P8)")
struct AnyOrderTests {
  static let now = Date(timeIntervalSince1970: Double(InventedWorld.now))

  /// What a pond says of every account, in words that can be compared.
  static func said(_ pond: PondStore) throws -> [String] {
    let evidence = try pond.evidence(now: now)
    let assessments = Assessor.assess(evidence, now: now)
    return zip(evidence, assessments).map { evidence, assessment in
      """
      \(evidence.account.value) \(assessment.verdict.rawValue) \(evidence.posts) \
      \(evidence.touched) \(evidence.elsewhere) \(evidence.notCounted) \(evidence.undatedPosts) \
      \(String(describing: assessment.signal)) \(String(describing: assessment.snr))
      """
    }
  }

  private static func read(_ path: String) throws -> [Imported] {
    try Importers.read(path, as: nil, options: ImportOptions(now: now))
  }

  private static func permutations<Element>(_ items: [Element]) -> [[Element]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  private static func check(_ sources: [InventedWorld.Source], seed: UInt64) throws {
    let shelf = try Shelf()
    let world = InventedWorld(seed: seed)
    let inputs = try sources.map { try read(world.write($0, below: shelf.path)) }
    var first: (digest: String, said: [String])?
    let orders = Rounds.some(2, of: permutations(Array(inputs.indices)))
    for (number, order) in orders.enumerated() {
      let pond = try shelf.pond("pond-\(number).sqlite")
      for place in order { _ = try pond.write(inputs[place], at: now) }
      let told = (try pond.logicalDigest(), try said(pond))
      let names = order.map { sources[$0].rawValue }
      if let first {
        #expect(told.0 == first.digest, "\(names) of world \(seed)")
        #expect(told.1 == first.said, "\(names) of world \(seed)")
      }
      first = first ?? told
      // Again, the last one first: nothing is new.
      for place in order.reversed() {
        let summaries = try pond.write(inputs[place], at: now)
        let isNothingNew = summaries.allSatisfy { $0.changedNothing }
        #expect(isNothingNew, "\(sources[place].rawValue) again, world \(seed)")
      }
      let again = try pond.logicalDigest()
      #expect(again == told.0, "\(names) again, world \(seed)")
    }
  }

  @Test(
    "sources that tell of the same posts, in every order and twice",
    arguments: [
      [.list, .feeds, .history, .freshRSS], [.list, .olderFeeds, .feeds, .history],
      [.list, .minifluxOlder, .minifluxNewer, .feeds], [.list, .newsboat, .feeds, .stars],
      [.freshRSS, .minifluxOlder, .bookmarks, .stars], [.history, .bookmarks, .stars, .list],
      [.olderFeeds, .newsboat, .minifluxNewer, .history],
    ] as [[InventedWorld.Source]], Rounds.some(1, of: [1, 2] as [UInt64]))
  func everyOrder(sources: [InventedWorld.Source], seed: UInt64) throws {
    try Self.check(sources, seed: seed)
  }

  @Test(
    "all ten sources, in orders drawn by chance",
    arguments: Rounds.some(1, of: [3, 4, 5] as [UInt64]))
  func allSources(seed: UInt64) throws {
    let shelf = try Shelf()
    let world = InventedWorld(seed: seed)
    let sources = InventedWorld.Source.allCases
    let inputs = try sources.map { try Self.read(world.write($0, below: shelf.path)) }
    var random = SplitMix64(seed: seed)
    var digests: Set<String> = []
    for number in 0..<Rounds.times(2, 4) {
      let pond = try shelf.pond("pond-\(number).sqlite")
      for place in inputs.indices.shuffled(using: &random) {
        _ = try pond.write(inputs[place], at: Self.now)
      }
      digests.insert(try pond.logicalDigest())
      for blog in world.blogs {
        let evidence = try #require(
          try pond.evidence(now: Self.now).first { $0.account.value == blog.key })
        #expect(evidence.posts.count == blog.posts.count, "\(blog.naming)")
      }
    }
    #expect(digests.count == 1)
  }

  @Test(
    "a list and feeds beside a reader: posts, posts that could have been read, and read ones as by hand",
    arguments: [.freshRSS, .newsboat] as [InventedWorld.Source],
    Rounds.some(2, of: [6, 7, 8] as [UInt64]))
  func truth(reader: InventedWorld.Source, seed: UInt64) throws {
    let shelf = try Shelf()
    let world = InventedWorld(seed: seed)
    let pond = try shelf.pond()
    for source in [reader, .feeds, .list] as [InventedWorld.Source] {
      _ = try pond.write(try Self.read(world.write(source, below: shelf.path)), at: Self.now)
    }
    let evidence = try pond.evidence(now: Self.now)
    for blog in world.blogs {
      let truth = world.truth(blog)
      let found = try #require(evidence.first { $0.account.value == blog.key })
      #expect(found.posts.count == truth.posts, "\(blog.naming)")
      #expect(found.posts.count { $0.observability > 0 } == truth.observable, "\(blog.naming)")
      let read = found.posts.filter { $0.observability > 0 && $0.acts.contains(.read) }
      #expect(read.count == truth.read, "\(blog.naming)")
      #expect(found.notCounted.backlog == world.backlog(blog), "\(blog.naming)")
    }
  }

  @Test("visits meet posts by whatever name, also where the history came first")
  func visits() throws {
    for order in Self.permutations([.history, .list, .feeds] as [InventedWorld.Source]) {
      let shelf = try Shelf()
      let world = InventedWorld(seed: 9)
      let pond = try shelf.pond()
      for source in order {
        _ = try pond.write(try Self.read(world.write(source, below: shelf.path)), at: Self.now)
      }
      let evidence = try pond.evidence(now: Self.now)
      for blog in world.blogs {
        let found = try #require(evidence.first { $0.account.value == blog.key })
        #expect(
          found.posts.count { $0.acts.contains(.opened) }
            == blog.posts.count { $0.readAt != nil }, "\(blog.naming), \(order)")
        #expect(found.elsewhere.isEmpty)
      }
    }
  }
}
