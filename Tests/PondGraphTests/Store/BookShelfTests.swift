import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// The account book that is kept is the one of the file as it is.
@Suite("The account book is made anew where anything was written")
struct BookShelfTests {
  private struct Enough: Error {}

  private static func feed(_ name: String) -> String {
    "INSERT INTO account (kind, value) VALUES ('feed', '\(name).example/feed')"
  }

  @Test("after one's own write, another's, and one that was taken back")
  func writes() throws {
    let shelf = try Shelf()
    let (one, other) = (try shelf.pond("pond.sqlite"), try shelf.pond("pond.sqlite"))
    func rows() throws -> Int { try one.asking { try one.accountBook($0).keys.count } }
    #expect(try rows() == 0)
    try one.changing { try $0.execute(sql: Self.feed("a")) }
    #expect(try rows() == 1)
    try other.changing { try $0.execute(sql: Self.feed("b")) }
    #expect(try rows() == 2)
    #expect(throws: StoreFailure.self) {
      try one.changing { database in
        try database.execute(sql: Self.feed("c"))
        #expect(try one.accountBook(database).keys.count == 3)
        throw Enough()
      }
    }
    #expect(try rows() == 2)
  }
}

/// A shelf that many openings have in common shows nothing that an opening without one would not.
@Suite("What is remembered from one opening to the next is what would be made anew")
struct LastingShelfTests {
  private let shelf: Shelf
  private let world: InventedWorld
  private let kept = BookShelf(lasts: true)

  init() throws {
    shelf = try Shelf()
    world = InventedWorld(seed: 11)
  }

  private func open(_ kept: BookShelf, _ mode: PondStore.Mode = .reading) throws -> PondStore {
    try PondStore.open(path: shelf.file("pond.sqlite"), mode: mode, shelf: kept)
  }

  /// Everything that is said of everybody, in words that can be compared.
  private func said(_ kept: BookShelf, at now: Date) throws -> [String] {
    let pond = try open(kept)
    return try [false, true].flatMap { known in
      let evidence = try pond.evidence(now: now, of: known ? .known : .followed)
      return evidence.map { "\($0)" } + Assessor.assess(evidence, now: now).map { "\($0)" }
    }
  }

  private func learn(_ source: InventedWorld.Source, at now: Date) throws {
    let folder = shelf.file(UUID().uuidString)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let inputs = try Importers.read(
      world.write(source, below: folder), as: nil, options: ImportOptions(now: now))
    _ = try open(BookShelf(), .writing).write(inputs, at: now)
  }

  private func happen(_ dice: inout SplitMix64, at now: Date) throws {
    let keys = try open(BookShelf()).accounts().map(\.key)
    guard let one = keys.randomElement(using: &dice), let other = keys.randomElement(using: &dice)
    else { return }
    // Some of it through the shelf that is remembered, some of it behind its back.
    let pond = try open(Bool.random(using: &dice) ? kept : BookShelf(), .writing)
    switch Int.random(in: 0..<5, using: &dice) {
    case 0:
      try pond.append([
        Decision(
          account: one, answer: [.keep, .letGo, .hold].randomElement(using: &dice) ?? .keep,
          at: now, reason: nil, evidenceSeen: nil)
      ])
    case 1: _ = try pond.join(one, other, at: now)
    case 2: _ = try pond.undoStep(at: now)
    case 3:
      let post = try pond.recentPosts(of: one, limit: 1).first?.post
      if let post, let published = post.published {
        try pond.keep(
          TastedPost(account: one, post: post.id, published: published, answer: .gladly, at: now))
      }
    default:
      if let source = InventedWorld.Source.allCases.randomElement(using: &dice) {
        try learn(source, at: now)
      }
    }
  }

  @Test(
    "after answers, joins, tastings, imports and what was taken back, whoever wrote it, and with clocks that go both ways",
    arguments: Rounds.some(2, of: [1, 2, 3] as [UInt64]))
  func same(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    var now = AnyOrderTests.now.addingTimeInterval(-30 * 86_400)
    for source in [.list, .newsboat] as [InventedWorld.Source] { try learn(source, at: now) }
    for step in 0..<Rounds.times(12, 24) {
      #expect(try said(kept, at: now) == said(BookShelf(), at: now), "step \(step) of \(seed)")
      let days = Double.random(in: -3...6, using: &dice)
      now = Bool.random(using: &dice) ? now : now.addingTimeInterval(days * 86_400)
      #expect(try said(kept, at: now) == said(BookShelf(), at: now), "step \(step) of \(seed)")
      try happen(&dice, at: now)
    }
  }

  @Test("a file that was put in the place of another is another")
  func replaced() throws {
    let now = AnyOrderTests.now
    try learn(.list, at: now)
    #expect(try !open(kept).evidence(now: now).isEmpty)
    let other = try PondStore.open(path: shelf.file("other.sqlite"), mode: .writing)
    #expect(try other.accounts().isEmpty)
    try #require(rename(shelf.file("other.sqlite"), shelf.file("pond.sqlite")) == 0)
    #expect(try open(kept).evidence(now: now).isEmpty)
  }
}
