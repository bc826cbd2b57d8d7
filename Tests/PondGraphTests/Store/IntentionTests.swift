import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// What the person means to do, and taking it back among answers.
@Suite("Intentions in the pond file")
struct IntentionTests {
  private let shelf: Shelf
  private let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
    _ = try pond.write(
      Invented.list("a.opml", ["ada", "bob", "cyd"].map { Invented.mention($0) }), at: Invented.now)
  }

  @Test("whatever is said in whatever order, taking it back leads through the same states (R4)")
  func replay() throws {
    var chance = SplitMix64(seed: 1_611)
    for round in 0..<Rounds.times(4, 60) {
      let pond = try fresh("round-\(round)")
      var digests = [try pond.logicalDigest()]
      for _ in 0..<30 {
        if chance.happens(0.35) {
          let taken = try pond.undoNewest(at: Invented.day(9))
          #expect((taken == nil) == (digests.count == 1))
          if taken != nil { digests.removeLast() }
        } else {
          try act(&chance, open: try pond.intentions().filter { $0.state == .open })(pond)
          digests.append(try pond.logicalDigest())
        }
        #expect(try pond.logicalDigest() == digests.last)
      }
    }
  }

  private func fresh(_ name: String) throws -> PondStore {
    let pond = try shelf.pond("\(name).sqlite")
    _ = try pond.write(
      Invented.list("a.opml", ["ada", "bob"].map { Invented.mention($0) }), at: Invented.now)
    return pond
  }

  private func act(
    _ chance: inout SplitMix64, open: [Intention]
  ) -> (PondStore) throws -> Void {
    let at = Invented.day(Double(Int.random(in: 0..<900, using: &chance)) / 100)
    switch Int.random(in: 0..<5, using: &chance) {
    case 4:
      let price = 0.05 + Double(Int.random(in: 0..<9, using: &chance)) / 100
      return { try $0.learn(.price(price), at: at) }
    case 0:
      let answer = [Answer.keep, .letGo, .wait].randomElement(using: &chance) ?? .keep
      return { _ = try $0.append(Invented.decision("ada", answer)) }
    case 1 where !open.isEmpty:
      let number = open[0].number
      let word = chance.happens(0.5) ? IntentionWord.done : .dropped
      return { try $0.close(intention: number, word, at: at) }
    default:
      let about = chance.happens(0.5) ? Invented.key("bob") : nil
      let text = "answer \(Int.random(in: 0..<9, using: &chance))"
      return { try $0.intend(text, account: about, due: nil, at: at) }
    }
  }

  @Test("what is taken back is the newest word, whatever its kind and whatever the clock said")
  func order() throws {
    try pond.append(Invented.decision("ada", .keep))
    let first = try pond.intend(
      "answer ada", account: Invented.key("ada"), due: nil, at: Invented.now)
    // The clock went back by a year in between.
    try pond.append(Invented.decision("bob", .letGo))
    try pond.close(intention: first, .done, at: Invented.day(-365))
    func taken() throws -> String {
      switch try pond.undoNewest(at: Invented.day(1)) {
      case nil: "nothing"
      case .answer(let entry): entry.decision.answer.rawValue
      case .intention(let intention, let word): "\(word.rawValue) \(intention.text)"
      case .learned(let learned): learned.change.words
      }
    }
    #expect(
      try (0..<5).map { _ in try taken() } == [
        "done answer ada", "let-go", "meant answer ada", "keep", "nothing",
      ])
    #expect(try pond.intentions().isEmpty)
  }

  @Test("its state is the last word on it; texts, days and names are kept as they were said")
  func states() throws {
    let words = "read “the Ferry’s” archive \u{1F6A2} '; DROP TABLE intention; --"
    let first = try pond.intend(words, account: nil, due: Invented.day(3), at: Invented.now)
    let second = try pond.intend("b", account: Invented.key("cyd"), due: nil, at: Invented.day(1))
    try pond.close(intention: second, .dropped, at: Invented.day(2))
    let all = try shelf.pond().intentions()
    #expect(all.map(\.number) == [first, second])
    #expect(all.map(\.text) == [words, "b"])
    #expect(all.map(\.account) == [nil, Invented.key("cyd")])
    #expect(all.map(\.due) == [Invented.day(3), nil])
    #expect(all.map(\.state) == [.open, .dropped(at: Invented.day(2))])
  }

  @Test("whoever is in an intention keeps a name when their list names them no more")
  func named() throws {
    try pond.intend("answer", account: Invented.key("bob"), due: nil, at: Invented.now)
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.day(1))
    let bob = try #require(try pond.accounts().first { $0.key == Invented.key("bob") })
    #expect(!bob.isFollowed)
  }
}

/// Cycles and sources in the pond file.
@Suite("Cycles and sources in the pond file")
struct CycleTableTests {
  @Test("a cycle goes from step to step, and keeps what was asked for at its end")
  func steps() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
    try pond.beginCycle(at: Invented.now)
    try pond.move(cycle: 1, to: .review)
    #expect(try shelf.pond().cycles().map(\.step) == [.review])
    let asked = Cycle.Asked(accounts: 1, unseen: 1, postsPerWeek: nil, minutesPerDay: nil, close: 1)
    try pond.end(cycle: 1, asked: asked, at: Invented.day(1))
    let cycle = try #require(try pond.cycles().first)
    #expect(cycle.asked == asked && cycle.endedAt == Invented.day(1))
    #expect(try pond.evidence(now: Invented.day(2)).map(\.cycles) == [[Invented.now]])
    // One that a wrong clock began after now is not looked back on.
    #expect(try pond.evidence(now: Invented.day(-1)).map(\.cycles) == [[]])
  }

  @Test("the same source again writes nothing; another stamp takes the place of the one before")
  func sources() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    func source(_ stamp: String, _ day: Double, format: String? = nil) -> RememberedSource {
      RememberedSource(
        path: "/a/b.opml", format: format, learnedAt: Invented.day(day), stamp: stamp)
    }
    try pond.remember(source("file 1 1.0", 0))
    let before = try shelf.bytes("pond.sqlite")
    try pond.remember(source("file 1 1.0", 5))
    #expect(try shelf.bytes("pond.sqlite") == before)
    try pond.remember(source("file 2 1.0", 6))
    try pond.remember(source("file 2 1.0", 7, format: "opml"))
    #expect(try pond.sources() == [source("file 2 1.0", 7, format: "opml")])
    #expect(try pond.forget(source: "/a/b.opml"))
    #expect(try !pond.forget(source: "/a/b.opml"))
    #expect(try pond.sources().isEmpty)
  }
}
