package import Foundation

/// A person's history cut in two: what was known at a moment, and what came of it (model §8).
package struct HoldOut: Sendable {
  /// What came of an account after the cut.
  package struct Outcome: Hashable, Sendable {
    /// The credit of what the person did with its posts, in items.
    package let worth: Double
    /// How many posts it made while it was observed.
    package let posts: Int
    /// How many of them left, or would have left, a trace of attention.
    package let observable: Int
    /// With how many of those the person did more than let them go by.
    package let engaged: Int
  }

  /// The cut.
  package let moment: Date
  /// What was known of each account at the cut, in the order of their keys; the person's answers
  /// left out, for they may have been given later.
  package let known: [Evidence]
  /// What came of each after it.
  package let outcomes: [AccountKey: Outcome]
  private let credits: Credits

  /// Cuts evidence `days` before `now`. Accounts that were not observed on both sides of the cut are
  /// left out: of them nothing could be foretold, or nothing could be seen of what came.
  package init(_ evidence: [Evidence], days: Double, credits: Credits = .standard, now: Date) {
    let moment = now.addingTimeInterval(-days * 86_400)
    let both = evidence.filter { one in
      one.observed.contains { $0.from < moment } && one.observed.contains { $0.to > moment }
    }.sorted { $0.account < $1.account }
    self.moment = moment
    self.credits = credits
    known = both.map { $0.known(at: moment) }
    outcomes = Dictionary(
      both.map { ($0.account, Self.outcome($0, after: moment, until: now, credits)) }
    ) { first, _ in first }
  }

  /// The mean credit of a post with which the person did more than let it go by, before the cut; 1 where
  /// there is none. It turns a share of credit into a share of posts.
  package func creditPerEngagedPost() -> Double {
    let engaged = known.flatMap(\.posts).map { credits.credit(of: $0.acts) }.filter { $0 > 0 }
    return engaged.isEmpty ? 1 : engaged.sorted().reduce(0, +) / Double(engaged.count)
  }

  private static func outcome(
    _ evidence: Evidence, after moment: Date, until now: Date, _ credits: Credits
  ) -> Outcome {
    let later = evidence.posts.filter { $0.at > moment && $0.at <= now }
    return Outcome(
      worth: later.reduce(0) { $0 + credits.credit(of: $1.acts) }, posts: later.count,
      observable: later.count { $0.observability > 0 },
      engaged: later.count { $0.observability > 0 && credits.credit(of: $0.acts) > 0 })
  }
}

extension Evidence {
  /// What is known of the time up to a moment, the person's answers left out. What was done with a post
  /// counts with the post, whenever it was done.
  package func known(at moment: Date) -> Evidence {
    var known = self
    known.observed = observed.filter { $0.from < moment }
      .map { Span(from: $0.from, to: min($0.to, moment)) }
    known.posts = posts.filter { $0.at <= moment }
    known.written = written.filter { $0 <= moment }
    known.addressed = addressed.filter { $0 <= moment }
    known.touched = touched.filter { $0 <= moment }
    known.tasted = tasted.filter { $0.at <= moment }
    known.reachability = nil
    known.decision = nil
    known.declared = []
    return known
  }
}
