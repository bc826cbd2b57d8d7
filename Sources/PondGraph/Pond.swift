public import Foundation

/// The hall: Pond's whole promise in one file. Each method calls the rooms in order and decides
/// nothing itself.
///
/// A class, because it holds the one connection to the pond file.
public final class Pond {
  /// How a pond file is opened.
  public enum Purpose: Sendable {
    /// To look: a pond file that is not there is not made.
    case looking
    /// To answer: likewise.
    case deciding
    /// To learn: a pond file that is not there is made, complete, for its owner alone, once the
    /// first input was read.
    case learning
  }

  private let path: String
  private let purpose: Purpose
  private var opened: PondStore?

  /// Opens the pond file at `path`.
  /// - Throws: a `Failure` that says what is wrong with the file and what to do.
  public init(at path: String, for purpose: Purpose) throws {
    self.path = path
    self.purpose = purpose
    if purpose != .learning { _ = try store }
  }

  private var store: PondStore {
    get throws {
      if let opened { return opened }
      let store = try PondStore.open(path: path, mode: purpose.mode)
      opened = store
      return store
    }
  }
}

extension Pond.Purpose {
  fileprivate var mode: PondStore.Mode {
    switch self {
    case .looking: .reading
    case .deciding: .changing
    case .learning: .writing
    }
  }
}

// MARK: - Learn

extension Pond {
  /// One format that Pond reads.
  public struct Format: Sendable {
    /// Its name, as `--as` takes it.
    public let name: String
    /// One sentence of what is learned from it.
    public let learns: String
  }

  /// How inputs are read.
  public struct ReadingOptions: Sendable {
    /// The moment that counts as the present.
    public var now: Date
    /// The format to take it for; nil asks the bytes.
    public var format: String?
    /// Whether to take what stands before the cut in a file that was cut short.
    public var takesPartial: Bool
    /// Who the person is, where an export does not say: a handle, an address, a key.
    public var me: String?
    /// Whose export it is, where it is somebody else's: any piece of a known account.
    public var owner: String?

    /// Makes options of their parts.
    public init(
      now: Date, format: String? = nil, takesPartial: Bool = false, me: String? = nil,
      owner: String? = nil
    ) {
      self.now = now
      self.format = format
      self.takesPartial = takesPartial
      self.me = me
      self.owner = owner
    }
  }

  /// One input that was learned: what it said and what of it was new.
  public struct ImportReport: Sendable {
    /// Where it was read from.
    public let path: String
    /// Its format.
    public let format: String
    /// Whether all of it was there.
    public let isComplete: Bool
    /// What was not taken, and why.
    public let skipped: [Skipped]
    /// What was damaged and read whole anyway.
    public let warnings: [String]
    /// What was new, known and changed.
    public let summary: ImportSummary

    init(_ imported: Imported, _ summary: ImportSummary) {
      path = imported.path
      format = imported.format
      isComplete = imported.isComplete
      skipped = imported.skipped
      warnings = imported.warnings
      self.summary = summary
    }

    /// Several reports told as one; warnings say which of them they are of.
    public init(joining reports: [ImportReport], path: String, format: String) {
      self.path = path
      self.format = format
      isComplete = reports.allSatisfy(\.isComplete)
      skipped = reports.flatMap(\.skipped)
      warnings = reports.flatMap { report in report.warnings.map { "\(report.path): \($0)" } }
      summary = ImportSummary(adding: reports.map(\.summary), path: path, format: format)
    }
  }

  /// Every format that Pond reads, in the order in which they are tried.
  public static var formats: [Format] {
    Importers.all.map { Format(name: $0.format, learns: $0.learns) }
  }

  /// Says what a file or folder would teach, opening no pond file.
  public static func inspect(_ path: String, _ options: ReadingOptions) throws -> Imported {
    Imported.merging(
      try Importers.read(path, as: options.format, options: options.forImporters), path: path)
  }

  /// Learns what a file or folder holds: all of it, or nothing.
  /// - Parameter done: told of each input in it, when all of them are durable.
  /// - Parameter allowsEmpty: whether a list that names nobody may take the place of one that did.
  public func learn(
    _ path: String, _ options: ReadingOptions, allowsEmpty: Bool = false,
    done: (ImportReport) throws -> Void
  ) throws {
    var inputs = try Importers.read(path, as: options.format, options: options.forImporters)
    if let piece = options.owner {
      let owner = try account(meant: piece).key
      inputs = inputs.map { $0.asExport(of: owner) }
    }
    let summaries = try store.write(inputs, at: options.now, allowsEmpty: allowsEmpty)
    for (imported, summary) in zip(inputs, summaries) { try done(ImportReport(imported, summary)) }
  }
}

extension Pond.ReadingOptions {
  fileprivate var forImporters: ImportOptions {
    ImportOptions(now: now, takesPartial: takesPartial, me: me)
  }
}

// MARK: - Look

extension Pond {
  /// An account with everything that is shown of it: the two-sided case.
  public struct AccountCase: Sendable {
    /// The account, what was computed, and what was answered.
    public let overview: AccountOverview
    /// The person's own note; nil where they wrote none.
    public let note: String?
    /// Its newest posts, newest first.
    public let recent: [RememberedPost]
    /// The other accounts of the same human being, as the person joined them.
    public let others: [Account]
  }

  /// Every account that the person follows, ordered by key; with `known`, also those that other
  /// sources merely know.
  public func overviews(known: Bool = false, now: Date) throws -> [AccountOverview] {
    let accounts = try store.accounts()
    let assessments = Assessor.assess(
      try store.evidence(now: now, includingUnfollowed: known), now: now)
    let assessed = Dictionary(assessments.map { ($0.account, $0) }) { first, _ in first }
    let standing = try store.standingDecisions()
    let declared = try store.declarations()
    return accounts.compactMap { account in
      guard account.isFollowed || known, let assessment = assessed[account.key] else { return nil }
      return AccountOverview(
        account: account, assessment: assessment, decision: standing[account.key],
        declared: declared[account.key] ?? [])
    }
  }

  /// The one account that a piece of text means, among all that are known.
  public func account(meant piece: String) throws -> Account {
    try AccountFinder(among: try store.accounts()).account(meant: piece)
  }

  /// All that is known of one account.
  public func why(_ piece: String, now: Date) throws -> AccountCase {
    let account = try account(meant: piece)
    let overview = try overview(of: account, now: now)
    return AccountCase(
      overview: overview, note: try store.note(of: account.key),
      recent: try store.recentPosts(of: account.key, limit: 8),
      others: try others(than: account.key))
  }

  /// The recommended pond: the suggestions verdict by verdict, with what they would free, and the
  /// rings.
  public struct RecommendedPlan: Sendable {
    /// The accounts of one verdict.
    public struct Section: Sendable {
      /// The verdict.
      public let verdict: Verdict
      /// Its accounts, those that free most first.
      public let overviews: [AccountOverview]
      /// What following the verdict would free.
      public let freed: Totals
    }

    /// The verdicts, those that free most first; some may be empty.
    public let sections: [Section]
    /// What the list asks for now.
    public let now: Totals
    /// What it would ask for, were every suggestion followed.
    public let after: Totals
    /// The pond within the caps.
    public let pond: RecommendedPond
  }

  /// The recommended pond, from everything that is followed.
  public func plan(_ room: ReadingRoom = ReadingRoom(), now: Date) throws -> RecommendedPlan {
    let overviews = try overviews(now: now)
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    let plan = Plan(overviews.map(\.assessment))
    return RecommendedPlan(
      sections: plan.sections.map { section in
        RecommendedPlan.Section(
          verdict: section.verdict,
          overviews: section.assessments.compactMap { byKey[$0.account] },
          freed: section.freed)
      },
      now: plan.now, after: plan.after, pond: try pond(overviews, room, now))
  }

  /// Remembers the close ring of a plan: later plans stay with it while none is clearly better.
  public func keep(_ plan: RecommendedPlan, now: Date) throws {
    try store.keepCloseRing(plan.pond.close.map(\.account.key), at: now)
  }

  private func pond(
    _ overviews: [AccountOverview], _ room: ReadingRoom, _ now: Date
  ) throws -> RecommendedPond {
    let unlabelled = overviews.filter { Candidates.labels($0.account).isEmpty }
    let candidates = Candidates(
      overviews, size: room.size, cost: room.cost,
      titles: try store.titles(of: Set(unlabelled.map(\.account.key)), limit: 40))
    let before = try store.closeRing()
    return RecommendedPond(
      Rings(candidates, caps: room.caps, before: before), room: room, overviews: overviews,
      lastWeek: try store.postCounts(from: now.addingTimeInterval(-7 * 86_400), to: now),
      dissenting: candidates.dissenting, hasBefore: !before.isEmpty)
  }

  /// The topics that `explanation(of:)` knows.
  public static var topics: [String] { Explanation.Topic.allCases.map(\.rawValue) }

  /// The formulas of one topic as the product states them; nil for an unknown topic.
  public static func explanation(of topic: String) -> String? {
    Explanation.Topic(rawValue: topic).map { Explanation($0).text }
  }

  private func others(than key: AccountKey) throws -> [Account] {
    guard let group = try store.persons().first(where: { $0.contains(key) }) else { return [] }
    return try store.accounts().filter { group.contains($0.key) && $0.key != key }
  }

  private func overview(of account: Account, now: Date) throws -> AccountOverview {
    guard let found = try overviews(known: true, now: now).first(where: { $0.account == account })
    else { throw ReviewFailure.noMatch(piece: account.id.value) }
    return found
  }
}

// MARK: - Decide

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

  /// Keeps a person's answer about one account, and says about which.
  @discardableResult
  public func decide(
    _ piece: String, _ answer: Answer, reason: String?, now: Date
  ) throws -> FileAnswer {
    let account = try account(meant: piece)
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
      joinings: try Answering.joinings(file, path: path, among: accounts))
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
      joinings: words.joinings.map { [$0.one.key, $0.other.key] }, at: now)
  }

  /// The open questions as a text to be edited; nil where nothing is doubtful.
  /// - Parameter clean: makes foreign text harmless for where the text goes.
  public func questions(
    limit: Int, now: Date, clean: (String) -> String
  ) throws -> String? {
    let open = Questions.open(among: try overviews(now: now)).prefix(limit)
    guard !open.isEmpty else { return nil }
    let questions = try open.map { overview in
      QuestionFile.Question(
        overview: overview, note: try store.note(of: overview.account.key),
        titles: try store.recentPosts(of: overview.account.key, limit: 5)
          .compactMap(\.post.title))
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

// MARK: - Check

extension Pond {
  /// Whether the recommendation would have held on the person's own past; nil where too little was
  /// observed on both sides of the cut.
  /// - Parameter days: how much of the past is held out.
  public func check(
    days: Double = 90, size: Int? = nil, minutesPerDay: Double? = nil, now: Date
  ) throws -> PastCheck? {
    let evidence = try store.evidence(now: now)
    let accounts = Dictionary(try store.accounts().map { ($0.key, $0) }) { first, _ in first }
    let back = try store.followers()
    let byName = evidence.map(\.account).sorted()
    let mutual = byName.filter(back.contains) + byName.filter { !back.contains($0) }
    return PastCheck(
      evidence, days: days, size: size, minutesPerDay: minutesPerDay,
      rivals: back.isEmpty ? [] : [Rival(name: "follow-back first", order: mutual)], now: now
    ) { assessments, caps in
      let overviews = assessments.compactMap { assessment in
        accounts[assessment.account].map {
          AccountOverview(account: $0, assessment: assessment, decision: nil)
        }
      }
      let candidates = Candidates(
        overviews, size: caps.size, cost: { $0.minutesPerWeek ?? 0 }, titles: [:])
      return PondChoice(
        candidates.all, topicWeights: candidates.topics.weights, caps: caps
      ).solved()
    }
  }
}

// MARK: - Discover

extension Pond {
  /// Somebody whom those who are kept point at.
  public struct Discovered: Sendable {
    /// Who it is.
    public let account: Account
    /// Who points at them, those whose word weighs most first.
    public let voters: [Account]
    /// Whether and how it could be seen what they post.
    public let assessment: Assessment?
  }

  /// What discovery found.
  public struct Discoveries: Sendable {
    /// Who was found, the most votes first.
    public let found: [Discovered]
    /// How many kept accounts there are whose own follows are known.
    public let witnesses: Int
    /// How many accounts are kept.
    public let kept: Int
    /// Whom the close ring would miss least, so that one may come where one goes; nil where there is
    /// room.
    public let leastMissed: Account?
  }

  /// Whom the accounts that are kept point at and the person does not follow.
  public func discoveries(_ room: ReadingRoom = ReadingRoom(), now: Date) throws -> Discoveries {
    let everybody = try overviews(known: true, now: now)
    let byKey = Dictionary(everybody.map { ($0.account.key, $0) }) { first, _ in first }
    let graph = FollowGraph(edges: try store.followEdges().map { ($0.source, $0.target) })
    let kept = everybody.filter { $0.account.isFollowed && $0.isKept }
    let discovery = Discovery(
      in: graph,
      kept: Dictionary(kept.map { ($0.account.key, $0.assessment.worth ?? 0) }) { first, _ in first
      })
    let leftOut = everybody.filter { $0.account.isFollowed || !$0.isKept }.map(\.account.key)
    let found = discovery.finds(leavingOut: Set(leftOut)).compactMap { find -> Discovered? in
      guard let overview = byKey[find.account] else { return nil }
      return Discovered(
        account: overview.account, voters: find.voters.compactMap { byKey[$0]?.account },
        assessment: overview.assessment.posts > 0 ? overview.assessment : nil)
    }
    let followed = everybody.filter(\.account.isFollowed)
    let pond = try pond(followed, room, now)
    return Discoveries(
      found: found,
      witnesses: kept.count { byKey in
        graph.place(of: byKey.account.key).map { !graph.outgoing($0).isEmpty } ?? false
      },
      kept: kept.count, leastMissed: pond.close.count < room.size ? nil : pond.leastMissed)
  }
}

// MARK: - Declare and join

extension Pond {
  /// Keeps a word that only the person can say of an account, and says of which.
  public func declare(_ piece: String, _ word: DeclaredWord, now: Date) throws -> Account {
    let account = try account(meant: piece)
    try store.declare(word, of: account.key, at: now)
    return account
  }

  /// Takes such a word back, by its name, and says of which account.
  public func withdraw(_ name: String, of piece: String) throws -> Account {
    let account = try account(meant: piece)
    guard try store.withdraw(name, of: account.key) else {
      throw ReviewFailure.notDeclared(title: account.title ?? account.key.shown, word: name)
    }
    return account
  }

  /// Keeps the person's word that two accounts are one human being's, and says which.
  public func join(_ one: String, _ other: String, now: Date) throws -> [Account] {
    let pair = [try account(meant: one), try account(meant: other)]
    guard pair[0].key != pair[1].key else {
      throw ReviewFailure.notTwoAccounts(title: pair[0].title ?? pair[0].key.shown)
    }
    try store.join(pair[0].key, pair[1].key, at: now)
    return pair
  }

  /// Takes an account out of the person that it was joined to, and says which.
  public func part(_ piece: String) throws -> Account {
    let account = try account(meant: piece)
    guard try store.part(account.key) else {
      throw ReviewFailure.notTwoAccounts(title: account.title ?? account.key.shown)
    }
    return account
  }

  /// Accounts that may be one human being's, the strongest reasons first. None of them is joined.
  public func samePersonProposals() throws -> [SamePersonProposal] {
    SamePersonProposals(
      accounts: try store.accounts().filter(\.isFollowed), links: try store.profileLinks(),
      persons: try store.persons()
    ).all()
  }
}

// MARK: - Leave

extension Pond {
  /// A list that can be written.
  public typealias ExportFormat = ListFormat

  /// A trimmed list, before it is written anywhere.
  public struct ExportedList: Sendable {
    /// One entry that was cut out.
    public struct Removed: Sendable {
      /// The account's title; nil where no source gives one.
      public let title: String?
      /// Its address as the list writes it.
      public let address: Address
    }

    /// A file that belongs beside the list.
    public struct Companion: Sendable {
      /// Its name.
      public let name: String
      /// Its bytes.
      public let bytes: Data
    }

    /// The list's bytes.
    public let bytes: Data
    /// What belongs beside it.
    public let companions: [Companion]
    /// The list that was trimmed, by its path.
    public let list: String
    /// Whose it is; nil where nobody said.
    public let owner: String?
    /// What was cut, in the list's order, duplicates included.
    public let removed: [Removed]
    /// How many accounts stay in it.
    public let remaining: Int
    /// Other imported lists of the same format, which were not trimmed, by their paths.
    public let otherLists: [String]
  }

  /// The newest imported list of a format, or the one at `list`, without the accounts that the
  /// person's standing decisions take off it.
  /// - Parameter me: whose list it has to be; nil for anybody's.
  public func export(
    _ format: ExportFormat, list: String? = nil, me: String? = nil,
    dropsEmptyFolders: Bool = false, now: Date
  ) throws -> ExportedList {
    let kept = try store.originals(formats: format.importers).map {
      ReplacingList.Known(original: $0.document, owner: $0.owner)
    }
    let own = try ReplacingList.own(kept, me: me)
    let original = try PickedList.pick(
      list, among: own.map(\.original), format: format.rawValue)
    let picked = own.first { $0.original == original }
    let removals = Removals(standing: Array(try store.standingDecisions().values))
    let trimmed = try format.trimmed(
      original, owner: picked?.owner, removing: removals, dropsEmptyFolders: dropsEmptyFolders,
      now: now)
    if let picked, format.replaces {
      let newer = Array(own.prefix { $0.original != original })
      try ReplacingList.check(trimmed, of: picked, newer: newer) {
        try format.trimmed($0.original, owner: $0.owner, removing: removals, now: now).remaining
      }
    }
    let titles = Dictionary(try store.accounts().map { ($0.key, $0.title) }) { first, _ in first }
    return ExportedList(
      bytes: trimmed.bytes,
      companions: try companions(of: format, picked, removals), list: original.path,
      owner: picked?.owner?.shown,
      removed: trimmed.removed.map { one in
        ExportedList.Removed(title: titles[one.account] ?? nil, address: one.address)
      },
      remaining: trimmed.remaining.count,
      otherLists: own.map(\.original.path).filter { $0 != original.path })
  }

  // Mastodon follows everybody in the lists that it imports: an old file would bring them back.
  private func companions(
    of format: ExportFormat, _ picked: ReplacingList.Known?, _ removals: Removals
  ) throws -> [ExportedList.Companion] {
    guard format == .mastodon, let picked else { return [] }
    let lists = try store.originals(format: "mastodon-lists")
    let folder = { (path: String) in path.split(separator: "/").dropLast() }
    guard
      let newest = lists.first(where: { folder($0.document.path) == folder(picked.original.path) })
        ?? lists.first
    else { return [] }
    let trimmed = try TrimmedMastodonLists.write(
      original: newest.document, removing: removals, home: picked.owner?.home)
    return [ExportedList.Companion(name: "lists.csv", bytes: trimmed.bytes)]
  }

  /// A page of links to those who were let go on a network that takes no list back.
  public struct UnfollowChecklist: Sendable {
    /// A page for a browser, self-contained.
    public let html: Data
    /// The same as plain text.
    public let text: Data
    /// How many accounts are on it.
    public let count: Int
  }

  /// The checklist of a network: everybody still followed there whom the person's standing decisions
  /// take off the list.
  public func checklist(of network: AccountKind) throws -> UnfollowChecklist {
    let removals = Removals(standing: Array(try store.standingDecisions().values))
    let leaving = try store.accounts().filter {
      $0.key.kind == network && $0.isFollowed && removals.accounts.contains($0.key)
    }
    let checklist = Checklist(network: network, accounts: leaving, perDay: 10)
    return UnfollowChecklist(html: checklist.html, text: checklist.text, count: leaving.count)
  }

  /// Everything the person wrote, answers, notes and joinings, as a file that another pond takes
  /// back (E4).
  /// - Parameter clean: puts foreign text on one line and makes it harmless for where it goes.
  public func decisionFile(clean: (String) -> String) throws -> String {
    DecisionFile.text(
      DecisionFile.Words(
        accounts: try store.accounts(), decisions: try store.standingDecisions(),
        notes: try store.notes(), declared: try store.declarations(),
        persons: try store.persons()),
      clean: clean)
  }

  /// The accounts of which several are one human being's, as the person joined them.
  public func persons() throws -> [[AccountKey]] { try store.persons() }

  /// Puts a list into a file: whole or not at all.
  public static func write(_ bytes: Data, to path: String, overwrites: Bool) throws {
    try FileWriter.writeAtomically(bytes, to: path, overwrites: overwrites)
  }

  /// Removes what an import or an export that is under way has put on the disk for a moment, when
  /// the process is about to be stopped. Safe to call from a signal handler.
  public static func abandonWork() {
    PrivateFolder.removeNow()
    FileWriter.discardPending()
  }
}

// MARK: - Look after the pond file

extension Pond {
  /// Examines a pond file without changing it. Damage is reported, not thrown.
  public static func doctor(_ path: String) throws -> DoctorReport {
    try PondStore.doctor(path: path, deep: true)
  }

  /// A hash of what the pond file holds, the same for the same content however it came in.
  public func digest() throws -> String {
    try store.logicalDigest()
  }

  /// Makes a checked copy of the pond file.
  public func backup(to path: String) throws {
    try store.backup(to: path)
  }

  /// Puts a copy in place of a pond file.
  /// - Returns: where the file that stood there is kept; nil where none stood there.
  public static func restore(_ path: String, from copy: String, now: Date) throws -> String? {
    try PondStore.restore(from: copy, to: path, at: now)
  }

  /// Everything that Pond keeps for a pond file, as paths.
  public static func files(of path: String) throws -> [String] {
    try PondStore.files(of: path)
  }

  /// Removes everything that `files(of:)` names.
  public static func wipe(_ path: String) throws {
    try PondStore.wipe(path)
  }
}
