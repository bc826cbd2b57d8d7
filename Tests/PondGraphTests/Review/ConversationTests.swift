import PondTestSupport
import Testing

@testable import PondGraph

@Suite("The conversation, with no terminal in it (R4)")
struct ConversationTests {
  static func keys(_ count: Int) -> [AccountKey] {
    (0..<count).map { AccountKey(kind: .feed, value: "feed-\($0).example") }
  }

  @Test("one at a time, in order, each account once, as many as the sitting holds")
  func asksInOrder() {
    var talk = Conversation(asking: Self.keys(5) + Self.keys(2), limit: 3)
    #expect(talk.length == 3)
    for (place, key) in Self.keys(3).enumerated() {
      #expect(talk.current == key && talk.place == place + 1)
      talk.take(.init(account: key, deed: .answered(.keep)))
    }
    #expect(talk.current == nil)
    #expect(talk.past.count == 3)
  }

  @Test("nobody is answered for unseen: a step about another account changes nothing")
  func onlyTheOneOnShow() {
    var talk = Conversation(asking: Self.keys(3), limit: 20)
    let before = talk
    talk.take(.init(account: Self.keys(3)[1], deed: .answered(.letGo)))
    #expect(talk == before)
  }

  @Test("a step taken back leaves the state that was before it, answers and skips alike")
  func undoIsExact() {
    for deed in [Conversation.Deed.answered(.letGo), .skipped] {
      for limit in [1, 2, 20] {
        var talk = Conversation(asking: Self.keys(4), limit: limit)
        let before = talk
        talk.take(.init(account: Self.keys(1)[0], deed: deed))
        #expect(talk != before)
        talk.takeBack(Self.keys(1)[0])
        #expect(talk == before)
      }
    }
  }

  @Test("any sequence of keys: the steps that stand replay to the same state", arguments: 0..<200)
  func replays(seed: Int) throws {
    var chance = SplitMix64(seed: UInt64(seed))
    let keys = Self.keys(Int(chance.unit() * 12))
    let start = Conversation(asking: keys, limit: 1 + Int(chance.unit() * 14))
    var talk = start
    var standing: [Conversation.Step] = []
    for _ in 0..<60 {
      if chance.happens(0.4), let last = standing.popLast() {
        talk.takeBack(last.account)
      } else if let key = talk.current {
        let deed: Conversation.Deed =
          chance.happens(0.4) ? .skipped : .answered(Answer.allCases.randomElement(using: &chance)!)
        standing.append(.init(account: key, deed: deed))
        talk.take(.init(account: key, deed: deed))
      }
      var replayed = start
      for step in standing { replayed.take(step) }
      #expect(replayed == talk)
      #expect(talk.past == standing)
      #expect(Set(talk.waiting).isDisjoint(with: standing.map(\.account)))
      #expect(talk.place <= talk.length + 1)
    }
  }

  @Test("a step of an earlier sitting comes back to the front, wherever its account stood")
  func earlierSitting() {
    var talk = Conversation(asking: Self.keys(3), limit: 20)
    let last = Self.keys(3)[2]
    talk.takeBack(last)
    #expect(talk.waiting == [last] + Self.keys(2))
    let other = AccountKey(kind: .feed, value: "other.example")
    talk.takeBack(other)
    #expect(talk.current == other)
    var full = Conversation(asking: Self.keys(3), limit: 1)
    full.take(.init(account: Self.keys(1)[0], deed: .skipped))
    full.takeBack(other)
    #expect(full.current == other, "there is room for what was taken back")
  }

  @Test("it ends with whom it meets by chance, within its limit; alone that is no sitting")
  func ending() {
    let keys = Self.keys(6)
    for (count, limit, place, length) in [(1, 20, 1, 2), (4, 5, 4, 5), (5, 5, 4, 5), (5, 2, 1, 2)] {
      let talk = Conversation(
        asking: Array(keys.prefix(count)), ending: keys[5], limit: limit)
      #expect(talk.waiting[place] == keys[5] && talk.length == length, "\(count) of \(limit)")
      #expect(Array(talk.waiting.filter { $0 != keys[5] }) == Array(keys.prefix(count)))
    }
    #expect(Conversation(asking: [], ending: keys[5], limit: 20).length == 0)
    #expect(Conversation(asking: keys, ending: keys[5], limit: 20).waiting == keys)
    let one = Conversation(asking: Array(keys.prefix(3)), ending: keys[5], limit: 1)
    #expect(one == Conversation(asking: Array(keys.prefix(3)), limit: 1))
  }
}
