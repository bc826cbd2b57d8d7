public import Foundation

extension Pond {
  /// What the person's answers speak for: one change of the measures at most, and whom it would concern
  /// today. Nothing is changed.
  public func lesson(now: Date) throws -> Lesson {
    let measures = try Self.measures(in: store)
    let evidence = try store.evidence(now: now, of: .known)
    let hindsight = Hindsight(try store.journal(), evidence, measures: measures, now: now)
    var lesson = Lesson(hindsight, measures: measures)
    guard let change = lesson.proposal?.change else { return lesson }
    lesson.proposal?.turned = try turned(by: change, from: measures, now: now)
    return lesson
  }

  private func turned(
    by change: MeasureChange, from measures: Measures, now: Date
  ) throws -> [Lesson.Turned] {
    let answered = try store.standingDecisions()
    let evidence = try store.evidence(now: now, of: .own)
    return Lesson.turned(
      among: try store.accounts().filter { $0.isFollowed && answered[$0.key] == nil }
        .sorted { $0.key < $1.key },
      before: Assessor.assess(evidence, measures: measures, now: now),
      after: Assessor.assess(evidence, measures: measures.changed(change), now: now))
  }

  /// Weighs by a change from now on. Durable when this returns.
  @discardableResult
  public func heed(_ change: MeasureChange, now: Date) throws -> LearnedChange {
    try store.learn(change, at: now)
  }

  /// Takes the newest change back, whatever was answered since; nil where none stands.
  public func unheed() throws -> LearnedChange? { try store.unlearn() }

  /// The changes that stand, the oldest first.
  public func learned() throws -> [LearnedChange] { try store.learned() }

  /// By which measures this person's accounts are weighed.
  public func measures() throws -> Measures { try Self.measures(in: store) }

  static func measures(in store: PondStore) throws -> Measures {
    Measures(try store.learned().map(\.change))
  }
}
