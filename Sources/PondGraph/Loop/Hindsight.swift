package import Foundation

/// What Pond would have suggested before each of a person's answers, by their measures of today and by
/// each change of them that is looked at.
///
/// No figures are stored with an answer: it is weighed on what is known today of the time up to it. What
/// the accounts of a kind and a folder are like (the priors) is learned from all that is known today.
package struct Hindsight: Sendable {
  /// What became, or should become, of an account, as far as measures can foretell it.
  package enum Course: Hashable, Sendable {
    /// It stays.
    case whole
    /// There is less of it.
    case less
    /// It leaves.
    case gone
  }

  /// One answer.
  package struct Case: Hashable, Sendable {
    /// About whom.
    package let account: AccountKey
    /// Its folder; nil where it has none.
    package let folder: String?
    /// What was answered.
    package let said: Course
    /// What would have been suggested: by the measures of today first, then by each change; nil where
    /// nothing would.
    package var suggested: [Course?]
    /// Whether it costs something and was judged by that, so that a word for its folder would count.
    package let heedsFolder: Bool

    /// Makes it of its parts.
    package init(
      account: AccountKey, folder: String? = nil, said: Course, suggested: [Course?],
      heedsFolder: Bool = false
    ) {
      self.account = account
      self.folder = folder
      self.said = said
      self.suggested = suggested
      self.heedsFolder = heedsFolder
    }
  }

  /// The answers before which something would have been suggested, in the order of the accounts.
  package let cases: [Case]
  /// The changes that were looked at, in the order of the columns.
  package let changes: [MeasureChange]

  /// Looks back. The order of answers and of evidence changes nothing. In O(posts · changed acts +
  /// answers · changes).
  /// - Parameter journal: every answer ever given, the oldest first; of each account the newest that
  ///   stands counts, and none where that is to wait.
  package init(
    _ journal: [JournalEntry], _ evidence: [Evidence], measures: Measures, now: Date
  ) {
    let answers = Self.answers(journal)
    let ordered = evidence.sorted { $0.account < $1.account }
    let asked = ordered.filter { answers[$0.account] != nil && $0.declared.isEmpty }
    let changes = LessonGrid.changes(from: measures, acts: Self.acts(in: asked))
    let scales = Scales(measures, changes, ordered, now: now)
    let cases = asked.mapSideBySide { one -> Case? in
      guard let answer = answers[one.account] else { return nil }
      return scales.weigh(one, answer, now: now)
    }.compactMap { $0 }
    let words = LessonGrid.folderWords(cases, measures)
    self.changes = changes + words
    self.cases = cases.map { one in
      var one = one
      one.suggested += words.map { one.suggested(by: $0) }
      return one
    }
  }

  /// Takes it as it was looked up before.
  package init(cases: [Case], changes: [MeasureChange]) {
    self.cases = cases
    self.changes = changes
  }

  private static func answers(_ journal: [JournalEntry]) -> [AccountKey: Decision] {
    let standing = journal.filter { $0.undoneAt == nil && !$0.decision.answer.standsBeside }
      .sorted { $0.number < $1.number }
    return Dictionary(standing.map { ($0.decision.account, $0.decision) }) { _, newer in newer }
      .filter { Course($0.value.answer) != nil }
  }

  private static func acts(in evidence: [Evidence]) -> [ActKind] {
    var bits: UInt16 = 0
    for one in evidence { for post in one.posts { bits |= post.actBits } }
    return ActKind.all(in: bits)
  }
}

extension Hindsight.Case {
  /// What would have been suggested had the person said a word for a folder.
  fileprivate func suggested(by word: MeasureChange) -> Hindsight.Course? {
    guard case .folder(let name, let verdict) = word, folder == name, heedsFolder else {
      return suggested.first ?? nil
    }
    return Hindsight.Course(verdict)
  }
}

extension Hindsight.Course {
  /// What an answer asks for; nil where it leaves that open.
  package init?(_ answer: Answer) {
    switch answer {
    case .keep, .hold: self = .whole
    case .thin: self = .less
    case .archive, .letGo: self = .gone
    case .wait, .repair, .follow: return nil
    }
  }

  /// What a verdict suggests; nil where it suggests nothing.
  package init?(_ verdict: Verdict) {
    switch verdict {
    case .keep: self = .whole
    case .thin: self = .less
    case .archive, .letGo: self = .gone
    case .wait, .repair: return nil
    }
  }
}

/// The measures of today and each change of them, with what is held by them of accounts of a kind.
private struct Scales: Sendable {
  private let measures: Measures
  private let changed: [(measures: Measures, priors: Priors, changesCredits: Bool)]
  private let priors: Priors

  init(_ measures: Measures, _ changes: [MeasureChange], _ evidence: [Evidence], now: Date) {
    self.measures = measures
    let priors = Self.priors(evidence, measures.credits, now)
    self.priors = priors
    changed = changes.map { change in
      let changed = measures.changed(change)
      let isOther = changed.credits != measures.credits
      return (changed, isOther ? Self.priors(evidence, changed.credits, now) : priors, isOther)
    }
  }

  private static func priors(_ evidence: [Evidence], _ credits: Credits, _ now: Date) -> Priors {
    Priors(
      evidence.mapSideBySide { one in
        Priors.Member(
          kind: one.account.kind, folder: one.folder,
          statistics: Statistics(Observation(one, credits: credits, now: now)), isOwn: one.isOwn)
      })
  }

  /// The rules that no measure moves.
  private static let unmoved = Set(
    [Rule.ended, .wordsBothWays, .tooLittleSeen].map(\.name))

  /// Nil where nothing would have been suggested.
  func weigh(_ evidence: Evidence, _ answer: Decision, now: Date) -> Hindsight.Case? {
    let moment = min(answer.at, now)
    let known = evidence.known(at: moment)
    let (kind, folder) = (known.account.kind, known.folder)
    let readings = Readings(
      known, prior: priors.prior(kind: kind, folder: folder), measures: measures, now: moment)
    let ruling = Ruling(readings)
    guard let said = Hindsight.Course(answer.answer), let first = Hindsight.Course(ruling.verdict)
    else { return nil }
    let isUnmoved = Self.unmoved.contains(ruling.rule)
    let others = changed.map { one -> Hindsight.Course? in
      guard !isUnmoved else { return first }
      var share = readings.share
      if one.changesCredits {
        share = EngagedShare(
          Statistics(Observation(known, credits: one.measures.credits, now: moment)),
          prior: one.priors.prior(kind: kind, folder: folder).share)
      }
      return Hindsight.Course(Ruling(readings.weighed(by: one.measures, share: share)).verdict)
    }
    return Hindsight.Case(
      account: known.account, folder: folder, said: said, suggested: [first] + others,
      heedsFolder: !isUnmoved && ruling.rule != Rule.smallCost.name)
  }
}
