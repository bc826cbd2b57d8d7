/// F_t: what a set of accounts gives together, kept as the sums that one more account changes
/// (model §6). Monotone and submodular for every t, and 0 for nobody: one more voice never hurts, and
/// gives the less the more of its kind are there.
///
/// `F_t(S) = Σ x_i + t·[w_T·Σ_τ u_τ(1 − e^(−Σ x_i q_iτ/θ)) + w_V·Σ(1 − e^(−x_i)) + w_D·Σ D_i +
/// w_X·Σ_c √Σ x_i]`, with x = w/s̄ the worth in parts of what an ordinary account gives, so that the
/// pond is the same on every scale of signals.
package struct PondValue: Sendable {
  /// w_T, w_V, w_D, w_X: what topics, voices, depth and communities count beside each other.
  package static let weights = (topics: 1.0, voices: 1.0, depth: 0.5, communities: 0.5)
  /// θ: the worth at which a topic is about two thirds served.
  package static let satiation = 2.0

  /// t: how much diversity counts beside what is given; not negative.
  package let diversity: Double
  // u·e^(−Σ x q/θ): what each topic still lacks.
  private var lacking: [Double]
  private var communities: [Double]
  /// F_t of everything added so far.
  package var value: Double { own + shared }
  /// The part of F_t that every account brings whoever else is there: worth, voices and depth.
  private var own = 0.0
  /// The part of F_t that accounts share: topics and communities.
  package private(set) var shared = 0.0

  private let columns: CandidateColumns

  /// Begins with nobody.
  /// - Parameters:
  ///   - columns: of whom it is asked.
  ///   - topicWeights: u, by topic number.
  ///   - diversity: t.
  init(
    _ columns: CandidateColumns, topicWeights: [Double], communities: Int, diversity: Double = 1
  ) {
    self.columns = columns
    self.diversity = max(0, diversity)
    lacking = topicWeights
    self.communities = [Double](repeating: 0, count: communities)
  }

  /// What one more account would add, by its place; not negative. O(its topics).
  package func gain(of place: Int) -> Double { own(place) + sharedGain(of: place) }

  /// What an account brings whoever else is there.
  package func own(_ place: Int) -> Double {
    guard diversity > 0 else { return columns.worth[place] }
    return columns.worth[place] + diversity * columns.voice[place]
  }

  /// What one more account would add to topics and communities.
  package func sharedGain(of place: Int) -> Double {
    guard diversity > 0 else { return 0 }
    let shared = columns.shared(place, lacking: lacking, communities: communities)
    let gain =
      shared.topics * Self.weights.topics + Self.weights.communities * shared.community
    return diversity * gain
  }

  /// Adds an account.
  package mutating func add(_ place: Int) {
    own += own(place)
    shared += sharedGain(of: place)
    columns.serve(place, lacking: &lacking, communities: &communities)
  }
}

extension PondValue {
  /// The paragraph that `pond explain choosing` prints.
  package static var explanation: String {
    let weight = { (value: Double) in Figures.decimal(value, 1) }
    return """
      Pond first finds the list that by its estimates gives you most within your
      limits. Then it trades up to \(Figures.percent(Diversity.price)) of that for more voices and \
      topics, and says
      what it paid. With x the worth of an account (pond explain signals) in parts of
      what an ordinary account gives you, and D its depth (pond explain ladder), a
      pond S is worth:
        F(S) = sum over accounts of x
          + t * [ \(weight(weights.topics)) * sum over topics of u (1 - e^(-X/\(weight(satiation))))
                + \(weight(weights.voices)) * sum over accounts of (1 - e^(-x))
                + \(weight(weights.depth)) * sum over accounts of D
                + \(weight(weights.communities)) * sum over communities of sqrt(sum of x) ]
      where X is the worth that falls to a topic. Topics are your folders and tags,
      and the words of the titles where an account has neither; a topic that holds
      more of what you care for has the larger u. t is the largest of
      \(Diversity.weights.map { Figures.decimal($0, 3) }.joined(separator: ", ")) whose pond \
      stays within that price. So the tenth voice on
      one thing adds little, the first voice of a folder or of a community adds much,
      and one more voice never takes anything away. Who follows whom back is nowhere
      in it.
      """
  }
}
