/// What some accounts ask for, taken together.
public struct Totals: Hashable, Sendable {
  /// How many accounts.
  public let accounts: Int
  /// Their expected posts a week.
  public let postsPerWeek: Double
  /// The minutes a day that reading all of them would take.
  public let minutesPerDay: Double

  init(accounts: Int, postsPerWeek: Double, minutesPerDay: Double) {
    self.accounts = accounts
    self.postsPerWeek = postsPerWeek
    self.minutesPerDay = minutesPerDay
  }

  static func - (left: Totals, right: Totals) -> Totals {
    Totals(
      accounts: left.accounts - right.accounts,
      postsPerWeek: max(0, left.postsPerWeek - right.postsPerWeek),
      minutesPerDay: max(0, left.minutesPerDay - right.minutesPerDay))
  }

  static func + (left: Totals, right: Totals) -> Totals {
    Totals(
      accounts: left.accounts + right.accounts,
      postsPerWeek: left.postsPerWeek + right.postsPerWeek,
      minutesPerDay: left.minutesPerDay + right.minutesPerDay)
  }

  /// What a list asks for once its answers count: those who leave are gone, and those who were thinned
  /// as suggested are down to the bar.
  package init(of overviews: [AccountOverview], answered answers: [AccountKey: Answer]) {
    let staying = overviews.filter { answers[$0.account.key]?.leavesTheList != true }
    func thinned(_ overview: AccountOverview) -> Double {
      let isThinned = answers[overview.account.key] == .thin
      return isThinned && overview.assessment.verdict == .thin ? overview.assessment.postsFreed : 0
    }
    self.init(
      accounts: staying.count,
      postsPerWeek: staying.reduce(0) {
        $0 + max(0, ($1.assessment.postsPerWeek ?? 0) - thinned($1))
      },
      minutesPerDay: staying.reduce(0) {
        $0
          + max(0, ($1.assessment.minutesPerWeek ?? 0) - thinned($1) * $1.assessment.minutesPerPost)
      } / 7)
  }

  /// Nothing at all.
  static let none = Totals(accounts: 0, postsPerWeek: 0, minutesPerDay: 0)
}

/// The suggestions of a whole list, verdict by verdict, and what following them would free.
public struct Plan: Sendable {
  /// The accounts of one verdict.
  public struct Section: Sendable {
    /// The verdict.
    public let verdict: Verdict
    /// Its accounts: those that free most minutes first (those that cost most, where the verdict
    /// frees none), equals by key.
    public let assessments: [Assessment]
    /// What the accounts ask for now.
    public let totals: Totals
    /// What following the verdict would free; for *thin*, what is over the bar.
    public let freed: Totals
  }

  /// The verdicts in the order in which they free most: let-go, thin, archive, repair, wait, keep.
  /// All six are there, some of them empty.
  public let sections: [Section]
  /// What the list asks for now.
  public let now: Totals
  /// What it would ask for, were every suggestion followed.
  public let after: Totals

  /// The order of the sections.
  static let order: [Verdict] = [.letGo, .thin, .archive, .repair, .wait, .keep]

  /// Orders assessments. In O(accounts · log accounts).
  public init(_ assessments: [Assessment]) {
    let byVerdict = Dictionary(grouping: assessments, by: \.verdict)
    sections = Self.order.map { Section(verdict: $0, byVerdict[$0] ?? []) }
    now = sections.reduce(.none) { $0 + $1.totals }
    after = now - sections.reduce(.none) { $0 + $1.freed }
  }

  /// The section of a verdict.
  public subscript(verdict: Verdict) -> Section {
    sections.first { $0.verdict == verdict } ?? Section(verdict: verdict, [])
  }
}

extension Plan.Section {
  fileprivate init(verdict: Verdict, _ assessments: [Assessment]) {
    self.verdict = verdict
    self.assessments = assessments.sorted { left, right in
      let (first, second) = (left.weightInPlan, right.weightInPlan)
      return first != second ? first > second : left.account < right.account
    }
    totals = Totals(
      accounts: assessments.count,
      postsPerWeek: self.assessments.reduce(0) { $0 + ($1.postsPerWeek ?? 0) },
      minutesPerDay: self.assessments.reduce(0) { $0 + ($1.minutesPerWeek ?? 0) } / 7)
    let leaves = verdict == .letGo || verdict == .archive
    freed = Totals(
      accounts: leaves ? assessments.count : 0,
      postsPerWeek: self.assessments.reduce(0) { $0 + $1.postsFreed },
      minutesPerDay: self.assessments.reduce(0) { $0 + $1.minutesFreed } / 7)
  }
}

extension Assessment {
  fileprivate var weightInPlan: Double {
    switch verdict {
    case .letGo, .thin, .archive: minutesFreed
    case .keep, .repair, .wait: minutesPerWeek ?? 0
    }
  }
}
