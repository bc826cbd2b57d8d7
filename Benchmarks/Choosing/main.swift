// Measures choosing and walking the follow graph on made-up instances of the sizes that model.md
// names, for which no file could be read: seconds, evaluations, peak memory.
//
//   swift run -c release measure-choosing [coverage|caps|pagerank]

import Foundation
import PondGraph

/// Chance that can be repeated (Knuth's linear congruence; the upper bits are the good ones).
struct Dice {
  var state: UInt64

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func unit() -> Double { Double(number(below: 1 << 30)) / Double(1 << 30) }
}

func seconds(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let spent = clock.measure(work)
  return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
}

func peakMegabytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

func key(_ number: Int) -> AccountKey { AccountKey(kind: .feed, value: String(number, radix: 36)) }

func say(_ what: String, _ figures: String) { print("| \(what) | \(figures) |") }

/// Plain coverage: 45,000 sets over 1,000,000 elements, some 5.3 million memberships, the sizes of
/// the sets as uneven as those of real lists. A worth so high that one set serves its elements whole.
func coverage() {
  var dice = Dice(state: 7)
  let elements = 1_000_000
  let candidates = (0..<45_000).map { number -> Candidate in
    let size = 20 + Int(98 * -log(max(dice.unit(), 1e-9)))
    let topics = (0..<size).map { _ in
      Candidate.TopicShare(topic: dice.number(below: elements), share: 1)
    }
    return Candidate(account: key(number), worth: 100, cost: 0, topics: topics)
  }
  let memberships = candidates.reduce(0) { $0 + $1.topics.count }
  let choice = PondChoice(
    candidates, topicWeights: [Double](repeating: 1, count: elements), caps: Caps(size: 150))
  var walk: GreedyWalk?
  let spent = seconds { walk = GreedyWalk(choice, by: .gain) }
  let naive = (0..<150).reduce(0) { $0 + 45_000 - $1 }
  let asked = walk?.evaluations ?? 0
  say(
    "coverage: 45,000 sets, \(memberships) memberships, 150 chosen",
    String(
      format: "%.3f s, %d evaluations, %.0f times fewer than naive greedy", spent, asked,
      Double(naive) / Double(max(1, asked))))
}

/// 10,000 accounts with folders, communities and costs, under both caps.
func caps(_ count: Int) {
  var dice = Dice(state: 11)
  let candidates = (0..<count).map { number in
    let rate = exp(4 * dice.unit() - 1)
    return Candidate(
      account: key(number), worth: rate * dice.unit() * dice.unit(),
      depth: dice.number(below: 20) == 0 ? 3 * dice.unit() : 0, cost: rate * 3,
      topics: [Candidate.TopicShare(topic: dice.number(below: 60), share: 1)],
      community: dice.number(below: 40))
  }
  let weights = (0..<60).map { _ in 0.25 + 3 * dice.unit() }
  let choice = PondChoice(
    candidates, topicWeights: weights, caps: Caps(size: 60, budget: 60 * 10))
  var walks: [GreedyWalk] = []
  let choosing = seconds { walks = GreedyWalk.Key.all.map { GreedyWalk(choice, by: $0) } }
  var priced: (pond: ChosenPond, plain: ChosenPond)?
  let whole = seconds { priced = choice.priced() }
  say(
    "\(count) accounts, both caps",
    String(
      format: "three walks %.3f s, with the certificate %.3f s; best %.3f, certificate %.4f",
      choosing, whole, walks.map(\.value).max() ?? 0, pond?.certificate ?? 0))
}

/// A walker over 1,000,000 accounts and 10,000,000 edges, from sixty of them.
func pageRank(_ nodes: Int, _ edges: Int) {
  var dice = Dice(state: 13)
  // Fixed widths sort as numbers do, so that the names need no sorting here.
  let names = (0..<nodes).map { number in
    AccountKey(kind: .feed, value: String(String(number + 10_000_000).dropFirst()))
  }
  let pairs = (0..<edges).map { _ in
    (source: Int32(dice.number(below: nodes)), target: Int32(dice.number(below: nodes)))
  }
  var graph: FollowGraph?
  let building = seconds { graph = FollowGraph(nodes: names, pairs: pairs) }
  guard let graph else { return }
  let start = Dictionary(uniqueKeysWithValues: (0..<60).map { ($0 * 97, 1.0) })
  var shares: [Double] = []
  let walking = seconds { shares = PersonalisedPageRank.shares(in: graph, start: start) }
  say(
    "personalised PageRank: \(nodes) nodes, \(graph.edgeCount) edges",
    String(
      format: "building %.2f s, walking %.2f s, sum %.6f, peak %d MB", building, walking,
      shares.reduce(0, +), peakMegabytes()))
}

let wanted = Set(CommandLine.arguments.dropFirst())
print("| what | figures |\n|---|---|")
if wanted.isEmpty || wanted.contains("pagerank") {
  for part in [10, 3, 1] { pageRank(1_000_000 / part, 10_000_000 / part) }
}
if wanted.isEmpty || wanted.contains("caps") { [1_000, 3_000, 10_000].forEach(caps) }
if wanted.isEmpty || wanted.contains("coverage") { coverage() }
