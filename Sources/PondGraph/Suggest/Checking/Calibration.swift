import Foundation

/// How well what was foretold came true: for every later post whose reading would show, the chance
/// foretold for its account against whether the person engaged with it or not. All log-losses are those
/// of 0 or 1, pooled over posts, so that every way of foretelling is scored in one unit.
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
  /// By how much the correction made the log-loss of accounts smaller that it was not learned from, in
  /// nine draws of ten; nil where there are too few.
  public let gain: ClosedRange<Double>?
  /// How many accounts were foretold.
  public let accounts: Int
  /// What came for what was foretold, over all accounts.
  public let correction: Isotonic
  /// Tenths of the posts, by what was foretold.
  public let bins: [Bin]

  /// Weighs what was foretold at the cut; nil where no later post could be seen.
  init?(_ holdOut: HoldOut, _ assessments: [Assessment]) {
    let credit = holdOut.creditPerEngagedPost()
    let told = assessments.compactMap { assessment -> Told? in
      guard let outcome = holdOut.outcomes[assessment.account], outcome.observable > 0,
        let share = assessment.actualShare
      else { return nil }
      let statistics = assessment.statistics
      let traced = share * max(statistics.observability, 0.01)
      let raw = Double(statistics.engagedPosts) / Double(max(1, statistics.observablePosts))
      return Told(
        share: traced, raw: raw, credit: credit, posts: outcome.observable,
        came: min(1, outcome.worth / Double(outcome.observable)),
        engaged: Double(outcome.engaged) / Double(outcome.observable))
    }
    let posts = told.reduce(0) { $0 + $1.posts }
    guard posts > 0 else { return nil }
    let mean = told.reduce(0) { $0 + $1.engaged * Double($1.posts) } / Double(posts)
    self.posts = posts
    logLoss = Self.loss(told, posts) { ($0.chance, $0.engaged) }
    rawLogLoss = Self.loss(told, posts) { ($0.raw, $0.engaged) }
    constantLogLoss = Self.loss(told, posts) { (mean, $0.engaged) }
    correction = Isotonic(told.map(\.point))
    let corrected = Self.corrected(told)
    accounts = told.count
    correctedLogLoss = corrected.map { Self.loss($0, posts) { ($0.chance, $0.engaged) } }
    gain = corrected.flatMap { Self.gain(told, $0) }
    bins = Self.bins(told, posts)
  }

  private struct Told {
    /// The share of credit that was foretold, as it leaves a trace.
    let share: Double
    /// The raw ratio: engaged posts of those whose reading would have shown.
    let raw: Double
    /// The mean credit of an engaged post.
    let credit: Double
    let posts: Int
    /// The share of credit that came.
    let came: Double
    /// The share of posts that came to be engaged with.
    let engaged: Double

    /// The chance foretold of a post to be engaged with.
    var chance: Double { min(1, share / max(credit, 0.01)) }

    var point: Isotonic.Point {
      Isotonic.Point(foretold: share, came: came, weight: Double(posts))
    }
  }

  /// A correction that is learned from fewer accounts follows their chances.
  public static let fewestCorrected = 40

  // Each half is corrected by the other, so that no account judges itself.
  private static func corrected(_ told: [Told]) -> [Told]? {
    guard told.count >= fewestCorrected else { return nil }
    let curves = [0, 1].map { half in
      Isotonic(told.enumerated().filter { $0.offset % 2 != half }.map(\.element.point))
    }
    return told.enumerated().map { place, one in
      Told(
        share: curves[place % 2].corrected(one.share), raw: one.raw, credit: one.credit,
        posts: one.posts, came: one.came, engaged: one.engaged)
    }
  }

  // Drawn anew account by account, for the posts of one are not independent of each other.
  private static func gain(_ told: [Told], _ corrected: [Told]) -> ClosedRange<Double>? {
    let gains = zip(told, corrected).map { before, after in
      (loss([before], 1) { ($0.share, $0.came) }) - (loss([after], 1) { ($0.share, $0.came) })
    }
    return Resampling(count: told.count).interval { often in
      var (gain, posts) = (0.0, 0)
      for (place, times) in often.enumerated() where times > 0 {
        gain += gains[place] * Double(times)
        posts += told[place].posts * times
      }
      return posts > 0 ? gain / Double(posts) : nil
    }
  }

  /// Whether shares are to be put right by the correction: it made those of accounts it was not learned
  /// from surely better.
  public var putsRight: Bool { gain.map { $0.lowerBound > 0 } ?? false }

  // What was held impossible and came would cost infinitely much: at least one in a thousand is held
  // of everything.
  private static func loss(
    _ told: [Told], _ posts: Int, _ share: (Told) -> (foretold: Double, came: Double)
  ) -> Double {
    told.reduce(0) { sum, one in
      let (foretold, came) = share(one)
      let share = min(0.999, max(0.001, foretold))
      let loss = -(came * log(share) + (1 - came) * log(1 - share))
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
          foretold: group.reduce(0) { $0 + $1.chance * Double($1.posts) } / Double(count),
          came: group.reduce(0) { $0 + $1.engaged * Double($1.posts) } / Double(count),
          posts: count))
      group = []
    }
    for one in told.sorted(by: { ($0.chance, $0.engaged) < ($1.chance, $1.engaged) }) {
      group.append(one)
      if group.reduce(0, { $0 + $1.posts }) >= size { close() }
    }
    close()
    return bins
  }
}
