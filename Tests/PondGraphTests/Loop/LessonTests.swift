import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("What a person's answers say of the measures")
struct LessonTests {
  private typealias Course = Hindsight.Course

  private static let changes: [MeasureChange] = [.price(0.05), .price(0.2)]

  /// So many answers that said one thing, where today's measures and the two changes suggest these.
  private func cases(
    _ count: Int, _ said: Course, _ suggested: [Course?], from first: Int = 0, folder: String? = nil
  ) -> [Hindsight.Case] {
    (first..<first + count).map { number in
      Hindsight.Case(
        account: AccountKey(kind: .feed, value: "feed-\(number).example"), folder: folder,
        said: said, suggested: suggested, heedsFolder: folder != nil)
    }
  }

  private func lesson(
    _ cases: [Hindsight.Case], _ changes: [MeasureChange] = changes
  ) -> Lesson {
    Lesson(Hindsight(cases: cases, changes: changes), measures: .standard)
  }

  @Test("with 19 answers it is too early, with 20 it is not")
  func early() {
    let few = lesson(cases(19, .whole, [.gone, .whole, .gone]))
    #expect(few.isTooEarly && few.proposal == nil && few.answers == 19)
    let enough = lesson(cases(20, .whole, [.gone, .whole, .gone]))
    #expect(!enough.isTooEarly && enough.agreeing == 0)
    #expect(enough.proposal?.change == .price(0.05) && enough.proposal?.before == .price(0.1))
    #expect(enough.proposal?.agreeing == 20 && enough.proposal?.foretold == 20)
    #expect(lesson([]).isTooEarly && lesson([]).answers == 0)
  }

  @Test("more by chance is no more: five to none is enough for one change, six for one of two")
  func chance() {
    let settled = cases(30, .whole, [.whole, .whole, .whole], from: 100)
    // One change that would suggest something else: 2⁻⁵ is within 5 in 100, 2⁻⁴ is not.
    #expect(lesson(cases(4, .whole, [.gone, .whole, .gone]) + settled).proposal == nil)
    #expect(lesson(cases(5, .whole, [.gone, .whole, .gone]) + settled).proposal != nil)
    // Two of them: within 2.5 in 100 it takes one more.
    let other = cases(1, .gone, [.gone, .gone, .less], from: 50)
    #expect(lesson(cases(5, .whole, [.gone, .whole, .gone]) + other + settled).proposal == nil)
    #expect(lesson(cases(6, .whole, [.gone, .whole, .gone]) + other + settled).proposal != nil)
  }

  @Test("answers that contradict each other speak for nothing")
  func contradictory() {
    let both =
      cases(40, .whole, [.gone, .whole, .gone])
      + cases(40, .gone, [.gone, .whole, .gone], from: 40)
    #expect(lesson(both).proposal == nil && lesson(both).agreeing == 40)
  }

  @Test("what agrees already is left alone, whatever the answers are")
  func agreeing() {
    for said in [Course.whole, .less, .gone] {
      let found = lesson(cases(50, said, [said, said, nil]))
      #expect(found.proposal == nil && found.agreeing == 50)
    }
  }

  @Test("a word for a folder needs five that ask for it")
  func folder() {
    let settled = cases(30, .whole, [.whole], from: 100)
    func words(_ count: Int) -> [MeasureChange] {
      LessonGrid.folderWords(
        cases(count, .less, [.gone], folder: "News") + settled, .standard)
    }
    #expect(words(4).isEmpty && words(5) == [.folder("News", .thin)])
    let found = lesson(
      cases(5, .less, [.gone, .less], folder: "News")
        + cases(30, .whole, [.whole, .whole], from: 9),
      [.folder("News", .thin)])
    #expect(found.proposal?.change == .folder("News", .thin) && found.proposal?.before == nil)
    #expect(
      LessonGrid.folderWords(
        cases(9, .less, [.gone], folder: "News"), Measures([.folder("News", .thin)])
      ).isEmpty)
  }

  @Test("over random answers the order changes nothing, and a proposal keeps its promises")
  func property() {
    for seed in 0..<300 as Range<UInt64> {
      var chance = SplitMix64(seed: seed)
      let bias = chance.unit()
      let courses: [Course?] = [.whole, .less, .gone, nil]
      func draw() -> Course? { courses[Int(4 * chance.unit())] }
      let count = Int(60 * chance.unit())
      let cases = (0..<count).map { number -> Hindsight.Case in
        let said = draw() ?? .whole
        return Hindsight.Case(
          account: AccountKey(kind: .feed, value: "\(number)"), said: said,
          suggested: [draw() ?? .gone, chance.happens(bias) ? said : draw(), draw()])
      }
      let found = lesson(cases)
      let shuffled = lesson(cases.shuffled(using: &chance))
      #expect(shuffled.proposal == found.proposal && shuffled.agreeing == found.agreeing)
      guard let proposal = found.proposal else { continue }
      #expect(count >= Lesson.fewest && proposal.agreeing > found.agreeing, "seed \(seed)")
      #expect(proposal.foretold > found.agreeing && proposal.foretold <= count, "seed \(seed)")
    }
  }

  @Test("pure chance is rarely taken for a lesson")
  func noise() {
    var proposed = 0
    for seed in 0..<400 as Range<UInt64> {
      var chance = SplitMix64(seed: 7_000 + seed)
      let courses: [Course] = [.whole, .less, .gone]
      func draw() -> Course { courses[Int(3 * chance.unit())] }
      let cases = (0..<60).map { number in
        Hindsight.Case(
          account: AccountKey(kind: .feed, value: "\(number)"), said: draw(),
          suggested: [draw(), draw(), draw()])
      }
      if lesson(cases).proposal != nil { proposed += 1 }
    }
    #expect(proposed <= 20, "\(proposed) of 400")
  }

  @Test("the sign test is the coin's (Dixon and Mood 1946)")
  func signTest() {
    #expect(abs(SignTest.chance(won: 5, lost: 0) - 1 / 32) < 1e-12)
    #expect(abs(SignTest.chance(won: 8, lost: 2) - 56.0 / 1024) < 1e-12)
    #expect(SignTest.chance(won: 0, lost: 3) == 1)
    #expect(SignTest.chance(won: 5_100, lost: 4_900) > 0.02)
  }

  @Test("ten thousand answers by thirty changes take no time that is felt")
  func many() {
    let changes = (1...30).map { MeasureChange.price(Double($0) / 31) }
    let suggested = [Course?](repeating: .gone, count: 30) + [.whole]
    let cases =
      cases(6_000, .whole, suggested) + cases(4_000, .gone, suggested, from: 6_000)
    let start = ThreadTime.spent
    let found = lesson(cases, changes)
    #expect(found.answers == 10_000 && found.proposal?.agreeing == 6_000)
    #expect(ThreadTime.spent - start < .seconds(30))
  }
}
