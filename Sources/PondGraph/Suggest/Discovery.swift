/// Whom those who are kept point at and the person does not follow (model §7).
///
/// Ranked by the votes of the kept, weighted by what they are worth to the person and damped by how
/// freely they point: `Σ ŵ_i / √outdegree_i`. A link inside their posts is such a vote too, weaker the
/// fewer posts have it and the fewer of those the person engaged with, and damped by how many places
/// their posts point at. How many others point at somebody is asked nowhere.
package struct Discovery: Sendable {
  private let graph: FollowGraph
  private let kept: [AccountKey: Double]
  private let links: LinkedPlaces?

  /// Looks in a graph.
  /// - Parameters:
  ///   - kept: the accounts that are kept, with their worth.
  ///   - links: at whom their posts point; nil where that is not known.
  package init(in graph: FollowGraph, kept: [AccountKey: Double], links: LinkedPlaces? = nil) {
    self.graph = graph
    self.kept = kept
    self.links = links
  }

  /// Somebody kept who points at somebody.
  package struct Voter: Hashable, Sendable {
    /// Who it is.
    package let account: AccountKey
    /// Whether they follow or recommend them.
    package let recommends: Bool
    /// How many of their posts point there.
    package let posts: Int
    /// With how many of those the person did something.
    package let engaged: Int
    /// What their vote weighs; for comparing alone.
    fileprivate let weight: Double
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
    package let voters: [Voter]
  }

  /// Everybody who has a vote and is not left out, those with most votes first, then those within
  /// closer reach, then by key. O(edges · iterations).
  package func finds(leavingOut: Set<AccountKey>) -> [Find] {
    let total = kept.values.sorted().reduce(0) { $0 + max(0, $1) }
    // Somebody of whom nothing is known yet has a small voice, not none.
    let worths = kept.mapValues { total > 0 ? max(0, $0) / total + 1e-6 : 1 }
    let voters = voters(worths)
    let whole = whole
    let start = worths.sorted { $0.key < $1.key }.compactMap { account, worth in
      whole.place(of: account).map { ($0, worth) }
    }
    let reach = PersonalisedPageRank.shares(
      in: whole, start: Dictionary(start) { first, _ in first })
    let finds = voters.compactMap { account, voters -> Find? in
      guard !leavingOut.contains(account), kept[account] == nil else { return nil }
      let voters = voters.sorted { ($1.weight, $0.account) < ($0.weight, $1.account) }
      return Find(
        account: account, votes: voters.reduce(0) { $0 + $1.weight },
        reach: whole.place(of: account).map { reach[$0] } ?? 0, voters: voters)
    }
    return finds.sorted { ($1.votes, $1.reach, $0.account) < ($0.votes, $0.reach, $1.account) }
  }

  /// The kept who point at each account. Who recommends and links has one vote, the heavier one.
  private func voters(_ worths: [AccountKey: Double]) -> [AccountKey: [Voter]] {
    let byVoter = Dictionary(grouping: links?.pointers ?? [], by: \.source)
    var voters: [AccountKey: [Voter]] = [:]
    for (voter, worth) in worths.sorted(by: { $0.key < $1.key }) {
      let out = graph.place(of: voter).map(graph.outgoing) ?? []
      let said = worth / Double(max(1, out.count)).squareRoot()
      var targets = Dictionary(
        out.map { target in
          let account = graph.nodes[Int(target)]
          let vote = Voter(account: voter, recommends: true, posts: 0, engaged: 0, weight: said)
          return (account, vote)
        }
      ) { first, _ in first }
      let linked = worth / Double(max(1, links?.breadth[voter] ?? 1)).squareRoot()
      for pointer in byVoter[voter] ?? [] {
        let before = targets[pointer.place]
        targets[pointer.place] = Voter(
          account: voter, recommends: before != nil, posts: pointer.posts, engaged: pointer.engaged,
          weight: max(before?.weight ?? 0, linked * LinkedPlaces.strength(pointer)))
      }
      for (target, vote) in targets { voters[target, default: []].append(vote) }
    }
    return voters
  }

  /// The graph with the links in it.
  private var whole: FollowGraph {
    guard let links, !links.pointers.isEmpty else { return graph }
    let said = graph.nodes.indices.lazy.flatMap { [graph] node in
      graph.outgoing(node).map { (source: graph.nodes[node], target: graph.nodes[Int($0)]) }
    }
    return FollowGraph(edges: Array(said) + links.pointers.map { ($0.source, $0.place) })
  }
}
