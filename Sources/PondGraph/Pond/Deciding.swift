public import Foundation

extension Pond {
  /// An answer in a file, matched with its account.
  public struct FileAnswer: Sendable {
    /// The account.
    public let account: Account
    /// The answer.
    public let answer: Answer
    /// The person's reason; nil where none was given.
    public let reason: String?
    /// Where it is read from now on; nil unless the answer is repair or follow.
    public var newAddress: Address?
    /// The line of the file.
    var line: DecisionFile.Line?
  }

  /// A line of the journal with the account it is about.
  public struct JournalLine: Sendable {
    /// The decision and whether it stands.
    public let entry: JournalEntry
    /// Whom it is about.
    public let account: Account
  }

  /// Keeps a person's answer about one account, and says about which. Somebody at whom posts merely
  /// point, as discovery shows them, is known from then on.
  @discardableResult
  public func decide(
    _ piece: String, _ answer: Answer, reason: String?, now: Date
  ) throws -> FileAnswer {
    let account = try accountOrPlace(meant: piece, now: now)
    let overview = try overview(of: account, now: now)
    let decision = Answering.decision(answer, about: overview, reason: reason, at: now)
    _ = try store.append(decision)
    return FileAnswer(account: account, answer: answer, reason: reason)
  }

  /// Keeps that a followed account is tried out for some days: there is no suggestion to answer until
  /// they are over and five posts could be seen, then one question.
  /// - Throws: `ReviewFailure` where the account is not followed.
  @discardableResult
  public func tryOut(
    _ piece: String, days: Int, reason: String?, now: Date
  ) throws -> FileAnswer {
    let account = try account(meant: piece)
    guard account.isFollowed else {
      throw ReviewFailure.notFollowed(title: account.title ?? account.key.shown)
    }
    _ = try store.append(
      Answering.trial(try overview(of: account, now: now), days: days, reason: reason, at: now))
    return FileAnswer(account: account, answer: .wait, reason: reason)
  }

  /// Keeps a person's word that an account is read at another address, and says about which.
  /// - Parameter address: where; nil takes the address to which it says that it has moved.
  @discardableResult
  public func repair(
    _ piece: String, to address: Address?, reason: String?, now: Date
  ) throws -> FileAnswer {
    let decision = try repairing(piece, to: address, reason: reason, now: now)
    _ = try store.append(decision.made)
    return decision.answer
  }

  /// What `repair` would keep.
  public func wouldRepair(_ piece: String, to address: Address?, now: Date) throws -> FileAnswer {
    try repairing(piece, to: address, reason: nil, now: now).answer
  }

  private func repairing(
    _ piece: String, to address: Address?, reason: String?, now: Date
  ) throws -> (made: Decision, answer: FileAnswer) {
    let account = try account(meant: piece)
    let decision = try Answering.repair(
      try overview(of: account, now: now), to: address, moved: try store.moves()[account.key],
      followed: Set(try store.accounts().filter(\.isFollowed).map(\.key)), reason: reason, at: now)
    return (
      decision,
      FileAnswer(
        account: account, answer: .repair, reason: reason, newAddress: decision.newAddress)
    )
  }

  /// Every feed that answered three times, for good, that it is elsewhere, and is not repaired yet,
  /// with its new address. Those whose new address is followed already are left out.
  public func believedMoves() throws -> [FileAnswer] {
    let accounts = try store.accounts().filter { $0.isFollowed && $0.key.kind == .feed }
    let followed = Set(accounts.map(\.key))
    let (moves, repairs) = (try store.moves(), try store.standingRepairs())
    let leaving = Removals(standing: Array(try store.standingDecisions().values)).accounts
    var taken: Set<AccountKey> = []
    return accounts.compactMap { account in
      guard let address = moves[account.key], repairs[account.key]?.newAddress != address,
        !leaving.contains(account.key), Answering.isWebAddress(address),
        !followed.contains(AccountKey(reading: address)),
        taken.insert(AccountKey(reading: address)).inserted
      else { return nil }
      return FileAnswer(account: account, answer: .repair, reason: nil, newAddress: address)
    }
  }

  /// Keeps moves as repairs, all of them or none.
  public func mend(_ moves: [FileAnswer], now: Date) throws {
    let overviews = try overviews(known: true, now: now)
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    _ = try store.append(
      try moves.compactMap { move in
        try byKey[move.account.key].map {
          try Answering.repair(
            $0, to: move.newAddress, moved: nil, followed: [], reason: nil, at: now)
        }
      })
  }

  /// What a person wrote in a file, each line matched with its account.
  public struct FileWords: Sendable {
    /// The answers.
    public let answers: [FileAnswer]
    /// Who is to be followed.
    public let follows: [FileAnswer]
    /// The notes, with their accounts.
    public let notes: [(account: Account, words: String)]
    /// The declarations, with their accounts.
    public let declarations: [(account: Account, word: DeclaredWord)]
    /// Pairs of accounts that are one human being's.
    public let joinings: [(one: Account, other: Account)]
    /// What was said of posts tasted blind, with their accounts.
    public let tastings: [(account: Account, tasted: TastedPost)]
    /// The measures that are other than those of today.
    public let learned: [MeasureChange]
  }

  /// What a person wrote in a file; nothing is kept yet.
  public func words(in text: String, path: String) throws -> FileWords {
    let file = try DecisionFile(parsing: text, path: path)
    let accounts = try store.accounts()
    return FileWords(
      answers: try Answering.match(file, path: path, among: accounts).map {
        FileAnswer(
          account: $0.account, answer: $0.line.answer, reason: $0.line.reason,
          newAddress: $0.line.newAddress, line: $0.line)
      },
      follows: file.lines.filter { $0.answer == .follow }.compactMap { line in
        line.newAddress.map { address in
          FileAnswer(
            account: Self.account(at: address, among: accounts), answer: .follow,
            reason: line.reason, newAddress: address, line: line)
        }
      },
      notes: try Answering.notes(file, path: path, among: accounts),
      declarations: try Answering.declarations(file, path: path, among: accounts),
      joinings: try Answering.joinings(file, path: path, among: accounts),
      tastings: try Answering.tastes(file, path: path, among: accounts),
      learned: try newMeasures(file.learned))
  }

  // The same file taken twice changes nothing the second time.
  private func newMeasures(_ changes: [MeasureChange]) throws -> [MeasureChange] {
    var measures = try measures()
    return changes.filter { change in
      defer { measures = measures.changed(change) }
      return measures.current(change) != change
    }
  }

  /// Keeps what a file says: all of it or nothing.
  public func keep(_ words: FileWords, now: Date) throws {
    let overviews = try overviews(known: true, now: now)
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    let decisions = words.answers.compactMap { one in
      byKey[one.account.key].flatMap { overview in
        one.line.map { Answering.decision($0, about: overview, at: now) }
      }
    }
    for one in words.follows {
      guard let address = one.newAddress else { continue }
      try follow(
        address.written, as: one.line?.title, reason: one.reason, now: one.line?.at ?? now)
    }
    try store.keep(
      decisions,
      notes: Dictionary(words.notes.map { ($0.account.key, $0.words) }) { _, last in last },
      declarations: words.declarations.map { ($0.account.key, $0.word) },
      joinings: words.joinings.map { [$0.one.key, $0.other.key] },
      tastings: words.tastings.map(\.tasted), learned: words.learned, at: now)
  }

  /// The open questions as a text to be edited; nil where nothing is doubtful.
  /// - Parameter clean: makes foreign text harmless for where the text goes.
  public func questions(
    _ asking: Asking, now: Date, clean: (String) -> String
  ) throws -> String? {
    let open = try Self.questions(
      store, overviews(known: true, now: now), everyone: asking.everyone,
      skips: store.standingSkips(), now: now
    ).asked(asking.order, folder: asking.folder).prefix(asking.limit ?? .max)
    let untouched = try store.untouched(now: now)
    guard !open.isEmpty else { return nil }
    let questions = try open.map { overview in
      QuestionFile.Question(
        overview: overview, note: try store.note(of: overview.account.key),
        titles: try store.recentPosts(of: overview.account.key, limit: 5)
          .compactMap(\.post.title),
        untouched: untouched[overview.account.key]?.sentences ?? [])
    }
    return QuestionFile(asking: questions).text(clean: clean)
  }

  /// Every decision, oldest first.
  public func journal() throws -> [JournalLine] {
    let accounts = try store.accounts()
    let byKey = Dictionary(accounts.map { ($0.key, $0) }) { first, _ in first }
    // A pond file of an earlier Pond may have forgotten what somebody was called: an answer stays an answer.
    return try store.journal().map { entry in
      let key = entry.decision.account
      return JournalLine(entry: entry, account: byKey[key] ?? Self.account(named: key))
    }
  }

  /// A mark of everything that `undo` may take back: another one as soon as something was said or taken
  /// back since, so that nothing else is undone than what the person saw.
  public func undoMark() throws -> String {
    let journal = try store.journal()
    let intentions = try intentions().map(\.intention)
    let closed = intentions.count { $0.state != .open }
    let standing = journal.last { $0.undoneAt == nil }?.number ?? 0
    return [
      journal.count, standing, journal.count { $0.undoneAt != nil }, intentions.count, closed,
      try store.learned().count,
    ].map(String.init).joined(separator: ".")
  }

  /// A word of the person that was taken back.
  public enum Undone: Sendable {
    /// An answer.
    case answer(JournalLine)
    /// What they said of something that they mean to do.
    case intention(IntentionLine, IntentionWord)
    /// A change of the measures that they agreed to.
    case learned(LearnedChange)
  }

  /// Takes back the newest thing that the person said: an answer, a word on an intention, or their yes
  /// to a change of the measures.
  public func undo(now: Date) throws -> Undone {
    switch try store.undoNewest(at: now) {
    case nil: throw ReviewFailure.nothingToUndo
    case .answer(let entry):
      let key = entry.decision.account
      let account = try store.accounts().first { $0.key == key }
      return .answer(JournalLine(entry: entry, account: account ?? Self.account(named: key)))
    case .intention(let intention, let word):
      let account = try intention.account.map { key in
        try store.accounts().first { $0.key == key } ?? Self.account(named: key)
      }
      return .intention(IntentionLine(intention: intention, account: account), word)
    case .learned(let learned): return .learned(learned)
    }
  }
}
