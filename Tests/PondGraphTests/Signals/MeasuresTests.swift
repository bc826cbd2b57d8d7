import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("The measures by which a person's accounts are weighed")
struct MeasuresTests {
  @Test("where nothing is said they are the model's, and no change leads to them")
  func standard() {
    let standard = Measures.standard
    #expect(standard.price == 0.10 && standard.allowance == 4 && standard.ambience == 0.25)
    #expect(standard.credits == .standard && standard.folders.isEmpty && standard.changes.isEmpty)
    #expect(Measures([MeasureChange]()) == standard)
  }

  @Test("the later of two changes of one thing counts, and the way back leads to the model's")
  func later() {
    let changes: [MeasureChange] = [
      .price(0.2), .credit(.read, 0.8), .price(0.05), .folder("A", .thin), .folder("A", .keep),
    ]
    let measures = Measures(changes)
    #expect(measures.changes == [.price(0.05), .credit(.read, 0.8), .folder("A", .keep)])
    #expect(Measures(measures.changes) == measures)
    #expect(measures.current(.price(1)) == .price(0.05))
    #expect(measures.current(.folder("B", .thin)) == nil)
    #expect(measures.changed(.price(0.1)).changed(.credit(.read, 0.5)).changes.count == 1)
  }

  @Test("a bar of one's own is the model's where the measures are, to the last bit")
  func bar() {
    for minutes in [0.15, 0.2, 1, 4, 20] {
      #expect(Bar(minutesPerPost: minutes) == Bar(minutesPerPost: minutes, by: .standard))
    }
    let dear = Bar(minutesPerPost: 4, by: Measures([.price(0.2), .allowance(8)]))
    #expect(dear.freePosts == 2 && dear.required(at: 2) == 0 && dear.required(at: 4) == 0.1)
    #expect(dear.volume(metBy: 0.4) == 4)
  }

  @Test("a price, free minutes and a credit move what is suggested; what is quiet stays free")
  func verdicts() {
    let loud = Here.evidence(
      "loud", days: 360,
      Here.posts(from: 359, to: 1, count: 1400) { $0.isMultiple(of: 9) ? [.read] : [] })
    func verdict(_ changes: MeasureChange...) -> Verdict {
      Assessor.assess(loud, prior: .fallback, measures: Measures(changes), now: Here.now).verdict
    }
    #expect(verdict() == .thin)
    #expect(verdict(.price(0.02)) == .keep)
    #expect(verdict(.allowance(120)) == .keep)
    #expect(verdict(.credit(.read, 1)) == .keep)
    let quiet = Here.evidence(
      "quiet", days: 360, Here.posts(from: 359, to: 1, count: 40) { _ in [] })
    let strict = Measures([.price(1), .folder("F", .thin)])
    #expect(
      Assessor.assess(quiet, prior: .fallback, measures: strict, now: Here.now).verdict == .keep)
  }

  @Test("explaining tells one's own measures beside the model's, and nothing where there are none")
  func explained() {
    for topic in Explanation.Topic.allCases {
      #expect(Explanation(topic, for: .standard) == Explanation(topic))
    }
    let own = Measures([.price(0.05), .credit(.opened, 0.5), .folder("News", .thin), .ambience(0)])
    let bar = Explanation(.bar, for: own).text
    #expect(bar.hasPrefix(Explanation(.bar).text))
    #expect(bar.contains("a post past the free ones    0.05     (the model: 0.1)"))
    #expect(Explanation(.credits, for: own).text.contains("opened                       0.5"))
    #expect(Explanation(.verdicts, for: own).text.hasSuffix("“News”                       thin"))
    #expect(Explanation(.signals, for: own).text.contains("(the model: 0.25)"))
    #expect(Explanation(.ladder, for: own).text == Explanation(.ladder).text)
    for topic in Explanation.Topic.allCases {
      let lines = Explanation(topic, for: own).text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 78 })
    }
  }
}
