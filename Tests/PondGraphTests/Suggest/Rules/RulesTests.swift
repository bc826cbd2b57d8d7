import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("The list of rules (model §4)")
struct RulesTests {
  @Test("the order is that of the model, and every rule has a name of its own")
  func order() {
    #expect(
      Rules.all.map(\.name) == [
        "your word", "broken address", "ended", "words both ways", "too little seen", "small cost",
        "your word for a folder", "worth asking", "below the bar", "nothing against it",
      ])
    for verdict in Verdict.allCases {
      #expect(Rules.all.contains { $0.outcome.contains(verdict.rawValue) }, "\(verdict)")
    }
  }

  @Test("explain verdicts is printed from the list: every name, verdict and word, in order")
  func explanation() {
    let text = Explanation(.verdicts).text
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    var place = words.startIndex
    for (number, rule) in zip(1..., Rules.all) {
      let head = rule.outcome.isEmpty ? rule.name : "\(rule.name): \(rule.outcome)"
      let paragraph = "\(number). \(head) \(rule.paragraph)"
      let found = words.range(of: paragraph, range: place..<words.endIndex)
      #expect(found != nil, "\(rule.name)")
      place = found?.upperBound ?? place
    }
  }

  @Test("the rule that decided is named in every case (R3)")
  func named() {
    let names = Set(Rules.all.map(\.name))
    for seed in 0..<300 as Range<UInt64> {
      var random = RandomEvidence(seed: seed)
      let found = Assessor.assess(random.account(), prior: .fallback, now: Here.now)
      #expect(names.contains(found.rule) && found.rule == found.suggestion.rule)
      let ruling = Ruling(Readings(random.weighable(), now: Here.now))
      let rule = Rules.all.first { $0.name == ruling.rule }
      #expect(rule?.outcome.contains(ruling.verdict.rawValue) == true, "seed \(seed)")
    }
  }

  @Test("a ruling without some of the rules is that of the rules that are left")
  func after() {
    #expect(Array(Rules.after(.tooLittleSeen)).map(\.name).first == "small cost")
    #expect(Array(Rules.after(.nothingAgainstIt)).isEmpty)
    let nothing = Readings(Evidence(account: Here.key("nothing")), now: Here.now)
    #expect(Ruling(nothing, after: .nothingAgainstIt).verdict == .keep)
  }
}
