import Foundation

/// How well what was foretold came true: for every later post whose reading would show, the share
/// foretold for its account against what the person did with it.
public struct Calibration: Hashable, Sendable {
  /// Posts for which about the same share was foretold.
  public struct Bin: Hashable, Sendable {
    /// The mean of what was foretold, 0…1.
    public let foretold: Double
    /// What came, 0…1.
    public let came: Double
    /// How many posts.
    public let posts: Int
  }

  /// How many later posts there were to foretell.
  public let posts: Int
  /// The mean log-loss of what Pond foretold, in nats; smaller is better.
  public let logLoss: Double
  /// That of each account's raw ratio, without priors and fading.
  public let rawLogLoss: Double
  /// That of one share for everybody.
  public let constantLogLoss: Double
  /// That of what Pond foretold, corrected by what came of the other half of the accounts; nil where
  /// there are too few to learn a correction from.
  public let correctedLogLoss: Double?
  /// What came for what was foretold, over all accounts.
  public let correction: Isotonic
  /// Tenths of the posts, by what was foretold.
  public let bins: [Bin]

  /// Weighs what was foretold at the cut; nil where no later post could be seen.
  init?(_ holdOut: HoldOut, _ assessments: [Assessment]) {
    let told = assessments.compactMap { assessment -> Told? in
      guard let outcome = holdOut.outcomes[assessment.account], outcome.observable > 0,
        let share = assessment.actualShare
      else { return nil }
      let statistics = assessment.statistics
      let traced = share * max(statistics.observability, 0.01)
      let raw = Double(statistics.engagedPosts) / Double(max(1, statistics.observablePosts))
      return Told(
        share: traced, raw: raw, posts: outcome.observable,
        came: min(1, outcome.worth / Double(outcome.observable)))
    }
    let posts = told.reduce(0) { $0 + $1.posts }
    guard posts > 0 else { return nil }
    let mean = told.reduce(0) { $0 + $1.came * Double($1.posts) } / Double(posts)
    self.posts = posts
    logLoss = Self.loss(told, posts) { $0.share }
    rawLogLoss = Self.loss(told, posts) { $0.raw }
    constantLogLoss = Self.loss(told, posts) { _ in mean }
    correction = Isotonic(told.map(\.point))
    correctedLogLoss = Self.correctedLoss(told, posts)
    bins = Self.bins(told, posts)
  }

  private struct Told {
    let share: Double
    let raw: Double
    let posts: Int
    let came: Double

    var point: Isotonic.Point {
      Isotonic.Point(foretold: share, came: came, weight: Double(posts))
    }
  }

  /// A correction that is learned from fewer accounts follows their chances.
  static let fewestCorrected = 40

  // Each half is corrected by the other, so that no account judges itself.
  private static func correctedLoss(_ told: [Told], _ posts: Int) -> Double? {
    guard told.count >= fewestCorrected else { return nil }
    let halves = [0, 1].map { half in
      told.enumerated().filter { $0.offset % 2 == half }.map(\.element)
    }
    return zip(halves, halves.reversed()).reduce(0) { sum, pair in
      let correction = Isotonic(pair.1.map(\.point))
      return sum + loss(pair.0, posts) { correction.corrected($0.share) }
    }
  }

  // What was held impossible and came would cost infinitely much: at least one in a thousand is held
  // of everything.
  private static func loss(_ told: [Told], _ posts: Int, _ share: (Told) -> Double) -> Double {
    told.reduce(0) { sum, one in
      let share = min(0.999, max(0.001, share(one)))
      let loss = -(one.came * log(share) + (1 - one.came) * log(1 - share))
      return sum + loss * Double(one.posts)
    } / Double(posts)
  }

  private static func bins(_ told: [Told], _ posts: Int) -> [Bin] {
    var bins: [Bin] = []
    var group: [Told] = []
    let size = max(1, posts / 10)
    func close() {
      let count = group.reduce(0) { $0 + $1.posts }
      guard count > 0 else { return }
      bins.append(
        Bin(
          foretold: group.reduce(0) { $0 + $1.share * Double($1.posts) } / Double(count),
          came: group.reduce(0) { $0 + $1.came * Double($1.posts) } / Double(count), posts: count))
      group = []
    }
    for one in told.sorted(by: { ($0.share, $0.came) < ($1.share, $1.came) }) {
      group.append(one)
      if group.reduce(0, { $0 + $1.posts }) >= size { close() }
    }
    close()
    return bins
  }
}
