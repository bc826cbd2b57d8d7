/// What some accounts ask for, taken together: what is known of it, and of how many nothing is (I10).
public struct Totals: Hashable, Sendable {
  /// How many accounts.
  public let accounts: Int
  /// How many of them were never looked at, so that what they ask for is not known and in neither sum.
  public let unseen: Int
  /// The expected posts a week of the others.
  public let postsPerWeek: Double
  /// The minutes a day that reading all of the others would take.
  public let minutesPerDay: Double

  init(accounts: Int, unseen: Int = 0, postsPerWeek: Double, minutesPerDay: Double) {
    self.accounts = accounts
    self.unseen = unseen
    self.postsPerWeek = postsPerWeek
    self.minutesPerDay = minutesPerDay
  }

  /// Adds up what is known of assessments.
  /// - Parameter share: which share of an account counts; 1 where nothing is taken off.
  init(_ assessments: [Assessment], share: (Assessment) -> Double = { _ in 1 }) {
    self.init(
      accounts: assessments.count, unseen: assessments.count { $0.postsPerWeek == nil },
      postsPerWeek: assessments.reduce(0) { $0 + ($1.postsPerWeek ?? 0) * share($1) },
      minutesPerDay: assessments.reduce(0) { $0 + ($1.minutesPerWeek ?? 0) * share($1) } / 7)
  }

  /// Whether there are accounts and nothing is known of any.
  public var isUnknown: Bool { accounts > 0 && unseen == accounts }

  static func - (left: Totals, right: Totals) -> Totals {
    Totals(
      accounts: left.accounts - right.accounts, unseen: max(0, left.unseen - right.unseen),
      postsPerWeek: max(0, left.postsPerWeek - right.postsPerWeek),
      minutesPerDay: max(0, left.minutesPerDay - right.minutesPerDay))
  }

  static func + (left: Totals, right: Totals) -> Totals {
    Totals(
      accounts: left.accounts + right.accounts, unseen: left.unseen + right.unseen,
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
      accounts: staying.count, unseen: staying.count { $0.assessment.postsPerWeek == nil },
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
    totals = Totals(self.assessments)
    let leaves = verdict == .letGo || verdict == .archive
    freed = Totals(
      accounts: leaves ? assessments.count : 0,
      unseen: leaves ? assessments.count { $0.postsPerWeek == nil } : 0,
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
