public import Foundation

extension Pond {
  /// What is asked about in a sitting, and in which order.
  public struct Asking: Sendable {
    /// The order.
    public var order: QuestionOrder
    /// Only accounts in this folder, by its name or path; nil for all.
    public var folder: String?
    /// The most questions; nil for all that there are.
    public var limit: Int?
    /// Whether also those are asked about of whom nothing is doubtful.
    public var everyone: Bool
    /// With whom the sitting ends by chance.
    public var meeting: Meeting

    /// Makes it of its parts.
    public init(
      order: QuestionOrder = .costliest, folder: String? = nil, limit: Int? = nil,
      everyone: Bool = false, meeting: Meeting = .nobody
    ) {
      self.meeting = meeting
      self.order = order
      self.folder = folder
      self.limit = limit
      self.everyone = everyone
    }
  }

  /// With whom a sitting ends: somebody who is kept and was not met for a while, drawn by lot.
  public enum Meeting: Hashable, Sendable {
    /// Nobody.
    case nobody
    /// Somebody, the same all day.
    case ofTheDay
    /// Somebody, the same for the same number.
    case seeded(Int)
  }

  /// One question: everything that is on show while it is answered.
  public struct Question: Sendable {
    /// The account, what was computed, and what was answered before.
    public let overview: AccountOverview
    /// Its place in the sitting, from 1.
    public let place: Int
    /// How many questions the sitting has.
    public let length: Int
    /// The person's own note; nil where they wrote none.
    public let note: String?
    /// The posts by which it is remembered, newest first.
    public let posts: [RememberedPost]
    /// Which of them is off its usual topic; nil where none is.
    public let offTopic: Int?
    /// What passed between the person and it, in sentences.
    public let passed: [String]
    /// What leaving costs on its network, in sentences; empty where nothing is lost.
    public let costs: [String]
    /// The other accounts of the same human being, as the person joined them.
    public let others: [Account]
    /// Its posts in each of the last 26 weeks, the oldest first; nil for a week that nobody saw.
    public let weeks: [Int?]
    /// Where it says that it has moved to; nil where it does not say.
    public var movedTo: Address?
    /// Where it was let go a while ago, and it is asked whether it is missed; nil for any other question.
    public var absence: Absence?
    /// Where it was drawn by lot among those who are kept and were not met for a while; nil for any other
    /// question.
    public var chance: Chance?
    /// How those ended who were let go before and posted as often as this one or more; nil where its
    /// volume is unknown, or none of them can be judged.
    public var alike: Regrets.Tally?
  }

  /// The time since somebody was let go.
  public struct Absence: Hashable, Sendable {
    /// Since when.
    public let since: Date
    /// How many posts of that time are known; nil where nobody looked since.
    public let posts: Int?
    /// How many of them would have been read, at the share that was read before; nil where no share is
    /// known.
    public let wouldHaveRead: Double?
  }

  /// A meeting by chance with somebody who is kept.
  public struct Chance: Hashable, Sendable {
    /// When the person said that they keep it; nil where nobody asked yet.
    public let keptAt: Date?
  }

  /// Something that was taken back.
  public struct TakenBack: Sendable {
    /// Whom it was about; nil where no file names it any more.
    public let account: Account?
    /// The answer; nil where the question had been passed over.
    public let answer: Answer?
  }

  /// What a sitting came to.
  public struct Closing: Sendable {
    /// The answers given in it, those taken back left out.
    public let answers: [Answer]
    /// How many questions were passed over.
    public let skipped: Int
    /// What the list asked for when the sitting began.
    public let before: Totals
    /// What it asks for now.
    public let after: Totals
    /// How many questions are still open.
    public let left: Int
    /// What is to be written so that the answers take effect.
    public let leaving: Leaving
  }

  /// Those who were let go or archived and still stand in a list.
  public struct Leaving: Sendable {
    /// How many they are.
    public let accounts: Int
    /// The imported lists in which they stand.
    public let lists: [ExportFormat]
    /// The networks that take no list back, where they have to be unfollowed by hand.
    public let networks: [AccountKind]
  }

  /// Begins a sitting of the review, or goes on where the last one stopped.
  public func review(_ asking: Asking, now: Date) throws -> Sitting {
    try Sitting(store, asking, now: now)
  }

  /// The questions that are open.
  static func questions(
    _ store: PondStore, _ overviews: [AccountOverview], everyone: Bool = false,
    skips: [AccountKey: Skip] = [:], now: Date
  ) throws -> Questions {
    Questions(
      among: overviews, moves: try store.moves(), skips: skips,
      untouched: try store.untouched(now: now), everyone: everyone, now: now)
  }

  /// How many questions a sitting would ask: those that are open, and whether those are missed who were
  /// let go a while ago.
  static func openQuestions(
    _ store: PondStore, _ overviews: [AccountOverview], _ asking: Asking = Asking(),
    skips: [AccountKey: Skip] = [:], now: Date
  ) throws -> Int {
    let questions = try questions(
      store, overviews, everyone: asking.everyone, skips: skips, now: now)
    let missed = missed(try store.journal(), overviews.map(\.account), asking, now)
    let asked = questions.asked(asking.order, folder: asking.folder).map(\.account.key)
    return Set(asked).union(missed.map(\.account)).count
  }

  /// Of whom a sitting asks whether they are missed: a handful, the longest due first.
  static func missed(
    _ journal: [JournalEntry], _ accounts: [Account], _ asking: Asking, _ now: Date
  ) -> [Regrets.Question] {
    let known = Dictionary(accounts.map { ($0.key, $0) }) { first, _ in first }
    let due = Regrets(journal).questions(now: now).filter { question in
      guard let account = known[question.account] else { return false }
      return asking.folder.map(account.stands(inFolder:)) ?? true
    }
    return Array(due.prefix(Regrets.mostAsked))
  }

  /// Of how many a sitting would ask whether they are missed.
  public func missed(_ asking: Asking, now: Date) throws -> Int {
    Self.missed(try store.journal(), try store.accounts(), asking, now).count
  }

  /// Those who were let go or archived and still stand in a list.
  public func leaving() throws -> Leaving { try Self.leaving(in: store) }

  static func leaving(in store: PondStore) throws -> Leaving {
    let leaving = Removals(standing: Array(try store.standingDecisions().values)).accounts
    let followed = try store.accounts().filter { $0.isFollowed && leaving.contains($0.key) }
    let keys = Set(followed.map(\.key))
    let formats = try store.listFormats(naming: keys)
    let kinds = Set(keys.map(\.kind)).subtracting([.fediverse, .bluesky, .nostr])
    return Leaving(
      accounts: keys.count,
      lists: ExportFormat.allCases.filter { !formats.isDisjoint(with: $0.own) },
      networks: AccountKind.allCases.filter { kinds.contains($0) && !$0.isReadAtAddress })
  }
}
