import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Choosing the pond: the objective's shape, the caps, the certificate (model §6, P1, P2, P10–P12).
@Suite("Choosing the pond")
struct PondChoiceTests {
  private func candidate(
    _ dice: inout SplitMix64, _ number: Int, topics: Int = 4, isPinned: Bool = false
  ) -> Candidate {
    let first = Int.random(in: 0..<topics, using: &dice)
    let second = Int.random(in: 0..<topics, using: &dice)
    return Candidate(
      account: AccountKey(kind: .feed, value: "a\(number).example"),
      worth: Double.random(in: 0...4, using: &dice),
      depth: Bool.random(using: &dice) ? Double.random(in: 0...2, using: &dice) : 0,
      cost: Double.random(in: 0...60, using: &dice),
      topics: [.init(topic: first, share: 0.6), .init(topic: second, share: 0.4)],
      community: Int.random(in: -1..<3, using: &dice) < 0
        ? nil : Int.random(in: 0..<3, using: &dice), isPinned: isPinned)
  }

  private func choice(
    _ dice: inout SplitMix64, count: Int, size: Int, minutes: Double, pins: Int = 0,
    diversity: Double = 1
  ) -> PondChoice {
    let candidates = (0..<count).map { candidate(&dice, $0, isPinned: $0 < pins) }
    return PondChoice(
      candidates, topicWeights: [1, 0.5, 2, 1.5], caps: Caps(size: size, budget: minutes),
      diversity: diversity)
  }

  private func bestByForce(_ choice: PondChoice) -> Double {
    let pins = Set(choice.pins)
    let free = choice.candidates.indices.filter { !pins.contains($0) }
    var best = choice.value(of: pins)
    for mask in 0..<(1 << free.count) {
      let chosen = free.indices.filter { mask >> $0 & 1 == 1 }.map { free[$0] } + pins
      if choice.fits(chosen) { best = max(best, choice.value(of: chosen)) }
    }
    return best
  }

  @Test("F of nobody is 0, its order is free, one more never hurts and gives the less (P1)")
  func objective() {
    var dice = SplitMix64(seed: 61)
    for round in 0..<300 {
      let choice = choice(
        &dice, count: 8, size: 8, minutes: .infinity,
        diversity: Diversity.weights[round % Diversity.weights.count])
      #expect(choice.value(of: []) == 0)
      let order = Array(0..<8).shuffled(using: &dice)
      var small = choice.nobody
      var large = choice.nobody
      for place in order.prefix(2) { small.add(place) }
      for place in order.prefix(5).reversed() { large.add(place) }
      let next = order[6]
      #expect(small.gain(of: next) >= large.gain(of: next) - 1e-12)
      #expect(large.gain(of: next) >= 0)
      #expect(abs(large.value - choice.value(of: order.prefix(5))) < 1e-9)
      #expect(large.value >= small.value - 1e-12)
    }
  }

  @Test("the bound never falls below the best pond, and the caps are kept (P2, P10)")
  func bound() {
    var dice = SplitMix64(seed: 62)
    var worst = 1.0
    for round in 0..<Rounds.times(40, 120) {
      let choice = choice(
        &dice, count: 10, size: 2 + round % 6,
        minutes: round % 4 == 0 ? .infinity : Double.random(in: 20...150, using: &dice),
        diversity: Diversity.weights[round % Diversity.weights.count])
      let pond = choice.solved()
      let best = bestByForce(choice)
      #expect(pond.bound >= best - 1e-9, "round \(round)")
      #expect(choice.fits(pond.chosen))
      #expect(abs(pond.value - choice.value(of: pond.chosen)) < 1e-9)
      #expect(pond.certificate <= 1 && pond.certificate >= 0)
      worst = min(worst, pond.value / best)
    }
    // The better of greedy by gain and by gain per cost is never worse than (1 − 1/e)/2, and both are
    // among the nine.
    #expect(worst > 0.5 * (1 - 1 / exp(1)))
  }

  @Test("pins stay whatever they cost, and where they exceed a cap nobody is added (P10)")
  func pins() {
    var dice = SplitMix64(seed: 63)
    for round in 0..<60 {
      let choice = choice(&dice, count: 9, size: 2 + round % 5, minutes: 60, pins: 3)
      let pond = choice.solved()
      #expect(Set(choice.pins).isSubset(of: Set(pond.chosen)))
      if !choice.fits(choice.pins) {
        #expect(pond.chosen == choice.pins)
        #expect(pond.certificate == 1)
      } else {
        #expect(choice.fits(pond.chosen))
        #expect(pond.bound >= bestByForce(choice) - 1e-9)
      }
    }
  }

  @Test("more minutes never lower what greedy is held against (P11)")
  func monotoneBound() {
    var dice = SplitMix64(seed: 64)
    for _ in 0..<Rounds.times(12, 40) {
      let small = choice(&dice, count: 9, size: 4, minutes: 60)
      let large = PondChoice(
        small.candidates, topicWeights: [1, 0.5, 2, 1.5], caps: Caps(size: 4, budget: 120))
      #expect(bestByForce(large) >= bestByForce(small) - 1e-12)
      #expect(large.solved().bound >= bestByForce(small) - 1e-9)
    }
  }

  @Test("the order of the candidates changes nothing; new names change only names (P12)")
  func relabelling() {
    var dice = SplitMix64(seed: 65)
    for _ in 0..<Rounds.times(12, 40) {
      let choice = choice(&dice, count: 12, size: 5, minutes: 100)
      let shuffled = PondChoice(
        choice.candidates.shuffled(using: &dice), topicWeights: [1, 0.5, 2, 1.5],
        caps: choice.caps)
      #expect(shuffled.solved().accounts == choice.solved().accounts)
      #expect(shuffled.solved().value == choice.solved().value)
      let renamed = PondChoice(
        choice.candidates.map { $0.renamed("z" + $0.account.value) },
        topicWeights: [1, 0.5, 2, 1.5], caps: choice.caps)
      #expect(
        renamed.solved().accounts.map(\.value) == choice.solved().accounts.map { "z" + $0.value })
    }
  }

  @Test("diversity costs no more than its price, and with none there is the list that gives most")
  func price() {
    var dice = SplitMix64(seed: 69)
    var (bought, dearest) = (0, 0.0)
    for _ in 0..<Rounds.times(20, 60) {
      let question = choice(&dice, count: 14, size: 5, minutes: 150)
      let (pond, plain) = question.priced()
      let whole = question.signal(of: plain.chosen)
      #expect(question.signal(of: pond.chosen) >= 0.97 * whole - 1e-9)
      #expect(plain.choice.diversity == 0)
      let free = question.priced(at: 0)
      #expect(question.signal(of: free.pond.chosen) >= whole - 1e-9)
      #expect(free.pond.choice.diversity <= pond.choice.diversity)
      let paid = Diversity.bought(pond, beside: plain)
      #expect((0...0.03 + 1e-9).contains(paid.paid))
      bought += paid.coming.count
      let (gives, most) = (
        pond.choice.signal(of: pond.chosen), plain.choice.signal(of: plain.chosen)
      )
      #expect(abs(paid.paid - max(0, 1 - gives / most)) < 1e-12)
      dearest = max(dearest, paid.paid)
      #expect(Diversity.bought(plain, beside: plain).coming.isEmpty)
    }
    #expect(bought > 0 && dearest > 0)
  }

  @Test("who never was read takes only what those who are read leave (P17)")
  func readFirst() {
    var dice = SplitMix64(seed: 70)
    for round in 0..<Rounds.times(30, 80) {
      let read = (0..<8).map { candidate(&dice, $0) }
      let unread = (8..<14).map { number -> Candidate in
        let one = candidate(&dice, number)
        return Candidate(
          account: one.account, worth: one.worth * 5, cost: one.cost / 4, topics: one.topics,
          isRead: false)
      }
      let caps = Caps(size: 3 + round % 4, budget: 120)
      let alone = PondChoice(read, topicWeights: [1, 0.5, 2, 1.5], caps: caps)
      let mixed = PondChoice(read + unread, topicWeights: [1, 0.5, 2, 1.5], caps: caps)
      for key in GreedyWalk.Key.all {
        let before = GreedyWalk(alone, by: key).chosen.map { alone.candidates[$0].account }
        let after = GreedyWalk(mixed, by: key).chosen.map { mixed.candidates[$0].account }
        #expect(Array(after.prefix(before.count)) == before)
      }
      #expect(mixed.fits(mixed.solved().chosen))
    }
  }

  @Test(
    "read in order: what is read first, then who gives most for a minute; variety takes places over"
  )
  func orderOfReading() {
    var dice = SplitMix64(seed: 71)
    var changed = 0
    for _ in 0..<Rounds.times(20, 60) {
      let question = choice(&dice, count: 14, size: 5, minutes: 150)
      let (pond, plain) = question.priced()
      let byRate = plain.orderOfReading(beside: plain)
      let rates = Dictionary(
        uniqueKeysWithValues: question.candidates.map {
          ($0.account, $0.worth / max($0.cost, 1e-9))
        })
      let measured = byRate.map { rates[$0] ?? -1 }
      #expect(measured == measured.sorted(by: >))
      let order = pond.orderOfReading(beside: plain)
      #expect(Set(order) == Set(byRate) && order.count == byRate.count)
      let (ours, theirs) = (Set(pond.accounts), Set(plain.accounts))
      for (place, account) in order.enumerated() {
        let before = byRate.firstIndex(of: account) ?? -1
        if ours.subtracting(theirs).contains(account) {
          #expect(place <= before)
        } else if theirs.subtracting(ours).contains(account) {
          #expect(place >= before)
        } else {
          #expect(place == before)
        }
        if place != before { changed += 1 }
      }
    }
    #expect(changed > 0)
  }

  @Test("a large question ends soon, with a certificate that says something")
  func large() {
    var dice = SplitMix64(seed: 66)
    let choice = choice(&dice, count: Rounds.times(400, 2000), size: 60, minutes: 600)
    let pond = choice.solved()
    #expect(choice.fits(pond.chosen))
    #expect(pond.certificate > 0.8)
  }

  // MARK: Stability

  @Test(
    "a pond within two in a hundred of the best stays as it is; a re-run is a fixed point (P10)")
  func stays() {
    var dice = SplitMix64(seed: 67)
    for _ in 0..<Rounds.times(12, 40) {
      let choice = choice(&dice, count: 14, size: 5, minutes: 150)
      let best = choice.solved()
      let again = SteadyPond(best: best, before: Set(best.accounts))
      #expect(again.moves.isEmpty && again.pond.accounts == best.accounts)
      // Somebody else's pond: single moves lead to within two in a hundred, or no move is left.
      let other = Set(choice.candidates.shuffled(using: &dice).prefix(4).map(\.account))
      let steady = SteadyPond(best: best, before: other)
      #expect(choice.fits(steady.pond.chosen))
      // Who leaves stands in the old pond and not in the best one; who comes, the other way round.
      let aim = Set(best.accounts)
      #expect(aim.isDisjoint(with: steady.moves.compactMap(\.leaving)))
      #expect(other.isSuperset(of: steady.moves.compactMap(\.leaving)))
      #expect(aim.subtracting(other).isSuperset(of: steady.moves.compactMap(\.coming)))
      let fixed = SteadyPond(best: best, before: Set(steady.pond.accounts))
      #expect(fixed.moves.isEmpty && fixed.pond.accounts == steady.pond.accounts)
    }
  }

  @Test("what an account takes of both caps; where minutes are no matter, its own of them")
  func parts() {
    let (minutes, places) = (GreedyWalk.Key(places: 0), GreedyWalk.Key.gain)
    let caps = Caps(size: 4, budget: 12)
    #expect(minutes.part(of: caps, cost: 6) == 0.5 && places.part(of: caps, cost: 6) == 0.25)
    #expect(minutes.part(of: Caps(size: 4), cost: 6) == 6)
    #expect(minutes.part(of: Caps(size: 4, budget: 0), cost: 6) == 6)
    #expect(minutes.part(of: caps, cost: 0) > 0)
  }

  @Test("a second voice of a topic or a community adds less than the first")
  func lessOfTheSame() {
    func gains(_ topics: [Int], community: Int?) -> [Double] {
      let candidates = topics.enumerated().map { number, topic in
        Candidate(
          account: Invented.key("a\(number)"), worth: 1, cost: 1,
          topics: [.init(topic: topic, share: 0.8)], community: community)
      }
      let choice = PondChoice(candidates, topicWeights: [1, 1], caps: Caps(size: 9))
      let sums = topics.indices.map { choice.value(of: 0...$0) }
      return zip(sums, [0] + sums).map { $0 - $1 }
    }
    let same = gains([0, 0, 0], community: nil)
    #expect(same[0] > same[1] + 0.01 && same[1] > same[2])
    let other = gains([0, 1], community: nil)
    #expect(abs(other[0] - other[1]) < 1e-12)
    let joined = gains([0, 1], community: 0)
    #expect(joined[0] > joined[1] + 0.01)
  }

  @Test("a certificate is a share of the best there is, and never more than all of it")
  func certificates() {
    let nobody = PondChoice([], caps: Caps(size: 3))
    func certificate(_ value: Double, _ bound: Double) -> Double {
      ChosenPond(choice: nobody, order: [], key: GreedyWalk.Key.all[0], value: value, bound: bound)
        .certificate
    }
    #expect(certificate(1, 2) == 0.5 && certificate(2.000_000_1, 2) == 1 && certificate(0, 0) == 1)
  }

  @Test("missed least is who gives least, of equals the first by key, and no pin")
  func leastMissed() {
    func missed(_ worths: [String: Double], pins: Set<String> = []) -> String? {
      let candidates = worths.map { name, worth in
        Candidate(
          account: Invented.key(name), worth: worth, cost: 1, isPinned: pins.contains(name))
      }
      let least = PondChoice(candidates, caps: Caps(size: 3)).solved().leastMissed
      return least.map { String($0.value.prefix(1)) }
    }
    #expect(missed(["a": 3, "b": 1, "c": 2]) == "b")
    #expect(missed(["a": 3, "b": 1, "c": 2], pins: ["b"]) == "c")
    #expect(missed(["a": 2, "b": 2, "c": 2]) == "a")
    #expect(missed(["a": 2, "b": 2], pins: ["a", "b"]) == nil)
  }

  @Test("where the caps shrank, those go first who are missed least")
  func shrinking() {
    var dice = SplitMix64(seed: 68)
    let wide = choice(&dice, count: 12, size: 8, minutes: .infinity)
    let before = Set(wide.solved().accounts)
    let narrow = PondChoice(wide.candidates, topicWeights: [1, 0.5, 2, 1.5], caps: Caps(size: 5))
    let steady = SteadyPond(best: narrow.solved(), before: before)
    #expect(steady.pond.chosen.count == 5)
    #expect(steady.moves.filter { $0.coming == nil }.count == 3)
  }
}

extension Candidate {
  fileprivate func renamed(_ name: String) -> Candidate {
    Candidate(
      account: AccountKey(kind: account.kind, value: name), worth: worth, depth: depth,
      cost: cost, topics: topics, community: community, isPinned: isPinned)
  }
}
