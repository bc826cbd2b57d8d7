/// Counts in how many separate weeks something happened, from moments given oldest first.
///
/// A week begins with the first moment that is not within the week counted before. So the count
/// depends on no calendar and not on today, and one more moment never lowers it. A week is counted
/// as six days, so that Monday at nine and next Monday at eight are two.
struct SeparateWeeks: Hashable, Sendable {
  private(set) var count = 0
  private var began = Double.infinity

  static let length = 6.0 / 7

  /// Takes the next moment, an age in weeks that is not above the one before.
  mutating func add(_ age: Double) {
    guard age <= began - Self.length else { return }
    count += 1
    began = age
  }

  /// The ages at which the separate weeks begin, oldest first.
  static func beginnings(_ ages: [Double]) -> [Double] {
    var weeks = SeparateWeeks()
    return ages.filter { age in
      let before = weeks.count
      weeks.add(age)
      return weeks.count > before
    }
  }
}
