package import Foundation
import GRDB

extension PondStore {
  /// What the model may know of every followed account, in the order of their keys. Posts and
  /// stretches before the follow date or after `now` are left out, and so are posts without a date
  /// and posts outside of the stretches that were seen. What a clock that was ahead wrote down of
  /// either counts as unknown. O(posts), over some bytes a post.
  /// - Parameter includingUnfollowed: whether accounts are there that no list names.
  package func evidence(now: Date, includingUnfollowed: Bool = false) throws -> [Evidence] {
    try once(.evidence(includingUnfollowed: includingUnfollowed), at: now) {
      try gatheredEvidence(now: now, includingUnfollowed: includingUnfollowed).all()
    }
  }

  /// The same, for whoever needs no more than a few accounts' posts at a time.
  package func gatheredEvidence(
    now: Date, includingUnfollowed: Bool = false
  ) throws -> GatheredEvidence {
    try asking { database in
      let book = try accountBook(database)
      let accounts = book.accounts.filter { includingUnfollowed || $0.isFollowed }
      return try EvidenceQuery(database, book, accounts, now).evidence(path)
    }
  }

  /// The same of some accounts, and of those that are one person with them.
  package func evidence(of keys: Set<AccountKey>, now: Date) throws -> [Evidence] {
    try asking { database in
      let book = try accountBook(database)
      let persons = try SamePerson(database, book).groups.filter { !keys.isDisjoint(with: $0) }
      let wanted = keys.union(persons.joined())
      let accounts = book.accounts.filter { wanted.contains($0.key) }
      return try EvidenceQuery(database, book, accounts, now).evidence(path).all()
    }
  }
}

/// The gathering of evidence, one table after another.
struct EvidenceQuery {
  private let database: Database
  private let book: AccountBook
  private let accounts: [Account]
  private let now: Int64
  private let since: [AccountKey: Int64]

  init(_ database: Database, _ book: AccountBook, _ accounts: [Account], _ now: Date) {
    self.database = database
    self.book = book
    self.accounts = accounts
    self.now = Instant.stored(now) ?? .max
    since = Dictionary(
      accounts.map { ($0.key, Instant.stored($0.believed(at: now).followedAt) ?? .min) }
    ) { first, _ in first }
  }

  /// The evidence of every account asked for, its posts still packed.
  /// - Parameter path: the pond file.
  func evidence(_ path: String) throws -> GatheredEvidence {
    let columns = Dictionary(
      try ObservedTable(database).columns(book, of: Set(since.keys)).map { ($0.account, $0) }
    ) { first, _ in first }
    let persons = try SamePerson(database, book)
    let written = try written(columns, persons)
    let observed = try stretches()
    let early = try EarlyPosts(database)
    let addressed = persons.sharing(try addressed())
    let declared = try Declarations.all(database)
    let reachability = try newestReachability()
    let decisions = try Journal.standing(database)
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
          account: key,
          folder: account.folders.first { !$0.isEmpty }?.joined(separator: "/"),
          addressed: addressed[key] ?? [], reachability: reachability[key]?.state,
          decision: decisions[key], declared: declared[key] ?? [], tasted: tasted[key] ?? [],
          cycles: cycles))
    }
    return GatheredEvidence(parts, now: now, try AttentionChances(database), path: path)
  }

  /// When the person wrote to those of whose human being several accounts were joined: to any of them.
  private func written(
    _ columns: [AccountKey: ObservedTable.Kept], _ persons: SamePerson
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
