package import Foundation
import GRDB

extension PondStore {
  /// What the model may know of every followed account, in the order of their keys. Posts and
  /// stretches before the follow date or after `now` are left out, and so are posts without a date
  /// and posts outside of the stretches that were seen. O(posts), over some bytes a post.
  /// - Parameter includingUnfollowed: whether accounts are there that no list names.
  package func evidence(now: Date, includingUnfollowed: Bool = false) throws -> [Evidence] {
    try once(.evidence(includingUnfollowed: includingUnfollowed), at: now) {
      try asking { database in
        let book = try accountBook(database)
        let accounts = book.accounts.filter { includingUnfollowed || $0.isFollowed }
        return try EvidenceQuery(database, book, accounts, now, shelf).evidence()
      }
    }
  }

  /// The same of some accounts, and of those that are one person with them.
  package func evidence(of keys: Set<AccountKey>, now: Date) throws -> [Evidence] {
    try asking { database in
      let book = try accountBook(database)
      let persons = try SamePerson(database, book).groups.filter { !keys.isDisjoint(with: $0) }
      let wanted = keys.union(persons.joined())
      let accounts = book.accounts.filter { wanted.contains($0.key) }
      return try EvidenceQuery(database, book, accounts, now, shelf).evidence()
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
  private let shelf: BookShelf

  init(
    _ database: Database, _ book: AccountBook, _ accounts: [Account], _ now: Date,
    _ shelf: BookShelf
  ) {
    self.shelf = shelf
    self.database = database
    self.book = book
    self.accounts = accounts
    self.now = Instant.stored(now) ?? .max
    since = Dictionary(
      accounts.map { ($0.key, Instant.stored($0.followedAt) ?? .min) }
    ) { first, _ in first }
  }

  /// The evidence of every account asked for.
  func evidence() throws -> [Evidence] {
    var observed = try stretches()
    var known: [AccountKey: KnownPosts] = [:]
    var elsewhere: [AccountKey: Elsewhere] = [:]
    var times: [AccountKey: [Date]] = [:]
    var newest: [AccountKey: Int64] = [:]
    let early = try EarlyPosts(database)
    for gathered in try gathered(within: observed) {
      let (key, since) = (gathered.account, since[gathered.account] ?? .min)
      observed[key] = gathered.observed
      newest[key] = gathered.newest
      let before = gathered.known.hasActsBefore ? try early.acts(book.rows(key), since) : []
      elsewhere[key] = Elsewhere(
        gathered.loose + before, gathered.known.actsAside, since: since, now: now)
      known[key] = gathered.known
      let written = gathered.written.filter { $0 >= since && $0 <= now }
      if !written.isEmpty { times[key] = written.map(Instant.date) }
    }
    let persons = try SamePerson(database, book)
    let written = persons.sharing(times)
    let addressed = persons.sharing(try addressed())
    let declared = try Declarations.all(database)
    let reachability = try newestReachability()
    let decisions = try Journal.standing(database)
    let tasted = try TastingTable.observations(database, book, until: now)
    let cycles = try CycleTable.ended(database, until: now)
    return accounts.map { account in
      let known = known.removeValue(forKey: account.key) ?? KnownPosts()
      // Where every date is a batch's, time that went by tells nothing: not even that nothing came.
      let isTimeless = known.posts.isEmpty && known.batchDated > 0
      return Evidence(
        account: account.key,
        folder: account.folders.first { !$0.isEmpty }?.joined(separator: "/"),
        observed: isTimeless ? [] : (observed[account.key] ?? []).map(\.span),
        posts: known.posts,
        written: written[account.key] ?? [],
        addressed: addressed[account.key] ?? [],
        reachability: reachability[account.key]?.state,
        decision: decisions[account.key], declared: declared[account.key] ?? [],
        touched: elsewhere[account.key]?.times ?? [],
        elsewhere: elsewhere[account.key]?.tallies ?? [], undatedPosts: known.undated,
        batchDatedPosts: known.batchDated, notCounted: known.notCounted,
        newestPost: newest[account.key].map(Instant.date),
        tasted: tasted[account.key] ?? [], cycles: cycles)
    }
  }

  // Reading the columns takes most of a look; that of one account depends on no other.
  private func gathered(within seen: [AccountKey: [Stretch]]) throws -> [GatheredColumn] {
    let (since, now, chances) = (since, now, try AttentionChances(database))
    let before = shelf.columns
    let gathered = try ObservedTable(database).columns(book, of: Set(since.keys))
      .mapSideBySide { kept in
        let key = kept.account
        let (seen, since) = (seen[key], since[key] ?? .min)
        return Result {
          try before[key]?.stillTrue(of: kept, within: seen, since: since, now: now, chances)
            ?? GatheredColumn(kept, within: seen, since: since, now: now, chances)
        }
      }.map { try $0.get() }
    shelf.columns = before.merging(gathered.map { ($0.account, $0) }) { $1 }
    return gathered
  }

  private func stretches() throws -> [AccountKey: [Stretch]] {
    var stretches: [AccountKey: [Stretch]] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT account, starts, ends FROM coverage")
    while let row = try rows.next() {
      guard let key = book.keys[try row.number(0)], let since = since[key] else { continue }
      let stretch = Stretch(try row.number(1), try row.number(2))
      if let seen = stretch.clipped(from: since, to: now) {
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

/// What the person did with posts that count for nothing (no source shows them, or they carry no date, or
/// they are from before the following or from outside of what was seen), and with accounts
/// themselves: it was before their eyes, and says nothing of which share of the posts was.
private struct Elsewhere {
  /// When, of acts with a time, oldest first.
  let times: [Date]
  /// How often, in the order of the kinds.
  let tallies: [ActTally]

  private struct Count {
    var posts: Set<Int> = []
    var others = 0
    var last: Int64 = 0
  }

  /// - Parameters:
  ///   - acts: acts of which a time may be known.
  ///   - aside: the kinds of the acts with further posts, one element a post.
  ///   - since: when the person followed.
  init(_ acts: [ObservedColumn.Loose], _ aside: [UInt16], since: Int64, now: Int64) {
    var counts: [ActKind: Count] = [:]
    var moments: Set<Int64> = []
    for act in acts {
      if act.at != 0 {
        guard act.at >= since, act.at <= now else { continue }
        moments.insert(act.at)
      }
      var count = counts.removeValue(forKey: act.kind) ?? Count()
      count.posts.insert(act.post)
      count.last = max(count.last, act.at)
      counts[act.kind] = count
    }
    times = moments.sorted().map(Instant.date)
    var others: [ActKind: Int] = [:]
    for kind in ActKind.allCases where !aside.isEmpty {
      others[kind] = aside.count { $0 & 1 << UInt16(kind.place) != 0 }
    }
    for (kind, number) in others where number > 0 { counts[kind, default: Count()].others = number }
    tallies = counts.sorted { $0.key.place < $1.key.place }.map { kind, count in
      ActTally(
        kind: kind, count: count.posts.count + count.others,
        last: count.last == 0 ? nil : Instant.date(count.last))
    }
  }
}
