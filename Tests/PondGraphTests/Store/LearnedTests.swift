import Foundation
import GRDB
import Testing

@testable import PondGraph

@Suite("The changes of the measures that stand")
struct LearnedTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
    _ = try pond.write(
      Invented.list("a.opml", ["ada", "bob"].map { Invented.mention($0) }), at: Invented.now)
  }

  @Test("what is learned is there after a restart, in its order, and taking back is exact")
  func exact() throws {
    var digests = [try pond.logicalDigest()]
    let changes: [MeasureChange] = [
      .price(0.2), .credit(.read, 0.8), .price(0.05), .folder("A # 1/é", .thin), .price(0.2),
    ]
    for change in changes {
      try pond.learn(change, at: Invented.now)
      digests.append(try pond.logicalDigest())
    }
    #expect(Set(digests).count == 6)
    let again = try shelf.pond()
    #expect(try again.learned().map(\.change) == changes)
    #expect(try again.learned().map(\.number) == [1, 2, 3, 4, 5])
    #expect(try again.learned().first?.at == Invented.now)
    for (digest, change) in zip(digests.dropLast().reversed(), changes.reversed()) {
      #expect(try again.unlearn()?.change == change)
      #expect(try again.logicalDigest() == digest)
    }
    #expect(try again.unlearn() == nil)
  }

  @Test("what came last goes first, be it an answer, an intention or something learned")
  func order() throws {
    func taken() throws -> String {
      switch try pond.undoNewest(at: Invented.now) {
      case nil: "nothing"
      case .answer(let entry): entry.decision.account.value
      case .intention(let intention, let word): "\(word.rawValue) \(intention.text)"
      case .learned(let learned): learned.change.words
      }
    }
    try pond.append(Invented.decision("ada", .keep))
    try pond.learn(.price(0.2), at: Invented.now)
    let number = try pond.intend("answer", account: nil, due: nil, at: Invented.day(-9))
    try pond.learn(.price(0.3), at: Invented.day(-99))
    try pond.append(Invented.decision("bob", .keep))
    try pond.close(intention: number, .done, at: Invented.now)
    try pond.learn(.price(0.4), at: Invented.now)
    #expect(
      try (0..<8).map { _ in try taken() } == [
        "price 0.4", "done answer", "bob.example/feed", "price 0.3", "meant answer", "price 0.2",
        "ada.example/feed", "nothing",
      ])
    try pond.learn(.price(0.3), at: Invented.now)
    try pond.append(Invented.decision("bob", .keep))
    #expect(try pond.unlearn()?.change == .price(0.3))
  }

  @Test("a copy brings it along, and says it in words")
  func copies() throws {
    try pond.learn(.credit(.read, 0.8), at: Invented.now)
    #expect(
      CopySetting(name: "learned", value: "1 0 0 1800000000000 credit read 0.8").shown
        == "credit read 0.8")
    #expect(CopySetting(name: "size", value: "40 x y z").shown == "40 x y z")
  }

  @Test("a measure that no Pond writes is said, not passed over; doctor --deep finds it")
  func odd() throws {
    try pond.learn(.price(0.2), at: Invented.now)
    try pond.changing { try $0.execute(sql: "UPDATE setting SET value = '1 0 0 mood 7'") }
    #expect(throws: StoreFailure.self) { try pond.learned() }
    #expect(try !PondStore.doctor(path: shelf.file("pond.sqlite"), deep: true).isSound)
  }
}
