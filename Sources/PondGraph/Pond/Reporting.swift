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
      /// From those who are not yet known.
      public let unknown: Int
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
    let ground = try ground(now: now)
    let plan = plan(try room ?? self.room(), on: ground)
    return Report(
      plan: plan, week: Self.week(ground.week, plan, now: now),
      chronicle: try history(months: 12, zone: zone, now: now))
  }

  private static func week(_ week: LastWeek, _ plan: RecommendedPlan, now: Date) -> [Report.Day] {
    func daily(_ overviews: [AccountOverview]) -> [Int] {
      overviews.reduce(into: Array(repeating: 0, count: LastWeek.days)) { sums, overview in
        for (day, posts) in week.daily(overview.account.key).enumerated() { sums[day] += posts }
      }
    }
    let pond = plan.pond
    let (close, stream) = (daily(pond.close), daily(pond.stream))
    let (unknown, all) = (daily(pond.unknown.all), daily(plan.sections.flatMap(\.overviews)))
    return all.indices.map { day in
      Report.Day(
        end: now.addingTimeInterval(Double(day - LastWeek.days + 1) * 86_400), close: close[day],
        stream: stream[day], unknown: unknown[day],
        others: all[day] - close[day] - stream[day] - unknown[day])
    }
  }
}
