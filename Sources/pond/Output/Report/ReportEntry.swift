import PondGraph

/// An account as the page shows it: where it would stand, and its words, not yet escaped.
struct ReportEntry {
  /// Where it would stand.
  enum Place: String, CaseIterable {
    case close, stream, bank

    /// The name of the place in a table.
    var words: String {
      switch self {
      case .close: "close ring"
      case .stream: "stream"
      case .bank: "on the bank"
      }
    }
  }

  let overview: AccountOverview
  let place: Place
  /// Whether it stands in fog: nothing is known of the person's attention to it.
  var isFog = false

  var name: String { overview.name }

  /// Its page, if that is one on the web and shows no secret.
  var link: String? {
    let account = overview.account
    return [account.key.profile, account.site].compactMap { $0 }
      .first { $0.masked == $0.written }.flatMap { HTMLText.link($0.written) }
  }

  var key: AccountKey { overview.account.key }
  var postsPerWeek: Double? { overview.assessment.postsPerWeek }
  /// Of people no figure is told but how much they post (R2).
  var isPerson: Bool { key.kind.isPerson }

  /// What is suggested or was answered, in a word or two.
  var verdict: String {
    overview.decision.map { "you: \($0.answer.rawValue)" } ?? overview.assessment.verdict.rawValue
  }

  /// Whether so little is known that it may as well stand elsewhere.
  var isUnsure: Bool {
    overview.decision == nil && [.wait, .repair].contains(overview.assessment.verdict)
  }

  /// What becomes of it: by the person's answer, else as suggested.
  private var outcome: String {
    overview.decision?.answer.rawValue ?? overview.assessment.verdict.rawValue
  }

  /// Whether it ended by its own rhythm.
  var hasEnded: Bool { outcome == Verdict.archive.rawValue }

  /// Whether it stands on the bank only because both rings are full.
  var isSpare: Bool { place == .bank && !hasEnded && outcome != Verdict.letGo.rawValue }

  /// The anchor of its case on the page.
  var anchor: String { "case-\(overview.account.id.value)" }

  /// Posts a week in words.
  var rate: String {
    if let postsPerWeek { return "\(Words.figure(postsPerWeek)) posts a week" }
    return overview.assessment.knowsPosts
      ? "how much it posts is unknown" : "its posts were never seen"
  }
}

extension ReportEntry {
  /// The accounts whose case stands on the page.
  static func withCase(in plan: Pond.RecommendedPlan) -> Set<AccountKey> {
    Set(plan.sections.flatMap { $0.overviews.prefix(CaseSection.most).map(\.account.key) })
  }

  /// Everybody who is followed, place by place, those who post most first, equals by key.
  static func all(of plan: Pond.RecommendedPlan) -> [ReportEntry] {
    let close = Set(plan.pond.close.map(\.account.key))
    let stream = Set(plan.pond.stream.map(\.account.key))
    let fog = Set(plan.pond.unknown.all.map(\.account.key))
    let entries = plan.sections.flatMap(\.overviews).map { overview in
      let key = overview.account.key
      return ReportEntry(
        overview: overview,
        place: close.contains(key)
          ? .close : stream.contains(key) || fog.contains(key) ? .stream : .bank,
        isFog: fog.contains(key))
    }
    return Place.allCases.flatMap { place in
      entries.filter { $0.place == place }.sorted { left, right in
        let (first, second) = (left.postsPerWeek ?? -1, right.postsPerWeek ?? -1)
        return first != second ? first > second : left.key < right.key
      }
    }
  }
}
