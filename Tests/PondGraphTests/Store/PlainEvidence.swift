import Foundation
import GRDB

@testable import PondGraph

/// The evidence that hangs on posts and acts, told by the plain way: every row read anew and joined at
/// every look. It is what Pond did before it gathered columns, kept to hold one against the other.
struct PlainEvidence {
  /// What is told of one account.
  struct Parts: Equatable {
    let posts: [ObservedPost]
    let undated: Int
    let batchDated: Int
    let notCounted: NotCounted
    let written: [Date]
    let touched: [Date]
    let elsewhere: [ActTally]
  }

  private let database: Database
  private let book: AccountBook
  private let now: Int64
  private let since: [AccountKey: Int64]

  /// The parts of every account that any file ever named.
  static func all(_ store: PondStore, now: Date) throws -> [AccountKey: Parts] {
    try store.asking { try PlainEvidence($0, now).parts() }
  }

  private init(_ database: Database, _ now: Date) throws {
    self.database = database
    book = try AccountBook(database)
    self.now = Instant.stored(now) ?? .max
    since = Dictionary(
      book.accounts.map { ($0.key, Instant.stored($0.believed(at: now).followedAt) ?? .min) }
    ) { first, _ in first }
  }

  private func parts() throws -> [AccountKey: Parts] {
    var posts = try PlainPosts(database, book, now: now).byAccount(
      within: try stretches(), since: since.filter { $0.value > .min })
    let written = try SamePerson(database, book).sharing(try times(sql: Self.writtenSQL))
    let elsewhere = try PlainElsewhere(database, book, since: since, now: now)
    return book.accounts.reduce(into: [:]) { parts, account in
      let known = posts.removeValue(forKey: account.key) ?? PlainPosts.Known()
      parts[account.key] = Parts(
        posts: known.posts, undated: known.undated, batchDated: known.batchDated,
        notCounted: known.notCounted, written: written[account.key] ?? [],
        touched: elsewhere.times[account.key] ?? [],
        elsewhere: elsewhere.tallies(account.key, known.aside))
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
      if let seen = stretch.believed(from: since, to: now) {
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
}

/// The chances, asked for post by post.
private final class PlainChances {
  private struct Prepared {
    let isShown: Bool
    let hasBacklog: Bool
    /// The chances, each with the moment after which it is none.
    let sources: [(chance: Double, until: Int64)]
  }

  private let kinds: [AccountKind: [[AttentionTable.Watched]]]
  private let table: ClaimTable
  private let uses: [String: Int64]
  private var prepared: [Int64: Prepared] = [:]
  private var made: [PostClaims: Int64] = [:]
  private var others: [Int64: PostClaims] = [:]

  /// Reads what sources claim.
  init(_ database: Database) throws {
    kinds = try AttentionTable.all(database)
    table = try ClaimTable(database)
    uses = try DocumentTable.lastUses(database)
    for (row, claims) in table.all { prepared[row] = prepare(claims) }
  }

  private func prepare(_ claims: PostClaims) -> Prepared {
    let sources = claims.counting.filter { $0.thousandths > 0 && $0.isShown && !$0.isBacklog }
    return Prepared(
      isShown: claims.isShown, hasBacklog: claims.counting.contains(where: \.isBacklog),
      sources: sources.map { claim in
        let isTold = claim.source != PostClaims.earlier
        let until =
          isTold ? (uses[claim.source].map { $0 + AttentionChances.patience } ?? .min) : .max
        return (Double(claim.thousandths) / 1000, until)
      })
  }

  /// Whether a source shows the post whatever the person did with it.
  func isShown(_ claim: Int64) -> Bool { prepared[claim]?.isShown ?? true }

  /// The chance for a post of a moment.
  func chance(_ claim: Int64, kind: AccountKind, at moment: Int64) -> AttentionChances.Chance {
    guard let claims = prepared[claim] else { return .unknown }
    var missed = 1.0
    var wasLeft = false
    for source in claims.sources {
      if moment <= source.until { missed *= 1 - source.chance } else { wasLeft = true }
    }
    for source in kinds[kind] ?? [] { missed *= 1 - source.observability(at: moment) }
    if missed < 1 { return .some(1 - missed) }
    return claims.hasBacklog ? .backlog : wasLeft ? .afterLastUse : .unknown
  }

  /// What stands in a row, or what was joined of several.
  func claims(_ row: Int64) -> PostClaims {
    others[row] ?? table.all[row] ?? PostClaims.nothing
  }

  /// A number for joined claims: their row where they have one, else one below 0.
  func row(of claims: PostClaims) -> Int64 {
    if let row = table.existing(claims) ?? made[claims] { return row }
    let row = -1 - Int64(made.count)
    made[claims] = row
    others[row] = claims
    prepared[row] = prepare(claims)
    return row
  }
}

/// Dated posts with what the person did with them: the tables of posts and of acts, both in the
/// order of their keys, read side by side in one pass. (Letting SQLite join them looks for acts
/// once for every post, and few posts have any.) What several rows know of one post is joined, as
/// `PostJoining` derived it.
private struct PlainPosts {
  /// The moment from which it is looked at.
  let now: Int64
  /// The posts of one account.
  struct Known {
    /// Dated, shown by a source of posts, within the stretches in which the account was seen, oldest
    /// first.
    var posts: [ObservedPost] = []
    /// How many carry no date.
    var undated = 0
    /// How many have a date that is a batch's.
    var batchDated = 0
    /// Those that count against nobody.
    var notCounted = NotCounted()
    /// The acts with those of them that came after the following.
    var aside: [ActKind: Int] = [:]

    mutating func setAside(_ acts: UInt16) {
      for kind in ActsInOrder.kinds(acts) where kind != .seen { aside[kind, default: 0] += 1 }
    }
  }

  private let database: Database
  private let book: AccountBook
  private let chances: PlainChances
  private let joined: JoinedRows

  init(_ database: Database, _ book: AccountBook, now: Int64) throws {
    self.now = now
    self.database = database
    self.book = book
    chances = try PlainChances(database)
    joined = try JoinedRows(database)
  }

  private static let sql = """
    SELECT account, id, published, kind, form, words, claim FROM post ORDER BY account, id
    """

  /// The posts of every account within the stretches in which it was seen.
  /// - Parameter since: when the person followed each; nothing for those of whom that is not known.
  func byAccount(
    within seen: [AccountKey: [Stretch]], since: [AccountKey: Int64]
  ) throws -> [AccountKey: Known] {
    var known: [AccountKey: Known] = [:]
    var shared: [AccountKey: [JoinedRows.Place: Draft]] = [:]
    try forEachAccount { key, drafts, places in
      if let places {
        for (place, draft) in zip(places, drafts) {
          shared[key, default: [:]][place] =
            shared[key]?[place].map { $0.joined(with: draft, chances) } ?? draft
        }
      } else {
        known[key] = posts(drafts, of: key, within: seen[key] ?? [], since: since[key])
      }
    }
    for (key, drafts) in shared {
      let drafts = drafts.sorted { $0.key < $1.key }.map(\.value)
      known[key] = posts(drafts, of: key, within: seen[key] ?? [], since: since[key])
    }
    return known
  }

  private func posts(
    _ drafts: [Draft], of key: AccountKey, within seen: [Stretch], since: Int64?
  ) -> Known {
    var known = Known()
    let shown = drafts.filter { chances.isShown($0.claim) }
    let dated = shown.filter { $0.at != nil }.sorted { $0.moment < $1.moment }
    known.undated = shown.count - dated.count
    let batches = DateBatches(dated.map(\.moment))
    known.posts.reserveCapacity(dated.count)
    let seen =
      key.kind.isReadAtAddress ? Stretch.bridged(seen, posts: dated.map(\.moment)) : seen
    for draft in dated {
      if let since, draft.moment < since {
        known.notCounted.beforeFollowing += 1
      } else if batches.moments.contains(draft.moment) {
        known.batchDated += 1
        known.setAside(draft.acts)
      } else if seen.contains(where: { $0.from <= draft.moment && draft.moment <= $0.to }) {
        add(draft, of: key.kind, to: &known)
      } else if draft.moment > now {
        known.notCounted.datedAhead += 1
        known.setAside(draft.acts)
      } else {
        known.notCounted.outsideSeen += 1
        known.setAside(draft.acts)
      }
    }
    return known
  }

  private func add(_ draft: Draft, of kind: AccountKind, to known: inout Known) {
    switch chances.chance(draft.claim, kind: kind, at: draft.moment) {
    case .some(let observability): return known.posts.append(draft.post(observability))
    case .backlog: known.notCounted.backlog += 1
    case .afterLastUse: known.notCounted.afterLastUse += 1
    case .unknown: break
    }
    known.posts.append(draft.post(0))
  }

  /// Hands over the posts of one row of the account table after the other; where rows are joined, also
  /// which post each is.
  private func forEachAccount(
    _ take: (AccountKey, [Draft], [JoinedRows.Place]?) throws -> Void
  ) throws {
    let row = try BulkStatement(database, Self.sql)
    let kinds = Vocabulary<PostKind>()
    let forms = Vocabulary<PostForm>()
    var acts = try ActsInOrder(database)
    var account: Int64?
    var key: AccountKey?
    var isJoined = false
    var drafts: [Draft] = []
    var places: [JoinedRows.Place] = []
    while try row.next() {
      let next = try row.number(0)
      if next != account {
        if let key { try take(key, drafts, isJoined ? places : nil) }
        drafts.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        (account, key) = (next, book.keys[next])
        isJoined = joined.touches(next) || (key.map(book.joined.contains) ?? false)
      }
      var draft = Draft(
        at: row.integer(2), kind: try row.choice(3, of: kinds),
        form: try row.choice(4, of: forms), words: row.integer(5),
        claim: try row.number(6), acts: try acts.pass(to: next, row, 1))
      if isJoined {
        let place = joined.main(of: JoinedRows.Place(account: next, id: try row.word(1)))
        draft.acts |= joined.acts(with: place)
        places.append(place)
      }
      drafts.append(draft)
    }
    if let key { try take(key, drafts, isJoined ? places : nil) }
  }

  /// A post that is being read. Plain memory, for there are millions.
  private struct Draft {
    var at: Int64?
    var kind: PostKind
    var form: PostForm
    var words: Int64?
    var claim: Int64
    /// The acts with it, one bit for each place in `ActKind.allCases`.
    var acts: UInt16

    /// When it was published; asked of dated posts alone.
    var moment: Int64 { at ?? .min }

    func post(_ observability: Double) -> ObservedPost {
      ObservedPost(
        at: Instant.date(moment), acts: acts == 0 ? [] : ActsInOrder.kinds(acts),
        observability: observability, kind: kind, form: form,
        words: words.flatMap(Int.init(exactly:)))
    }

    /// The same post as two rows know it.
    func joined(with other: Draft, _ chances: PlainChances) -> Draft {
      let (own, others) = (chances.claims(claim), chances.claims(other.claim))
      let known = PostKnowledge(observed: at, kind, form, words, own)
        .joined(
          with: PostKnowledge(observed: other.at, other.kind, other.form, other.words, others))
      return Draft(
        at: known.published, kind: known.kind, form: known.form, words: known.words,
        claim: chances.row(of: known.claims), acts: acts | other.acts)
    }
  }
}

/// Which rows of posts are one, and which acts belong to a row of another name.
private struct JoinedRows {
  /// A row of a post.
  struct Place: Hashable, Comparable {
    let account: Int64
    let id: String

    static func < (left: Place, right: Place) -> Bool {
      left.account != right.account
        ? left.account < right.account : Bytewise(text: left.id) < Bytewise(text: right.id)
    }
  }

  private var mains: [Place: Place] = [:]
  private var acts: [Place: UInt16] = [:]
  private var accounts: Set<Int64> = []

  init(_ database: Database) throws {
    let same = try BulkStatement(
      database, "SELECT account, id, main_account, main_id FROM same_post")
    while try same.next() {
      let place = Place(account: try same.number(0), id: try same.word(1))
      let main = Place(account: try same.number(2), id: try same.word(3))
      mains[place] = main
      accounts.insert(place.account)
      accounts.insert(main.account)
    }
    let met = try BulkStatement(
      database,
      """
      SELECT main_account, main_id, act.kind
      FROM met JOIN act ON act.account = met.account AND act.post = met.post
      """)
    while try met.next() {
      let main = Place(account: try met.number(0), id: try met.word(1))
      acts[main, default: 0] |= 1 << UInt16(try met.choice(2, of: ActKind.self).place)
      accounts.insert(main.account)
    }
  }

  /// Whether any row of an account is joined or met.
  func touches(_ account: Int64) -> Bool { accounts.contains(account) }

  /// The row that stands for the post.
  func main(of place: Place) -> Place { mains[place] ?? place }

  /// The acts that mean the post by another name.
  func acts(with place: Place) -> UInt16 { acts[place] ?? 0 }
}

/// The acts with posts, in the order of accounts and posts.
private struct ActsInOrder {
  private let row: BulkStatement
  private let vocabulary = Vocabulary<ActKind>()
  private var account: Int64?

  init(_ database: Database) throws {
    row = try BulkStatement(
      database, "SELECT account, post, kind FROM act ORDER BY account, post, kind")
    try step()
  }

  /// Goes to the acts with a post and past them; posts must be asked for in their order.
  /// - Parameters:
  ///   - wanted: the account's row.
  ///   - post: the row of the post.
  ///   - id: the column in which it has its id.
  /// - Returns: their kinds, one bit for each place in `ActKind.allCases`.
  mutating func pass(to wanted: Int64, _ post: BulkStatement, _ id: Int32) throws -> UInt16 {
    var kinds: UInt16 = 0
    while let account, account <= wanted {
      if account == wanted {
        let order = Self.order(row.bytes(1), post.bytes(id))
        if order > 0 { break }
        if order == 0 { kinds |= 1 << UInt16(try row.choice(2, of: vocabulary).place) }
      }
      try step()
    }
    return kinds
  }

  /// The kinds of a set of bits, in the order of their names.
  static func kinds(_ bits: UInt16) -> [ActKind] {
    ActKind.allCases.filter { bits & 1 << UInt16($0.place) != 0 }
      .sorted { $0.rawValue < $1.rawValue }
  }

  private mutating func step() throws {
    account = try row.next() ? try row.number(0) : nil
  }

  // As SQLite orders texts: byte by byte, and what ends first comes first.
  private static func order(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int
  {
    for (one, other) in zip(left, right) where one != other { return Int(one) - Int(other) }
    return left.count - right.count
  }
}

private struct PlainElsewhere {
  /// When, of acts with a time, oldest first.
  private(set) var times: [AccountKey: [Date]] = [:]
  /// How often, in the order of the kinds.
  func tallies(_ key: AccountKey, _ aside: [ActKind: Int]) -> [ActTally] {
    ActKind.allCases.sorted { $0.place < $1.place }.compactMap { kind in
      let count = counts[key]?[kind] ?? Count()
      let posts = count.posts.count + aside[kind, default: 0]
      guard posts > 0 else { return nil }
      return ActTally(
        kind: kind, count: posts, last: count.last == 0 ? nil : Instant.date(count.last))
    }
  }

  private var counts: [AccountKey: [ActKind: Count]] = [:]

  // What was done with a post that is known, and came after the following, is told with the post.
  private static let sql = """
    SELECT act.account, act.post, act.kind, act.at, post.published, same.main_id,
      post.account, post.id
    FROM act LEFT JOIN met ON met.account = act.account AND met.post = act.post
    LEFT JOIN post ON post.account = ifnull(met.main_account, act.account)
      AND post.id = ifnull(met.main_id, act.post) AND post.published IS NOT NULL
      AND post.claim IN (SELECT id FROM claim WHERE is_shown = 1)
    LEFT JOIN same_post AS same ON same.account = post.account AND same.id = post.id
    WHERE act.kind <> 'seen'
    """

  private struct Count {
    var posts: Set<String> = []
    var last: Int64 = 0
  }

  init(_ database: Database, _ book: AccountBook, since: [AccountKey: Int64], now: Int64) throws {
    var moments: [AccountKey: Set<Int64>] = [:]
    let rows = try BulkStatement(database, Self.sql)
    let kinds = Vocabulary<ActKind>()
    while try rows.next() {
      guard let key = book.keys[try rows.number(0)], let since = since[key] else { continue }
      if let published = rows.integer(4), published >= since { continue }
      let at = try rows.number(3)
      if at != 0 {
        guard at >= since, at <= now else { continue }
        moments[key, default: []].insert(at)
      }
      let kind = try rows.choice(2, of: kinds)
      var count = counts[key]?[kind] ?? Count()
      let isKnown = rows.integer(4) != nil
      let post =
        try isKnown ? "early \(rows.text(5) ?? rows.word(7))" : rows.word(1)
      count.posts.insert(post.isEmpty ? "\(at)" : post)
      count.last = max(count.last, at)
      counts[key, default: [:]][kind] = count
    }
    times = moments.mapValues { $0.sorted().map(Instant.date) }
  }
}
