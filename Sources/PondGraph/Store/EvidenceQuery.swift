package import Foundation
import GRDB

extension PondStore {
  /// What the model may know of every followed account, in the order of their keys. Posts and
  /// stretches before the follow date or after `now` are left out, and so are posts without a date
  /// and posts outside of the stretches that were seen. O(posts + acts), one pass over each.
  /// - Parameter includingUnfollowed: whether accounts are there that no list names.
  package func evidence(now: Date, includingUnfollowed: Bool = false) throws -> [Evidence] {
    try asking { database in
      let book = try AccountBook(database)
      let accounts = book.accounts.filter { includingUnfollowed || $0.isFollowed }
      return try EvidenceQuery(database, book, accounts, now).evidence()
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
      accounts.map { ($0.key, Instant.stored($0.followedAt) ?? .min) }
    ) { first, _ in first }
  }

  /// The evidence of every account asked for.
  func evidence() throws -> [Evidence] {
    let observed = try stretches()
    var posts = try ObservedPosts(database, book).byAccount(
      within: observed, since: since.filter { $0.value > .min })
    let persons = try SamePerson(database, book)
    let written = persons.sharing(try times(sql: Self.writtenSQL))
    let addressed = persons.sharing(
      try times(sql: "SELECT account, at FROM addressed ORDER BY account, at"))
    let elsewhere = try Elsewhere(database, book, since: since, now: now)
    let declared = try Declarations.all(database)
    let reachability = try newestReachability()
    let decisions = try Journal.standing(database)
    let tasted = try TastingTable.observations(database, book, until: now)
    return accounts.map { account in
      let known = posts.removeValue(forKey: account.key) ?? ObservedPosts.Known()
      return Evidence(
        account: account.key,
        folder: account.folders.first { !$0.isEmpty }?.joined(separator: "/"),
        observed: (observed[account.key] ?? []).map(\.span),
        posts: known.posts,
        written: written[account.key] ?? [],
        addressed: addressed[account.key] ?? [],
        reachability: reachability[account.key]?.state,
        decision: decisions[account.key], declared: declared[account.key] ?? [],
        touched: elsewhere.times[account.key] ?? [],
        elsewhere: elsewhere.tallies[account.key] ?? [], undatedPosts: known.undated,
        batchDatedPosts: known.batchDated, notCounted: known.notCounted,
        tasted: tasted[account.key] ?? [])
    }
  }

  // An act without a time of its own has that of its post.
  private static let writtenSQL = """
    SELECT act.account, CASE act.at WHEN 0 THEN post.published ELSE act.at END AS at
    FROM act LEFT JOIN met ON met.account = act.account AND met.post = act.post
    LEFT JOIN post ON post.account = ifnull(met.main_account, act.account)
      AND post.id = ifnull(met.main_id, act.post)
    WHERE act.kind IN ('replied', 'quoted', 'wrote')
    """

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

  private func times(sql: String) throws -> [AccountKey: [Date]] {
    var times: [AccountKey: Set<Int64>] = [:]
    let rows = try Row.fetchCursor(database, sql: sql)
    while let row = try rows.next() {
      guard let key = book.keys[try row.number(0)], let since = since[key],
        let at = row.integer(1), at >= since, at <= now
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

/// What the person did with posts that no source shows or that carry no date, and with accounts
/// themselves: it was before their eyes, and says nothing of which share of the posts was.
private struct Elsewhere {
  /// When, of acts with a time, oldest first.
  private(set) var times: [AccountKey: [Date]] = [:]
  /// How often, in the order of the kinds.
  private(set) var tallies: [AccountKey: [ActTally]] = [:]

  // What was done with a post that is known is told with the post.
  private static let sql = """
    SELECT act.account, act.post, act.kind, act.at
    FROM act LEFT JOIN met ON met.account = act.account AND met.post = act.post
    LEFT JOIN post ON post.account = ifnull(met.main_account, act.account)
      AND post.id = ifnull(met.main_id, act.post) AND post.published IS NOT NULL
    WHERE act.kind <> 'seen' AND (
      post.claim IS NULL OR post.claim IN (SELECT id FROM claim WHERE is_shown = 0))
    """

  private struct Count {
    var posts: Set<String> = []
    var last: Int64 = 0
  }

  init(_ database: Database, _ book: AccountBook, since: [AccountKey: Int64], now: Int64) throws {
    var counts: [AccountKey: [ActKind: Count]] = [:]
    var moments: [AccountKey: Set<Int64>] = [:]
    let rows = try BulkStatement(database, Self.sql)
    let kinds = Vocabulary<ActKind>()
    while try rows.next() {
      guard let key = book.keys[try rows.number(0)], let since = since[key] else { continue }
      let at = try rows.number(3)
      if at != 0 {
        guard at >= since, at <= now else { continue }
        moments[key, default: []].insert(at)
      }
      let kind = try rows.choice(2, of: kinds)
      var count = counts[key]?[kind] ?? Count()
      let post = try rows.word(1)
      count.posts.insert(post.isEmpty ? "\(at)" : post)
      count.last = max(count.last, at)
      counts[key, default: [:]][kind] = count
    }
    times = moments.mapValues { $0.sorted().map(Instant.date) }
    tallies = counts.mapValues { kinds in
      kinds.sorted { $0.key.place < $1.key.place }.map { kind, count in
        ActTally(
          kind: kind, count: count.posts.count,
          last: count.last == 0 ? nil : Instant.date(count.last))
      }
    }
  }
}
