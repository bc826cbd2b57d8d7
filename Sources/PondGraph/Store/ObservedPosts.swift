import Foundation
import GRDB

/// Dated posts with what the person did with them: the tables of posts and of acts, both in the
/// order of their keys, read side by side in one pass. (Letting SQLite join them looks for acts
/// once for every post, and few posts have any.) What several rows know of one post is joined, as
/// `PostJoining` derived it.
struct ObservedPosts {
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
  }

  private let database: Database
  private let book: AccountBook
  private let chances: AttentionChances
  private let joined: JoinedRows

  init(_ database: Database, _ book: AccountBook) throws {
    self.database = database
    self.book = book
    chances = try AttentionChances(database)
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
    for draft in dated {
      if let since, draft.moment < since {
        known.notCounted.beforeFollowing += 1
      } else if batches.moments.contains(draft.moment) {
        known.batchDated += 1
      } else if seen.contains(where: { $0.from <= draft.moment && draft.moment <= $0.to }) {
        add(draft, of: key.kind, to: &known)
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
    func joined(with other: Draft, _ chances: AttentionChances) -> Draft {
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

/// Moments that so many posts of one account share that they are those of a fetch or of a build: at
/// least five posts, and half of all or to a second that no clock shows by chance. Dates without a time
/// of day are no batch.
struct DateBatches {
  /// The fewest posts of one moment that are a batch.
  static let fewest = 5

  let moments: Set<Int64>

  /// Finds them among moments in order.
  init(_ ordered: [Int64]) {
    var moments: Set<Int64> = []
    var start = 0
    while start < ordered.count {
      var end = start + 1
      while end < ordered.count, ordered[end] == ordered[start] { end += 1 }
      let count = end - start
      let isToTheSecond = ordered[start] % 60_000 != 0
      if count >= Self.fewest, isToTheSecond || count * 2 >= ordered.count {
        moments.insert(ordered[start])
      }
      start = end
    }
    self.moments = moments
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
