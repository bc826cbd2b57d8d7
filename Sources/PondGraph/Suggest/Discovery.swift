/// Whom those who are kept point at and the person does not follow (model §7).
///
/// Ranked by the votes of the kept, weighted by what they are worth to the person and damped by how
/// freely they point: `Σ ŵ_i / √outdegree_i`. How many others point at somebody is asked nowhere.
package struct Discovery: Sendable {
  private let graph: FollowGraph
  private let kept: [AccountKey: Double]

  /// Looks in a graph.
  /// - Parameter kept: the accounts that are kept, with their worth.
  package init(in graph: FollowGraph, kept: [AccountKey: Double]) {
    self.graph = graph
    self.kept = kept
  }

  /// Somebody who may be worth following.
  package struct Find: Hashable, Sendable {
    /// Who it is.
    package let account: AccountKey
    /// The votes, 0…; for comparing alone.
    package let votes: Double
    /// How close they are beyond two steps, 0…1; breaks ties.
    package let reach: Double
    /// Which of the kept point at them, those with the heaviest vote first.
    package let voters: [AccountKey]
  }

  /// Everybody who has a vote and is not left out, those with most votes first, then those within
  /// closer reach, then by key. O(edges · iterations).
  package func finds(leavingOut: Set<AccountKey>) -> [Find] {
    let total = kept.values.sorted().reduce(0) { $0 + max(0, $1) }
    var votes: [Int: [(voter: AccountKey, weight: Double)]] = [:]
    var start: [Int: Double] = [:]
    for voter in kept.keys.sorted() {
      guard let place = graph.place(of: voter) else { continue }
      // Somebody of whom nothing is known yet has a small voice, not none.
      let worth = total > 0 ? max(0, kept[voter] ?? 0) / total + 1e-6 : 1
      start[place] = worth
      let out = graph.outgoing(place)
      for target in out {
        votes[Int(target), default: []].append((voter, worth / Double(out.count).squareRoot()))
      }
    }
    let reach = PersonalisedPageRank.shares(in: graph, start: start)
    let finds = votes.compactMap { target, votes -> Find? in
      let account = graph.nodes[target]
      guard !leavingOut.contains(account), kept[account] == nil else { return nil }
      let voters = votes.sorted { ($1.weight, $0.voter) < ($0.weight, $1.voter) }
      return Find(
        account: account, votes: votes.reduce(0) { $0 + $1.weight }, reach: reach[target],
        voters: voters.map(\.voter))
    }
    return finds.sorted { ($1.votes, $1.reach, $0.account) < ($0.votes, $0.reach, $1.account) }
  }
}
