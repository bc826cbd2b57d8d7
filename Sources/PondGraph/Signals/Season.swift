/// Posts that return at the same time of the year, with a quiet time between (model §4).
package struct Season: Hashable, Sendable {
  /// The longest time of the year in which it never posted, in weeks.
  package let quiet: Double
  /// How long it may be silent before its season was missed, in weeks.
  package let patience: Double

  /// A year, in weeks.
  static let year = 365.25 / 7
  /// How far from last year's date a return may fall, in weeks.
  static let slack = 30.0 / 7
  /// The shortest quiet time that makes a season, in weeks.
  static let shortestQuiet = 26.0

  /// Reads an observation; nil with a year of history or less, where most posts have none a year
  /// before or after them, or where no half of the year is quiet. In O(posts · log posts).
  package init?(_ observation: Observation) {
    let ages = observation.sightings.map(\.age)
    guard let first = ages.first, let last = ages.last, observation.weeks > Self.year,
      first - last > Self.year - Self.slack
    else { return nil }
    let returning = Self.returning(ages)
    guard returning * 2 >= ages.count else { return nil }
    let quiet = Self.quietTime(ages)
    guard quiet >= Self.shortestQuiet else { return nil }
    self.quiet = quiet
    patience = Self.year + Self.slack
  }

  /// How many posts have another one a year before or after them, give or take the slack. Ages
  /// fall, so the posts about a year younger than each form a window that only moves on.
  private static func returning(_ ages: [Double]) -> Int {
    var marks = [Bool](repeating: false, count: ages.count)
    var (start, end) = (0, 0)
    for (index, age) in ages.enumerated() {
      while start < ages.count, ages[start] > age - (year - slack) { start += 1 }
      end = max(start, end)
      while end < ages.count, ages[end] >= age - (year + slack) {
        marks[end] = true
        end += 1
      }
      if start < end { marks[index] = true }
    }
    return marks.count { $0 }
  }

  /// The longest stretch of the circle of the year that holds no post.
  private static func quietTime(_ ages: [Double]) -> Double {
    let phases = ages.map { $0.truncatingRemainder(dividingBy: year) }.sorted()
    guard let first = phases.first, let last = phases.last else { return year }
    let around = first + year - last
    return zip(phases, phases.dropFirst()).reduce(around) { max($0, $1.1 - $1.0) }
  }
}
