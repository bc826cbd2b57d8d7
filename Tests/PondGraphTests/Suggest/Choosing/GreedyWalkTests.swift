import PondTestSupport
import Testing

@testable import PondGraph

/// What makes a walk and its certificate quick changes neither (model §6).
@Suite("Walking to a full pond")
struct GreedyWalkTests {
  private func choice(
    _ dice: inout SplitMix64, count: Int, size: Int, minutes: Double, diversity: Double
  ) -> PondChoice {
    let candidates = (0..<count).map { number in
      Candidate(
        account: AccountKey(kind: .feed, value: "a\(number).example"),
        worth: Double.random(in: 0...4, using: &dice),
        depth: Double.random(in: 0...1, using: &dice),
        cost: number.isMultiple(of: 9) ? 0 : Double.random(in: 0...60, using: &dice),
        topics: [
          .init(topic: Int.random(in: 0..<6, using: &dice), share: 0.7),
          .init(topic: Int.random(in: 0..<6, using: &dice), share: 0.3),
        ], community: number % 5, isPinned: number.isMultiple(of: 40),
        isRead: Int.random(in: 0..<3, using: &dice) > 0)
    }
    return PondChoice(
      candidates, topicWeights: [1, 0.5, 2, 1.5, 1, 3], caps: Caps(size: size, budget: minutes),
      diversity: diversity)
  }

  /// The same by asking everybody at every step.
  private func asked(_ choice: PondChoice, by key: GreedyWalk.Key) -> [Int] {
    var value = choice.nobody
    var chosen = choice.pins
    for place in chosen { value.add(place) }
    var spent = choice.cost(of: chosen)
    while chosen.count < choice.caps.size {
      let open = choice.candidates.indices.filter { place in
        !chosen.contains(place) && choice.candidates[place].cost <= choice.caps.budget - spent
      }
      func measure(_ place: Int) -> Double {
        value.gain(of: place) / key.part(of: choice.caps, cost: choice.candidates[place].cost)
      }
      let read = open.filter { choice.candidates[$0].isRead }
      let best = (read.isEmpty ? open : read).map { ($0, measure($0)) }
        .max { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }
      guard let best else { return chosen }
      value.add(best.0)
      chosen.append(best.0)
      spent += choice.candidates[best.0].cost
    }
    return chosen
  }

  @Test("whom it passes over and whom it asks again is whom asking everybody would take")
  func lazy() {
    var dice = SplitMix64(seed: 171)
    for round in 0..<Rounds.times(8, 40) {
      let choice = choice(
        &dice, count: 90, size: 12 + round, minutes: [80, 200, 600, .infinity][round % 4],
        diversity: Diversity.weights[round % Diversity.weights.count])
      for key in GreedyWalk.Key.all {
        let walk = GreedyWalk(choice, by: key)
        #expect(walk.chosen == asked(choice, by: key), "round \(round), \(key.places)")
        // Laziness is the point: fewer than everybody at every step.
        #expect(walk.evaluations < choice.candidates.count * walk.chosen.count)
      }
    }
  }

  @Test("where nothing is shared and minutes are no matter, the bound is the very best")
  func exact() {
    var dice = SplitMix64(seed: 172)
    for _ in 0..<20 {
      let choice = choice(&dice, count: 60, size: 9, minutes: .infinity, diversity: 0)
      let pins = choice.pins
      let others = choice.candidates.indices.filter { !pins.contains($0) }
        .map { choice.candidates[$0].worth }.sorted(by: >).prefix(9 - pins.count)
      let best = choice.value(of: pins) + others.reduce(0, +)
      #expect(abs(choice.solved().bound - best) < 1e-6 * best)
    }
  }
}
