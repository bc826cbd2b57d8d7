public import Foundation

extension Pond {
  /// The recommended pond, with the week that lies behind it.
  public struct Report: Sendable {
    /// The posts of one day, by where their accounts would stand.
    public struct Day: Sendable {
      /// Its end; it begins 24 hours earlier.
      public let end: Date
      /// From the close ring.
      public let close: Int
      /// From the stream.
      public let stream: Int
      /// From everybody else who is followed.
      public let others: Int
    }

    /// The plan.
    public let plan: RecommendedPlan
    /// The last seven days, oldest first. Together they hold what the plan's last week counts.
    public let week: [Day]
    /// Its last twelve months.
    public let chronicle: Chronicle
  }

  /// The recommended pond as `plan` makes it, with its last week day by day and its last months.
  /// - Parameter zone: whose months and hours they are.
  public func report(
    _ room: ReadingRoom? = nil, zone: TimeZone = .current, now: Date
  ) throws -> Report {
    let plan = try plan(room, now: now)
    let followed = Set(plan.sections.flatMap(\.overviews).map(\.account.key))
    let close = Set(plan.pond.close.map(\.account.key))
    let stream = Set(plan.pond.stream.map(\.account.key))
    let days = try store.dailyPostCounts(upTo: now, days: 7)
    let week = days.enumerated().map { number, all -> Report.Day in
      let counts = all.filter { followed.contains($0.key) }
      func sum(_ ring: Set<AccountKey>) -> Int {
        counts.reduce(0) { $0 + (ring.contains($1.key) ? $1.value : 0) }
      }
      return Report.Day(
        end: now.addingTimeInterval(Double(number - 6) * 86_400), close: sum(close),
        stream: sum(stream), others: sum(followed) - sum(close) - sum(stream))
    }
    return Report(
      plan: plan, week: week, chronicle: try history(months: 12, zone: zone, now: now))
  }
}
