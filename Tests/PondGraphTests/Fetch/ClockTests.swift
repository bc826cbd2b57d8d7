import Foundation
import GRDB
import Testing

@testable import PondGraph

/// A clock that was ahead once keeps nobody from being asked (T-S21), and what is loaded is looked at
/// (H-4).
@Suite("Clocks that jump, and memories of strangers")
struct ClockTests {
  private let now = Invented.now
  private let key = Invented.key("ada")

  private func memory(askedAt: Date, due: Double = 1, notBefore: Double = 0.5) -> FetchMemory {
    var memory = FetchMemory(account: key, part: .feed, askedAt: askedAt)
    memory.dueAt = askedAt.addingTimeInterval(due * 86_400)
    memory.notBefore = askedAt.addingTimeInterval(notBefore * 86_400)
    return memory
  }

  private func reason(_ memory: FetchMemory, age: Double? = nil) -> FetchPlan.Reason? {
    let target = FetchPlan.Target(
      account: key, address: Address("https://ada.example/feed"),
      memory: memory.believed(at: now))
    return FetchPlan([target], paused: [:], age: age, now: now).others.first?.reason
  }

  @Test("what was asked in a future that has not come is due, whatever was to be waited for")
  func ahead() {
    let future = Invented.day(29_000)
    for age in [nil, 0, 3_600, 1e9] { #expect(reason(memory(askedAt: future), age: age) == nil) }
    let believed = memory(askedAt: future).believed(at: now)
    #expect(believed.clockWas == future && believed.dueAt == now && believed.askedAt == now)
    let target = FetchPlan.Target(
      account: key, address: Address("https://ada.example/feed"), memory: believed)
    #expect(FetchPlan([target], paused: [:], now: now).clockWas == future)
  }

  @Test("of what is not asked, for its server wants to rest, nobody says that it is due (T-S21)")
  func aheadAndPaused() {
    let target = FetchPlan.Target(
      account: key, address: Address("https://ada.example/feed"),
      memory: memory(askedAt: Invented.day(20)).believed(at: now))
    let plan = FetchPlan([target], paused: ["ada.example": Invented.day(21)], now: now)
    #expect(plan.requests.isEmpty && plan.clockWas == nil)
    #expect(plan.others.map(\.reason) == [.patience(Invented.day(21))])
  }

  @Test("an honest memory is believed as it is; minutes are no jump")
  func honest() {
    for asked in [Invented.day(-1), Invented.day(-0.1), now, now.addingTimeInterval(3_600)] {
      let honest = memory(askedAt: asked)
      #expect(honest.believed(at: now) == honest)
    }
    #expect(memory(askedAt: now.addingTimeInterval(3_601)).believed(at: now).clockWas != nil)
    #expect(reason(memory(askedAt: Invented.day(-0.1))) != nil)
  }

  @Test("nothing waits for longer than thirty days after it was asked")
  func caps() {
    let greedy = memory(askedAt: Invented.day(-31), due: 20_000, notBefore: 20_000)
    #expect(reason(greedy) == nil && reason(greedy, age: 0) == nil)
    let patient = memory(askedAt: Invented.day(-29), due: 20_000, notBefore: 20_000)
    #expect(reason(patient) == .due(Invented.day(1)))
    #expect(reason(patient, age: 0) == .patience(Invented.day(1)))
  }

  @Test("what it says of the past is unknown: no validators, failing since now at most")
  func past() {
    var memory = memory(askedAt: Invented.day(-1))
    (memory.wholeAt, memory.goodAt) = (Invented.day(1), Invented.day(1))
    (memory.failingSince, memory.goneAt) = (Invented.day(1), Invented.day(1))
    let believed = memory.believed(at: now)
    #expect(believed.wholeAt == nil && believed.goodAt == nil)
    #expect(believed.failingSince == now && believed.goneAt == now)
  }

  private func keep(
    _ shelf: Shelf, askedAt: Date, pauseUntil: Date? = nil,
    _ change: (inout FetchMemory) -> Void = { _ in }
  ) throws {
    var memory = FetchMemory(account: key, part: .feed, askedAt: askedAt)
    change(&memory)
    var result = FetchResult(memory: memory)
    result.pause = pauseUntil.map { (host: "ada.example", until: $0) }
    result.reachability = .reached
    _ = try shelf.pond().keep([result])
  }

  @Test("a server's pause that is longer than any is no pause, and gives way to an honest one")
  func pauses() throws {
    let shelf = try Shelf()
    try keep(shelf, askedAt: Invented.day(29_000), pauseUntil: Invented.day(29_001))
    #expect(try shelf.pond().hostPauses(after: now).isEmpty)
    try keep(shelf, askedAt: now, pauseUntil: Invented.day(0.5))
    #expect(try shelf.pond().hostPauses(after: now) == ["ada.example": Invented.day(0.5)])
    try keep(shelf, askedAt: now, pauseUntil: Invented.day(0.2))
    #expect(try shelf.pond().hostPauses(after: now) == ["ada.example": Invented.day(0.5)])
  }

  @Test("a word on who can be reached, dated by a clock that was ahead, gives way to the next")
  func reachability() throws {
    let shelf = try Shelf()
    try keep(shelf, askedAt: Invented.day(29_000))
    try keep(shelf, askedAt: now)
    let at = try shelf.pond().asking { try ReachabilityTable.all($0).values.map(\.at) }
    #expect(at == [now])
  }

  @Test(
    "what would go out again is looked at when it is loaded (H-4)",
    arguments: [
      ("etag", "x'22610d0a586a3a20612222'"), ("etag", "x'0a'"), ("etag", "x'227f22'"),
      ("last_modified", "x'4d6f6e0d0a'"), ("etag", "CAST(hex(zeroblob(4097)) AS BLOB)"),
      ("validated_address", "'file:///etc/passwd'"), ("moved_to", "'javascript:alert(1)'"),
      ("moved_to", "'https://a.example/ b'"), ("validated_address", "'gopher://a.example/'"),
    ])
  func loaded(column: String, value: String) throws {
    let shelf = try Shelf()
    try keep(shelf, askedAt: now) { memory in
      (memory.etag, memory.lastModified) = (Data("\"a\"".utf8), Data("Mon".utf8))
      memory.validatedAddress = "https://ada.example/feed"
      memory.movedTo = Address("https://ada.example/new")
    }
    let sound = try #require(try shelf.pond().fetchMemories(.feed)[key])
    #expect(sound.etag != nil && sound.lastModified != nil && sound.movedTo != nil)
    #expect(sound.validatedAddress == "https://ada.example/feed")
    try shelf.pond().changing { try $0.execute(sql: "UPDATE fetch SET \(column) = \(value)") }
    let memory = try #require(try shelf.pond().fetchMemories(.feed)[key])
    let values: [String: Any?] = [
      "etag": memory.etag, "last_modified": memory.lastModified,
      "validated_address": memory.validatedAddress, "moved_to": memory.movedTo,
    ]
    #expect(values[column].flatMap { $0 } == nil, "\(column) \(value)")
  }

  @Test("validators of every honest length and letter are kept (H-4, T-E1)")
  func loadedWhole() throws {
    let shelf = try Shelf()
    let longest = Data(repeating: UInt8(ascii: "0"), count: 8_192)
    for etag in [longest, Data("W/\"a\tb~\u{E9}\"".utf8), Data("\" \"".utf8)] {
      try keep(shelf, askedAt: now) { $0.etag = etag }
      #expect(try shelf.pond().fetchMemories(.feed)[key]?.etag == etag)
    }
  }

  @Test("moments outside of the years are the first or the last of them, never a crash")
  func moments() {
    for value in [Int64.min, -1, 0, Int64.max] {
      #expect(Instant.stored(Instant.date(value)) != nil)
    }
  }

  @Test("a wait of a moment that is still to come is over (T-S21)")
  func wait() {
    let values = [Invented.day(-27.9), Invented.day(-28.1), Invented.day(0.9), Invented.day(1.1)]
    #expect(values.map { Questions.isOver(since: $0, now: now) } == [false, true, false, true])
  }
}
