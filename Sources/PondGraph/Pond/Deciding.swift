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

  /// What a person wrote in a file, each line matched with its account.
  public struct FileWords: Sendable {
    /// The answers.
    public let answers: [FileAnswer]
    /// The notes, with their accounts.
    public let notes: [(account: Account, words: String)]
    /// The declarations, with their accounts.
    public let declarations: [(account: Account, word: DeclaredWord)]
    /// Pairs of accounts that are one human being's.
    public let joinings: [(one: Account, other: Account)]
    /// What was said of posts tasted blind, with their accounts.
    public let tastings: [(account: Account, tasted: TastedPost)]
  }

  /// What a person wrote in a file; nothing is kept yet.
  public func words(in text: String, path: String) throws -> FileWords {
    let file = try DecisionFile(parsing: text, path: path)
    let accounts = try store.accounts()
    return FileWords(
      answers: try Answering.match(file, path: path, among: accounts).map {
        FileAnswer(account: $0.account, answer: $0.line.answer, reason: $0.line.reason)
      },
      notes: try Answering.notes(file, path: path, among: accounts),
      declarations: try Answering.declarations(file, path: path, among: accounts),
      joinings: try Answering.joinings(file, path: path, among: accounts),
      tastings: try Answering.tastes(file, path: path, among: accounts))
  }

  /// Keeps what a file says: all of it or nothing.
  public func keep(_ words: FileWords, now: Date) throws {
    let overviews = try overviews(known: true, now: now)
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    let decisions = words.answers.compactMap { one in
      byKey[one.account.key].map {
        Answering.decision(one.answer, about: $0, reason: one.reason, at: now)
      }
    }
    try store.keep(
      decisions,
      notes: Dictionary(words.notes.map { ($0.account.key, $0.words) }) { _, last in last },
      declarations: words.declarations.map { ($0.account.key, $0.word) },
      joinings: words.joinings.map { [$0.one.key, $0.other.key] },
      tastings: words.tastings.map(\.tasted), at: now)
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
    return try store.journal().compactMap { entry in
      byKey[entry.decision.account].map { JournalLine(entry: entry, account: $0) }
    }
  }

  /// Takes the newest standing decision back.
  public func undo(now: Date) throws -> JournalLine {
    guard let entry = try store.undo(at: now),
      let account = try store.accounts().first(where: { $0.key == entry.decision.account })
    else { throw ReviewFailure.nothingToUndo }
    return JournalLine(entry: entry, account: account)
  }
}
