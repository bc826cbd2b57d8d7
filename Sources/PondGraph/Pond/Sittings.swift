public import Foundation

extension Pond {
  /// A sitting of the review: one question at a time, each answer durable before the next question
  /// can be asked for. A class, for it goes on from question to question.
  public final class Sitting {
    private let store: PondStore
    private let asking: Asking
    private let now: Date
    private let rows: AccountPlaces
    private let persons: [[AccountKey]]
    private let untouched: [AccountKey: Untouched]
    private var overviews: [AccountKey: AccountOverview]
    private var conversation: Conversation
    private let answersBefore: [AccountKey: Answer]
    private let regrets: Regrets
    /// Of whom it is asked whether they are missed, with when they were let go.
    private let letGo: [AccountKey: Date]
    /// Whom the sitting meets by chance at its end; nil where nobody is in the draw.
    private let chance: ChanceMeeting?
    /// Where it began, so that it can be gone on with.
    public let start: SittingStart

    /// - Parameters:
    ///   - begun: where it began; nil where it begins now.
    ///   - now: the moment from which ages are counted in all of the sitting.
    init(
      _ store: PondStore, _ asking: Asking, from begun: SittingStart? = nil, now: Date
    ) throws {
      self.store = store
      self.asking = asking
      self.now = now
      rows = try store.accountRows()
      persons = try store.persons()
      untouched = try store.untouched(now: now)
      let all = try Self.overviews(store, now)
      overviews = Dictionary(all.map { ($0.account.key, $0) }) { first, _ in first }
      let journal = try store.journal()
      let skips = try store.standingSkips()
      regrets = Regrets(journal)
      let missed = Pond.missed(
        journal.filter { $0.number <= begun?.answers ?? .max }, all.map(\.account), asking, now)
      letGo = Dictionary(missed.map { ($0.account, $0.letGoAt) }) { first, _ in first }
      let asked =
        missed.map(\.account)
        + (try Self.questions(store, all, asking, now)
          .asked(asking.order, folder: asking.folder).map(\.account.key))
      chance =
        if let begun { Self.met(begun, all) } else {
          try Self.chance(store, all, asked, asking, now)
        }
      start =
        begun
        ?? SittingStart(
          answers: journal.last?.number ?? 0, skips: skips.values.map(\.number).max() ?? 0, at: now,
          chance: chance.map(\.account.id))
      conversation = Conversation(
        asking: asked, ending: chance?.account, limit: asking.limit ?? .max,
        after: begun.map { Self.past(journal, skips, since: $0) } ?? [])
      let before =
        try begun.map { try store.standingDecisions(upTo: $0.answers, before: $0.at) }
        ?? store.standingDecisions()
      answersBefore = before.mapValues(\.answer)
    }

    /// Puts an account on show, as after its answer was taken back.
    /// - Returns: whether it can be asked about.
    @discardableResult
    public func bring(_ id: AccountID) -> Bool {
      guard let overview = overviews.values.first(where: { $0.account.id == id }),
        overview.account.isFollowed || letGo[overview.account.key] != nil
      else { return false }
      conversation.takeBack(overview.account.key)
      return true
    }

    /// The question on show; nil where the sitting is over.
    public func question() throws -> Question? {
      guard let key = conversation.current, let overview = overviews[key] else { return nil }
      let shown = ShownPosts(
        among: try store.recentPosts(of: key, limit: 40, in: rows), most: 5)
      return Question(
        overview: overview, place: conversation.place, length: conversation.length,
        note: try store.note(of: key), posts: shown.posts, offTopic: shown.offTopic,
        passed: try untouched[key]?.sentences
          ?? ExchangeWords.sentences(
            store.exchange(with: key, in: rows), overview.assessment, now: now),
        costs: LeavingCost.sentences(of: overview.account), others: others(than: key),
        weeks: try weeks(of: overview), movedTo: try store.moves()[key],
        absence: try letGo[key].map { try absence(of: overview, since: $0) },
        chance: chance(key), alike: letGo[key] == nil && chance(key) == nil ? alike(overview) : nil)
    }

    /// Keeps an answer about the account on show. Durable when this returns.
    public func answer(_ answer: Answer, now: Date) throws {
      guard let key = conversation.current, let overview = overviews[key] else { return }
      if letGo[key] != nil, !overview.account.isFollowed, !answer.leavesTheList {
        // A newer list names them no more: a word alone brings nobody back into it.
        try Pond.follow(overview.account, in: store, now: now)
      } else {
        try store.append(Answering.decision(answer, about: overview, reason: nil, at: now))
      }
      conversation.take(Conversation.Step(account: key, deed: .answered(answer)))
    }

    /// Keeps that the account on show is read at the address to which it says that it has moved.
    /// Durable when this returns.
    /// - Throws: `ReviewFailure` where it does not say so, or that is followed already.
    public func repair(now: Date) throws {
      guard let key = conversation.current, let overview = overviews[key] else { return }
      let followed = overviews.values.filter(\.account.isFollowed).map(\.account.key)
      try store.append(
        Answering.repair(
          overview, to: nil, moved: try store.moves()[key], followed: Set(followed), reason: nil,
          at: now))
      conversation.take(Conversation.Step(account: key, deed: .answered(.repair)))
    }

    /// Passes the account on show over: it comes again when the others are through. Durable when
    /// this returns.
    public func skip(now: Date) throws {
      guard let key = conversation.current else { return }
      try store.skip(key, at: now)
      conversation.take(Conversation.Step(account: key, deed: .skipped))
    }

    /// Keeps the person's words about the account on show; blanks take them away. Durable when this
    /// returns.
    public func write(note: String, now: Date) throws {
      guard let key = conversation.current else { return }
      try store.setNote(note, for: key, at: now)
    }

    /// Takes the newest answer or skip back, of this sitting or an earlier one; its account is on
    /// show again where it is followed. Durable when this returns.
    /// - Returns: what was taken back; nil where there is nothing.
    public func undo(now: Date) throws -> TakenBack? {
      guard let step = try store.undoStep(at: now) else { return nil }
      let key = step.account
      // What was answered before it was looked at was assessed with that answer.
      if overviews[key]?.decision != nil || overviews[key] == nil {
        let all = try Self.overviews(store, self.now)
        overviews = Dictionary(all.map { ($0.account.key, $0) }) { first, _ in first }
      }
      let account = overviews[key]?.account
      if account?.isFollowed == true || letGo[key] != nil { conversation.takeBack(key) }
      guard case .answered(let entry) = step else {
        return TakenBack(account: account, answer: nil)
      }
      return TakenBack(account: account, answer: entry.decision.answer)
    }

    /// What the sitting came to so far.
    public func closing() throws -> Closing {
      let all = try Self.overviews(store, now)
      let answersNow = try store.standingDecisions().mapValues(\.answer)
      return Closing(
        answers: conversation.past.compactMap(\.answer),
        skipped: conversation.past.count { $0.answer == nil },
        before: totals(answersBefore), after: totals(answersNow),
        left: try Pond.openQuestions(
          store, all, asking, skips: store.standingSkips(), now: now),
        leaving: try Pond.leaving(in: store))
    }

    // What was done since a sitting began: of an account the newest answer alone.
    private static func past(
      _ journal: [JournalEntry], _ skips: [AccountKey: Skip], since start: SittingStart
    ) -> [Conversation.Step] {
      let answers = journal.filter { $0.number > start.answers && $0.undoneAt == nil }
      let newest = Dictionary(answers.map { ($0.decision.account, $0) }) { _, newer in newer }
        .values.sorted { $0.number < $1.number }
      let passed = skips.values.sorted { $0.number < $1.number }.filter { skip in
        skip.number > start.skips && !newest.contains { $0.decision.account == skip.account }
      }
      return newest.map {
        Conversation.Step(account: $0.decision.account, deed: .answered($0.decision.answer))
      } + passed.map { Conversation.Step(account: $0.account, deed: .skipped) }
    }

    private static func met(
      _ start: SittingStart, _ overviews: [AccountOverview]
    ) -> ChanceMeeting? {
      overviews.first { $0.account.id == start.chance }.map(ChanceMeeting.init)
    }

    private static func chance(
      _ store: PondStore, _ overviews: [AccountOverview], _ asked: [AccountKey], _ asking: Asking,
      _ now: Date
    ) throws -> ChanceMeeting? {
      guard asking.meeting != .nobody else { return nil }
      let here = overviews.filter { overview in
        asking.folder.map(overview.account.stands(inFolder:)) ?? true
      }
      return ChanceMeeting(
        among: here, skips: try store.standingSkips(), asked: Set(asked), seed: asking.meeting.seed,
        now: now)
    }

    private func chance(_ key: AccountKey) -> Chance? {
      chance.flatMap { $0.account == key ? Chance(keptAt: $0.keptAt) : nil }
    }

    private func absence(of overview: AccountOverview, since: Date) throws -> Absence {
      guard let seen = overview.assessment.window, seen.to > since else {
        return Absence(since: since, posts: nil, wouldHaveRead: nil)
      }
      let posts = try store.postCount(of: overview.account.key, since: since, now: now, in: rows)
      return Absence(
        since: since, posts: posts,
        wouldHaveRead: overview.assessment.actualShare.map { Double(posts) * $0 })
    }

    private func alike(_ overview: AccountOverview) -> Regrets.Tally? {
      guard let rate = overview.assessment.postsPerWeek else { return nil }
      let tally = regrets.tally(postingAtLeast: rate)
      return tally.known > 0 ? tally : nil
    }

    private func totals(_ answers: [AccountKey: Answer]) -> Totals {
      // In one order, so that the sums come out the same to the last bit.
      let followed = overviews.values.filter(\.account.isFollowed)
        .sorted { $0.account.key < $1.account.key }
      return Totals(of: followed, answered: answers)
    }

    private func others(than key: AccountKey) -> [Account] {
      let group = persons.first { $0.contains(key) } ?? []
      return group.filter { $0 != key }.compactMap { overviews[$0]?.account }
    }

    private func weeks(of overview: AccountOverview) throws -> [Int?] {
      let counts = try store.postsByWeek(
        of: overview.account.key, weeks: SeenWeeks.shown, now: now, in: rows)
      return SeenWeeks.counts(counts, within: overview.assessment.window, now: now)
    }

    private static func overviews(_ store: PondStore, _ now: Date) throws -> [AccountOverview] {
      try Pond.overviews(in: store, known: true, now: now)
    }

    private static func questions(
      _ store: PondStore, _ overviews: [AccountOverview], _ asking: Asking, _ now: Date
    ) throws -> Questions {
      try Pond.questions(
        store, overviews, everyone: asking.everyone, skips: try store.standingSkips(), now: now)
    }
  }
}

extension Conversation.Step {
  fileprivate var answer: Answer? {
    if case .answered(let answer) = deed { return answer }
    return nil
  }
}

extension Pond.Meeting {
  fileprivate var seed: Int? {
    if case .seeded(let number) = self { return number }
    return nil
  }
}
