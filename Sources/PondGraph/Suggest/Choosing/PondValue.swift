import Foundation

/// F: what a set of accounts gives together, kept as the sums that one more account changes
/// (model §6). Monotone and submodular, and 0 for nobody: one more voice never hurts, and gives the
/// less the more of its kind are there.
///
/// `F(S) = w_T·Σ_τ u_τ(1 − e^(−Σ w_i q_iτ/θ)) + w_V·Σ(1 − e^(−w_i)) + w_D·Σ D_i + w_X·Σ_c √Σ w_i`
package struct PondValue: Sendable {
  /// w_T, w_V, w_D, w_X: what topics, voices, depth and communities count beside each other.
  package static let weights = (topics: 1.0, voices: 1.0, depth: 0.5, communities: 0.5)
  /// θ: the worth at which a topic is about two thirds served.
  package static let satiation = 2.0

  // u·e^(−Σ w q/θ): what each topic still lacks.
  private var lacking: [Double]
  private var communities: [Double]
  /// F of everything added so far.
  package var value: Double { own + shared }
  /// The part of F that every account brings whoever else is there: voices and depth.
  private var own = 0.0
  /// The part of F that accounts share: topics and communities.
  package private(set) var shared = 0.0

  /// Begins with nobody.
  /// - Parameter topicWeights: u, by topic number.
  package init(topicWeights: [Double], communities: Int) {
    lacking = topicWeights
    self.communities = [Double](repeating: 0, count: communities)
  }

  /// What one more account would add; not negative. O(its topics).
  package func gain(of candidate: Candidate) -> Double {
    Self.own(candidate) + sharedGain(of: candidate)
  }

  /// What an account brings whoever else is there.
  package static func own(_ candidate: Candidate) -> Double {
    weights.voices * (1 - exp(-candidate.worth)) + weights.depth * candidate.depth
  }

  /// What one more account would add to topics and communities.
  package func sharedGain(of candidate: Candidate) -> Double {
    var gain = 0.0
    for place in candidate.topics.indices {
      let topic = candidate.topics[place].topic
      guard lacking.indices.contains(topic) else { continue }
      gain += lacking[topic] * candidate.serving[place]
    }
    gain *= Self.weights.topics
    if let community = candidate.community, communities.indices.contains(community) {
      let before = communities[community]
      let added = (before + candidate.worth).squareRoot() - before.squareRoot()
      gain += Self.weights.communities * added
    }
    return gain
  }

  /// Adds an account.
  package mutating func add(_ candidate: Candidate) {
    own += Self.own(candidate)
    shared += sharedGain(of: candidate)
    for place in candidate.topics.indices {
      let topic = candidate.topics[place].topic
      if lacking.indices.contains(topic) { lacking[topic] *= 1 - candidate.serving[place] }
    }
    if let community = candidate.community, communities.indices.contains(community) {
      communities[community] += candidate.worth
    }
  }
}

extension PondValue {
  /// The paragraph that `pond explain choosing` prints.
  package static var explanation: String {
    let weight = { (value: Double) in Figures.decimal(value, 1) }
    return """
      A pond S is worth what its accounts give together. With w the worth of an
      account (pond explain signals) and D its depth (pond explain ladder):
        F(S) = \(weight(weights.topics)) * sum over topics of u (1 - e^(-W/\(weight(satiation))))
             + \(weight(weights.voices)) * sum over accounts of (1 - e^(-w))
             + \(weight(weights.depth)) * sum over accounts of D
             + \(weight(weights.communities)) * sum over communities of sqrt(sum of w)
      where W is the worth that falls to a topic. Topics are your folders and tags,
      and the words of the titles where an account has neither; a topic that holds
      more of what you care for has the larger u. So the tenth voice on one thing
      adds little, the first voice of a folder or of a community adds much, and one
      more voice never takes anything away. Who follows whom back is nowhere in it.
      """
  }
}
