import Foundation
import Testing

@testable import PondGraph

@Suite("A sitting that goes on from a word")
struct GoingOnTests {
  private let now = Date(timeIntervalSince1970: 1_780_300_800.25)

  @Test("the word comes back as it was, with the moment to the millisecond")
  func words() throws {
    let start = Pond.SittingStart(answers: 12, skips: 3, at: now, chance: AccountID("0123456789"))
    #expect(start.word == "12-3-1780300800250-0123456789")
    #expect(Pond.SittingStart(start.word) == start)
    let alone = Pond.SittingStart(answers: 0, skips: 0, at: now, chance: nil)
    #expect(Pond.SittingStart(alone.word) == alone)
    let tasting = Pond.TastingStart(number: 7, at: now)
    #expect(Pond.TastingStart(tasting.word) == tasting)
  }

  @Test("what is no such word is none, and what is of yesterday is not gone on with")
  func rubbish() throws {
    for odd in ["", "-", "1-2-3", "1-2-3-4-5", "a-b-c-d", "-1-2-3-", "1-2-99999999999999999999-"] {
      #expect(Pond.SittingStart(odd) == nil, "\(odd)")
    }
    for odd in ["", "-", "7", "a-1", "7-b", "7-99999999999999999999"] {
      #expect(Pond.TastingStart(odd) == nil, "\(odd)")
    }
    let start = try #require(Pond.SittingStart("0-0-1780300800250-"))
    #expect(start.isRecent(now: now) && start.isRecent(now: now.addingTimeInterval(3600)))
    #expect(!start.isRecent(now: now.addingTimeInterval(86_400)))
  }

  @Test("a conversation that is gone on with asks nobody again, and meets whom it was to meet")
  func conversation() {
    let keys = ["a", "b", "c", "d"].map { AccountKey(kind: .feed, value: "\($0).example/feed") }
    let step = Conversation.Step(account: keys[0], deed: .answered(.keep))
    let talk = Conversation(
      asking: Array(keys[0...2]), ending: keys[3], limit: 3, after: [step])
    #expect(talk.current == keys[1] && talk.place == 2 && talk.length == 3)
    #expect(talk.waiting == [keys[1], keys[3], keys[2]])
    let met = Conversation.Step(account: keys[3], deed: .skipped)
    let over = Conversation(asking: [], ending: keys[3], limit: 9, after: [step, met])
    #expect(over.current == nil && over.length == 2)
    #expect(Conversation(asking: [], ending: keys[3], limit: 9).current == nil)
    let last = Conversation(asking: [], ending: keys[3], limit: 9, after: [step])
    #expect(last.current == keys[3])
  }
}
