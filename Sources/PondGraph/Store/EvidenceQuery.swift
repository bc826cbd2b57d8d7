package import Foundation
import GRDB

/// Of whom evidence is asked for.
package enum EvidenceScope: Hashable, Sendable {
  /// Those whom the person follows.
  case followed
  /// Those, and whom an answer of theirs took off their lists: what accounts are like is learnt from
  /// these, so that a list which was trimmed moves no figure of those who stayed.
  case own
  /// Everybody whom any file knows.
  case known

  fileprivate func holds(_ account: Account, _ decision: Decision?) -> Bool {
    switch self {
    case .followed: account.isFollowed
    case .own: Self.isOwn(account, decision)
    case .known: true
    }
  }

  fileprivate static func isOwn(_ account: Account, _ decision: Decision?) -> Bool {
    account.isFollowed || decision?.answer.leavesTheList == true
  }
}

extension PondStore {
  /// What the model may know of these accounts, in the order of their keys. Posts and
  /// stretches before the follow date or after `now` are left out, and so are posts without a date
  /// and posts outside of the stretches that were seen. What a clock that was ahead wrote down of
  /// either counts as unknown. O(posts), over some bytes a post.
  package func evidence(
    now: Date, of scope: EvidenceScope = .followed
  ) throws -> [Evidence] {
    try once(.evidence(scope), at: now) { try gatheredEvidence(now: now, of: scope).all() }
  }

  /// The same, for whoever needs no more than a few accounts' posts at a time.
  /// - Parameter other: an account that is among them whosever it is; nil for none.
  package func gatheredEvidence(
    now: Date, of scope: EvidenceScope, and other: AccountKey? = nil
  ) throws -> GatheredEvidence {
    try asking { database in
      let book = try accountBook(database)
      let decisions = try Journal.standing(database)
      let wanted = book.accounts.filter { scope.holds($0, decisions[$0.key]) || $0.key == other }
      return try EvidenceQuery(database, book, Set(wanted.map(\.key)), decisions, now)
        .evidence(path)
    }
  }

  /// The same of some accounts.
  package func evidence(of keys: Set<AccountKey>, now: Date) throws -> [Evidence] {
    try asking { database in
      let decisions = try Journal.standing(database)
      return try EvidenceQuery(database, accountBook(database), keys, decisions, now)
        .evidence(path).all()
    }
  }
}

/// The gathering of evidence, one table after another.
struct EvidenceQuery {
  private let database: Database
  private let book: AccountBook
  private let accounts: [Account]
  private let persons: SamePerson
  private let decisions: [AccountKey: Decision]
  private let now: Int64
  /// When each was followed: also of those who are one person with an account that is asked for, for what
  /// passed with them counts for it.
  private let since: [AccountKey: Int64]

  init(
    _ database: Database, _ book: AccountBook, _ wanted: Set<AccountKey>,
    _ decisions: [AccountKey: Decision], _ now: Date
  ) throws {
    self.database = database
    self.book = book
    self.decisions = decisions
    self.now = Instant.stored(now) ?? .max
    accounts = book.accounts.filter { wanted.contains($0.key) }
    persons = try SamePerson(database, book)
    let near = wanted.union(persons.groups.filter { !wanted.isDisjoint(with: $0) }.joined())
    since = Dictionary(
      book.accounts.filter { near.contains($0.key) }
        .map { ($0.key, Instant.stored($0.believed(at: now).followedAt) ?? .min) }
    ) { first, _ in first }
  }

  /// The evidence of every account asked for, its posts still packed.
  /// - Parameter path: the pond file.
  func evidence(_ path: String) throws -> GatheredEvidence {
    let columns = Dictionary(
      try ObservedTable(database).columns(book, of: Set(since.keys)).map { ($0.account, $0) }
    ) { first, _ in first }
    let written = try written(columns)
    let observed = try stretches()
    let early = try EarlyPosts(database)
    let addressed = persons.sharing(try addressed())
    let declared = try Declarations.all(database)
    let reachability = try newestReachability()
    let tasted = try TastingTable.observations(database, book, until: now)
    let cycles = try CycleTable.ended(database, until: now)
    let parts = try accounts.map { account in
      let key = account.key
      let since = since[key] ?? .min
      let column = columns[key]
      let mayBeEarly = try column?.mayHaveActs(before: since) ?? false
      return GatheredEvidence.Part(
        column: column, seen: observed[key], since: since, written: written[key],
        early: mayBeEarly ? try early.acts(book.rows(key), since) : [],
        rest: Evidence(
          account: key, isOwn: EvidenceScope.isOwn(account, decisions[key]),
          folder: account.folders.first { !$0.isEmpty }?.joined(separator: "/"),
          addressed: addressed[key] ?? [], reachability: reachability[key]?.state,
          decision: decisions[key], declared: declared[key] ?? [], tasted: tasted[key] ?? [],
          cycles: cycles))
    }
    return GatheredEvidence(parts, now: now, try AttentionChances(database), path: path)
  }

  /// When the person wrote to those of whose human being several accounts were joined: to any of them.
  private func written(
    _ columns: [AccountKey: ObservedTable.Kept]
  ) throws -> [AccountKey: [Date]] {
    var times: [AccountKey: [Date]] = [:]
    for key in persons.groups.joined() {
      guard let since = since[key], let column = columns[key] else { continue }
      times[key] = try column.column().written(from: since, to: now)
    }
    return persons.sharing(times)
  }

  private func stretches() throws -> [AccountKey: [Stretch]] {
    var stretches: [AccountKey: [Stretch]] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT account, starts, ends FROM coverage")
    while let row = try rows.next() {
      guard let key = book.keys[try row.number(0)], let since = since[key] else { continue }
      let stretch = Stretch(try row.number(1), try row.number(2))
      if let seen = stretch.believed(from: since, to: now) {
        stretches[key, default: []].append(seen)
      }
    }
    return stretches.mapValues(Stretch.union)
  }

  private func addressed() throws -> [AccountKey: [Date]] {
    var times: [AccountKey: Set<Int64>] = [:]
    let rows = try BulkStatement(database, "SELECT account, at FROM addressed")
    while try rows.next() {
      guard let key = book.keys[try rows.number(0)], let since = since[key],
        let at = rows.integer(1), at >= since, at <= now
      else { continue }
      times[key, default: []].insert(at)
    }
    return times.mapValues { $0.sorted().map(Instant.date) }
  }

  private func newestReachability() throws -> [AccountKey: Reachability] {
    var newest: [AccountKey: Reachability] = [:]
    for (row, word) in try ReachabilityTable.all(database).sorted(by: { $0.key < $1.key }) {
      guard let key = book.keys[row] else { continue }
      if let known = newest[key], known.at > word.at { continue }
      if let known = newest[key], known.at == word.at, known.account < word.account { continue }
      newest[key] = word
    }
    return newest
  }
}

/// The acts with posts that were published before their account was followed. Looked up where there are
/// any: the columns do not keep when an act with a dated post was done, and this hangs on it.
private struct EarlyPosts {
  private let row: BulkStatement

  init(_ database: Database) throws {
    row = try BulkStatement(
      database,
      """
      SELECT act.kind, ifnull(same.main_id, post.id), act.at
      FROM act LEFT JOIN met ON met.account = act.account AND met.post = act.post
      JOIN post ON post.account = ifnull(met.main_account, act.account)
        AND post.id = ifnull(met.main_id, act.post)
      LEFT JOIN same_post AS same ON same.account = post.account AND same.id = post.id
      WHERE act.account = ?1 AND act.kind <> 'seen' AND post.published < ?2
        AND post.claim IN (SELECT id FROM claim WHERE is_shown = 1)
      """)
  }

  /// The acts of rows that count together. O(acts of the account).
  func acts(_ rows: [Int64], _ since: Int64) throws -> [ObservedColumn.Loose] {
    var acts: [ObservedColumn.Loose] = []
    var names: [String: Int] = [:]
    for account in rows {
      row.bind(1, account)
      row.bind(2, since)
      while try row.next() {
        // Below 0: above it are the numbers of posts that the column names.
        let number = names[try row.word(1), default: -1 - names.count]
        names[try row.word(1)] = number
        acts.append(
          ObservedColumn.Loose(
            kind: try row.choice(0, of: ActKind.self), post: number, at: try row.number(2)))
      }
    }
    return acts
  }
}
