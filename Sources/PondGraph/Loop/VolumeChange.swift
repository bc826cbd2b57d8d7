import Foundation

/// A change of how much an account posts: one week of the last year before and after which its weekly counts
/// come from two rates.
///
/// Counts of whole weeks that were observed throughout are held to come from one Poisson rate, or from two
/// with the change in any week, each rate with a gamma prior of shape 1 around the mean of all weeks. Posts
/// come in bursts, so the odds are tempered: their logarithm is divided by the variance of the counts over
/// their mean within the two parts, where that is above 1 (McCullagh and Nelder, Generalized Linear Models,
/// 1989, on overdispersion), to the power of 1.3, for a part that was chosen looks steadier than it is. (Of
/// 4,000 invented steady pasts, half of them in bursts of 2 to 8, 1 in 200 was taken for a change, without
/// the power 1 in 30; from 7 to 14 a week is found after six weeks in 86 of 100.)
struct VolumeChange: Hashable {
  /// Posts a week before it.
  let before: Double
  /// Posts a week since.
  let after: Double
  /// When it came, in weeks before now.
  let age: Double

  /// The weeks that each part has at the least.
  static let shortest = 3
  /// The weeks that are looked at.
  static let weeks = 52
  /// The odds, a change against none, from which it is told.
  static let leastOdds = 20.0

  /// Looks for a change in the last weeks; nil where the odds are lower. What came before an earlier change
  /// is left aside. O(posts of a year + weeks²).
  /// - Parameter limit: the age in weeks that it has at the most.
  init?(_ observation: Observation, within limit: Double) {
    var (counts, since) = Self.counts(observation)
    while let change = Self(counts, until: since) {
      guard change.age > limit else {
        self = change
        return
      }
      counts.removeFirst(counts.count - (Int(change.age) - since))
    }
    return nil
  }

  /// - Parameter since: how many weeks ago the last of the weeks ended.
  private init?(_ counts: [Double], until since: Int = 0) {
    guard counts.count >= 2 * Self.shortest else { return nil }
    let none = Self.evidence(counts[...], mean: Self.mean(counts[...]))
    let splits = (Self.shortest...(counts.count - Self.shortest)).map { split in
      let mean = Self.mean(counts[...])
      return Self.evidence(counts[..<split], mean: mean)
        + Self.evidence(counts[split...], mean: mean) - none
    }
    guard let best = splits.max(), let place = splits.firstIndex(of: best) else { return nil }
    let split = place + Self.shortest
    let (early, late) = (counts[..<split], counts[split...])
    // The mean over all splits, reckoned from the best one: the others may be too small for a Double.
    let odds = best + log(splits.reduce(0) { $0 + exp($1 - best) } / Double(splits.count))
    guard odds / Self.dispersion(early, late) >= log(Self.leastOdds) else { return nil }
    before = Self.mean(Self.last(early))
    after = Self.mean(late)
    age = Double(late.count + since)
  }

  /// The end of a run of weeks, since its own newest change.
  private static func last(_ counts: ArraySlice<Double>) -> ArraySlice<Double> {
    guard let earlier = Self(Array(counts)) else { return counts }
    return counts.suffix(Int(earlier.age))
  }

  /// The posts of each week, the oldest first: of the unbroken run of observed weeks up to the newest that
  /// was observed; and how many weeks went by since, for a list is seldom looked at on the day of its import.
  private static func counts(_ observation: Observation) -> (counts: [Double], since: Int) {
    var counts = [Double](repeating: 0, count: weeks)
    for sighting in observation.sightings.reversed() where !sighting.isRepost {
      guard sighting.age < Double(weeks) else { break }
      if let week = Int(exactly: sighting.age.rounded(.down)), week >= 0 { counts[week] += 1 }
    }
    let wasObserved = { (week: Int) in
      observation.stretches.contains {
        // What was looked at in the last day of a week was looked at for that week.
        $0.newest <= Double(week) + 1 / 7.0 && $0.oldest >= Double(week + 1)
      }
    }
    let since = counts.indices.prefix { !wasObserved($0) }.count
    let observed = counts.indices.dropFirst(since).prefix(while: wasObserved)
    return (counts[observed].reversed(), since)
  }

  private static func mean(_ counts: ArraySlice<Double>) -> Double {
    counts.isEmpty ? 0 : counts.reduce(0, +) / Double(counts.count)
  }

  /// The logarithm of the chance of the counts, up to what is the same for every way to part them.
  private static func evidence(_ counts: ArraySlice<Double>, mean: Double) -> Double {
    let sum = counts.reduce(0, +)
    let rate = 1 / max(mean, 1 / Double(weeks))
    return log(rate) + lgamma(1 + sum) - (1 + sum) * log(rate + Double(counts.count))
  }

  private static func dispersion(
    _ early: ArraySlice<Double>, _ late: ArraySlice<Double>
  ) -> Double {
    let parts = [early, late].filter { mean($0) > 0 }
    let spread = parts.reduce(0.0) { sum, part in
      let mean = mean(part)
      return sum + part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / mean }
    }
    let freedom = parts.reduce(0) { $0 + $1.count - 1 }
    return freedom > 0 ? pow(max(1, spread / Double(freedom)), 1.3) : 1
  }
}
