import Seeded

extension Rhythm {
  /// When its posts came, oldest first; each a little off the beat, as people are.
  func moments(by chance: inout SplitMix64) -> [Moment] {
    switch self {
    case .days(let days):
      return days.sorted(by: >).map { Moment.daysAgo($0) }
    case .even(let perWeek, let from, let to):
      return Self.beats(every: 7 / perWeek, from: from, to: to, by: &chance)
    case .julys(let years, let count):
      return years.flatMap { Self.july($0, count: count, by: &chance) }
    }
  }

  /// Counted back from the newest, so that the silence at the end is as long as was asked for.
  private static func beats(
    every step: Double, from: Double, to: Double, by chance: inout SplitMix64
  ) -> [Moment] {
    var moments: [Moment] = []
    var day = to
    while day <= from {
      let swing = moments.isEmpty ? 0 : Double(chance.below(1_001)) / 1_000 * 0.4 - 0.2
      moments.append(Moment.daysAgo(min(from, day + swing * step)))
      day += step
    }
    return moments.reversed()
  }

  private static func july(_ year: Int, count: Int, by chance: inout SplitMix64) -> [Moment] {
    // The second of July 2023, at eight in the evening; later years are counted from it.
    let first = 1_688_328_000 + [2023: 0, 2024: 366, 2025: 731][year, default: 0] * 86_400
    return (0..<count).map { post in
      Moment(seconds: first + post * 29 * 86_400 / count + chance.below(7_200))
    }
  }
}
