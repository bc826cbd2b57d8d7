import Foundation

/// How far it has come between the person and an account (model §5), as far as acts show it.
public enum Rung: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Nothing shows that it was ever before the person's eyes.
  case unseen
  /// Its posts went by.
  case glimpsed
  /// Three acts or more, on more than one day.
  case attentive
  /// The person wrote to it in at least two weeks.
  case responding
  /// Words went both ways in at least three weeks. No computed rung is higher.
  case conversing
  /// The person's own word: they trust whoever it is, or know them from elsewhere.
  case declared

  /// The rungs that acts can show.
  package static let computed = allCases.filter { $0 != .declared }

  /// Its name.
  public var name: String {
    switch self {
    case .unseen: "unseen"
    case .glimpsed: "glimpsed"
    case .attentive: "attentive"
    case .responding: "responding"
    case .conversing: "conversing"
    case .declared: "declared"
    }
  }

  /// Orders rungs from the ground up.
  public static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }
}

/// Where an account stands on the ladder, and how deep the exchange goes.
public struct Ladder: Hashable, Sendable {
  /// The highest rung that acts show: what rules read.
  public let rung: Rung
  /// The rung that is said: the same, but at most one higher than at the last cycle, for what is between
  /// two people grows slowly. Where the last cycle is long ago, a month counts as one.
  public let said: Rung
  /// D = log₂(1 + min(out, in, mutual weeks)), faded with a half-life of two years.
  public let depth: Double
  /// The separate weeks in which the person wrote to it.
  public let weeksWritten: Int
  /// The separate weeks in which words went both ways.
  public let weeksMutual: Int

  /// The fewest acts, weeks written and weeks of exchange of the upper rungs.
  package static let acts = 3
  package static let written = 2
  package static let mutual = 3
  /// The half-life of depth, in weeks.
  static let halfLife = 2 * 365.25 / 7

  /// Reads an observation. One day of acts, however many, is worth one rung at most.
  /// - Parameter declared: what the person said of it, which alone reaches the highest rung.
  package init(_ observation: Observation, declared: [DeclaredWord] = []) {
    let all = observation.acts(before: -.infinity)
    let out = SeparateWeeks.beginnings(all.written)
    let back = SeparateWeeks.beginnings(all.addressed)
    let exchange = Self.exchange(all)
    weeksWritten = out.count
    weeksMutual = exchange.count
    depth = log2(1 + min(Self.faded(out), Self.faded(back), Self.faded(exchange)))
    if declared.contains(.trusted) || declared.contains(.knownOffline) {
      (rung, said) = (.declared, .declared)
    } else {
      rung = Self.rung(all)
      said = Self.climbed(to: rung, observation)
    }
  }

  private static func rung(_ acts: Observation.Acts) -> Rung {
    let out = SeparateWeeks.beginnings(acts.written).count
    if out >= mutual, exchange(acts).count >= mutual { return .conversing }
    return out >= written ? .responding : lowerRung(acts)
  }

  /// By today's evidence of what was done before each cycle, so that it makes no difference when a file
  /// was imported. A rung that was reached before the first cycle is taken as it is.
  private static func climbed(to rung: Rung, _ observation: Observation) -> Rung {
    var said = rung.rawValue
    var steps = 1
    var later: Double?
    for age in observation.cycles.reversed() {
      let months = Int(min((age - (later ?? 0)) / month, 9))
      steps += later == nil ? months : max(1, months)
      guard steps < said else { break }
      said = min(said, Self.rung(observation.acts(before: age)).rawValue + steps)
      later = age
    }
    return Rung(rawValue: said) ?? rung
  }

  private static let month = 30 / 7.0

  private static func lowerRung(_ observation: Observation.Acts) -> Rung {
    let written = observation.written
    let seen = observation.sightings.filter { $0.acts != 0 }
    let ages = seen.map(\.age) + written + observation.touched
    let wentBy = !ages.isEmpty || observation.undated > 0 || observation.isGlimpsedElsewhere
    guard wentBy else { return .unseen }
    // A reply to a post is both an act with the post and something written.
    let known = max(seen.count(where: \.isEngaged), written.count)
    let acts = known + observation.touched.count + observation.undated
    return acts >= Self.acts && isOnSeveralDays(ages, observation) ? .attentive : .glimpsed
  }

  /// Acts whose time no source keeps are taken for one day's as long as they could be few.
  private static func isOnSeveralDays(_ ages: [Double], _ observation: Observation.Acts) -> Bool {
    if observation.undated >= Self.acts { return true }
    guard let oldest = ages.max(), let newest = ages.min() else { return false }
    return oldest - newest >= 1 / 7.0
  }

  /// The separate weeks of words answered within a week, the fewer of the two sides': one word of
  /// theirs is one exchange, however often the person wrote around it.
  private static func exchange(_ observation: Observation.Acts) -> [Double] {
    let mine = SeparateWeeks.beginnings(near(observation.written, observation.addressed))
    let theirs = SeparateWeeks.beginnings(near(observation.addressed, observation.written))
    return mine.count <= theirs.count ? mine : theirs
  }

  private static func near(_ ages: [Double], _ others: [Double]) -> [Double] {
    var index = 0
    return ages.filter { age in
      while index < others.count, others[index] > age + 1 { index += 1 }
      return index < others.count && others[index] >= age - 1
    }
  }

  private static func faded(_ ages: [Double]) -> Double {
    ages.reduce(0) { $0 + Fading.weight(age: $1, halfLife: halfLife) }
  }
}

extension Ladder {
  /// The paragraph that `pond explain ladder` prints.
  package static var explanation: String {
    """
    How far it has come, as far as acts show it; following each other is no rung:
      unseen      nothing shows that its posts were before your eyes
      glimpsed    its posts went by
      attentive   \(acts) acts or more, on more than one day, be their posts known
                  or not
      responding  you wrote to it in at least \(written) separate weeks; without an
                  answer it goes no further
      conversing  words went both ways in at least \(mutual) separate weeks
      declared    what only you can say (pond declare); Pond never computes it
    Fifty replies in one day move an account one rung at most; what is said of it
    climbs one rung from one pond cycle to the next, or in a month without one.
    Reasons for keeping are weighed at once.
      depth = log2(1 + min(weeks out, weeks in, weeks of exchange)),
              fading with a half-life of two years
    """
  }
}
