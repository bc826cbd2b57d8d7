import Foundation
import GRDB

/// Gathers what the signals read of an account from the rows of its posts and acts, both in the order of
/// their keys, read side by side in one pass. (Letting SQLite join them looks for acts once for every
/// post, and few posts have any.) What several rows know of one post is joined, as `PostJoining` derived
/// it. It lives as long as one transaction.
struct ObservedPosts {
  private let claims: ClaimTable
  private let posts: BulkStatement
  private let acts: BulkStatement
  private let record: BulkStatement
  private let same: BulkStatement
  private let met: BulkStatement
  private let metFromElsewhere: BulkStatement

  init(_ database: Database) throws {
    claims = try ClaimTable(database)
    posts = try BulkStatement(
      database,
      """
      SELECT id, published, kind, form, words, claim FROM post WHERE account = ? ORDER BY id
      """)
    acts = try BulkStatement(
      database, "SELECT post, kind, at FROM act WHERE account = ? ORDER BY post, kind, at")
    record = try BulkStatement(
      database, "SELECT published, claim FROM post WHERE account = ? AND id = ?")
    same = try BulkStatement(
      database, "SELECT id, main_account, main_id FROM same_post WHERE account = ?")
    met = try BulkStatement(
      database, "SELECT post, main_account, main_id FROM met WHERE account = ?")
    metFromElsewhere = try BulkStatement(
      database,
      """
      SELECT met.account, main_id, act.kind
      FROM met JOIN act ON act.account = met.account AND act.post = met.post
      WHERE main_account = ?
      """)
  }

  /// What the rows of one account come to. O(posts + acts of the account).
  /// - Parameters:
  ///   - rows: the rows of the account table that count for it, in their order.
  ///   - isSettled: whether these are the rows for which joins were derived; where they are not, acts
  ///     of other accounts may mean its posts, and all of them are looked through.
  func column(_ rows: [Int64], isSettled: Bool = true) throws -> ObservedColumn {
    var gathered = GatheredPosts(claims)
    var joins = try joins(rows)
    joins.areSeveral = joins.areSeveral || !isSettled
    for row in rows { try gather(row, joins, &gathered) }
    if !isSettled { for row in rows { try gatherFromElsewhere(row, rows, &gathered) } }
    return gathered.column(joins)
  }

  private func gatherFromElsewhere(
    _ account: Int64, _ rows: [Int64], _ gathered: inout GatheredPosts
  ) throws {
    metFromElsewhere.bind(1, account)
    while try metFromElsewhere.next() {
      guard !rows.contains(try metFromElsewhere.number(0)) else { continue }
      let kind = try metFromElsewhere.choice(2, of: ActKind.self)
      let place = PostPlace(account: account, id: try metFromElsewhere.word(1))
      gathered.met[place, default: 0] |= 1 << UInt16(kind.place)
    }
  }

  private func joins(_ rows: [Int64]) throws -> Joins {
    var joins = Joins(areSeveral: rows.count > 1)
    for row in rows {
      same.bind(1, row)
      while try same.next() {
        joins.mains[PostPlace(account: row, id: try same.word(0))] =
          PostPlace(account: try same.number(1), id: try same.word(2))
      }
      met.bind(1, row)
      while try met.next() {
        joins.met[PostPlace(account: row, id: try met.word(0))] =
          PostPlace(account: try met.number(1), id: try met.word(2))
      }
    }
    return joins
  }

  private func gather(
    _ account: Int64, _ joins: Joins, _ gathered: inout GatheredPosts
  ) throws {
    var passing = try ActsInOrder(acts, of: account)
    posts.bind(1, account)
    while try posts.next() {
      var draft = GatheredPosts.Draft(
        at: posts.integer(1), kind: try posts.choice(2, of: GatheredPosts.kinds),
        form: try posts.choice(3, of: GatheredPosts.forms), words: posts.integer(4),
        claims: try gathered.place(ofRow: try posts.number(5)), acts: 0)
      let isShown = gathered.isShown(draft.claims)
      while let act = try passing.act(before: posts, 0) {
        try take(act, of: account, joins, &gathered)
      }
      while let act = try passing.act(with: posts, 0) {
        draft.acts |= act.bit
        gathered.take(act, published: draft.at, isShown: isShown)
      }
      gathered.drafts.append(draft)
      if joins.isAny {
        gathered.places.append(PostPlace(account: account, id: try posts.word(0)))
      }
    }
    while let act = try passing.last() { try take(act, of: account, joins, &gathered) }
  }

  /// Takes an act that names no row of its own account.
  private func take(
    _ act: PassedAct, of account: Int64, _ joins: Joins, _ gathered: inout GatheredPosts
  ) throws {
    guard let main = joins.met[PostPlace(account: account, id: act.post)] else {
      return gathered.take(act, published: nil, isShown: false)
    }
    gathered.met[main, default: 0] |= act.bit
    record.bind(1, main.account)
    record.bind(2, main.id)
    defer { record.stop() }
    guard try record.next() else { return gathered.take(act, published: nil, isShown: false) }
    let claims = try gathered.place(ofRow: try record.number(1))
    gathered.take(act, published: record.integer(0), isShown: gathered.isShown(claims))
  }
}

/// A row of a post.
struct PostPlace: Hashable, Comparable {
  let account: Int64
  let id: String

  static func < (left: PostPlace, right: PostPlace) -> Bool {
    left.account != right.account
      ? left.account < right.account : Bytewise(text: left.id) < Bytewise(text: right.id)
  }
}

/// Which rows of an account's posts are one, and which acts belong to a row of another name.
private struct Joins {
  /// Whether several rows count for the account.
  var areSeveral: Bool
  /// The row that stands for a row's post, where it is another.
  var mains: [PostPlace: PostPlace] = [:]
  /// The row of the post that an act means, by the account and the name that the act has.
  var met: [PostPlace: PostPlace] = [:]

  var isAny: Bool { areSeveral || !mains.isEmpty || !met.isEmpty }
}

/// What was read so far of one account.
private struct GatheredPosts {
  /// A post. Plain memory, for there are millions.
  struct Draft {
    var at: Int64?
    var kind: PostKind
    var form: PostForm
    var words: Int64?
    /// What sources claim of it, as a place among what they claim of any.
    var claims: Int
    /// The acts with it, one bit for each place in `ActKind.allCases`.
    var acts: UInt16
  }

  static let kinds = Vocabulary<PostKind>()
  static let forms = Vocabulary<PostForm>()

  var drafts: [Draft] = []
  /// Where each of them stands, if any row is joined.
  var places: [PostPlace] = []
  /// The acts that mean a post by another name.
  var met: [PostPlace: UInt16] = [:]
  private let table: ClaimTable
  private var claims: [PostClaims] = []
  private var byRow: [Int64: Int] = [:]
  private var byClaims: [PostClaims: Int] = [:]
  // Posts of one source come in runs.
  private var last: (row: Int64, place: Int)?
  private var loose: [ObservedColumn.Loose] = []
  private var names: [String: Int] = [:]
  private var written: Set<Int64> = []

  init(_ table: ClaimTable) {
    self.table = table
  }

  /// The place of what stands in a row of claims.
  mutating func place(ofRow row: Int64) throws -> Int {
    if let last, last.row == row { return last.place }
    let place = try byRow[row] ?? place(of: table.claims(row))
    byRow[row] = place
    last = (row, place)
    return place
  }

  private mutating func place(of wanted: PostClaims) -> Int {
    if let place = byClaims[wanted] { return place }
    byClaims[wanted] = claims.count
    claims.append(wanted)
    return claims.count - 1
  }

  /// Whether a source shows a post of these claims whatever the person did with it.
  func isShown(_ place: Int) -> Bool { claims[place].isShown }

  /// Takes what is to be known of an act beside the post that it was done with.
  /// - Parameters:
  ///   - published: the date of the post; nil where it has none, or no row knows it.
  ///   - isShown: whether a source shows the post.
  mutating func take(_ act: PassedAct, published: Int64?, isShown: Bool) {
    if act.kind.isWritten, let at = act.at == 0 ? published : act.at { written.insert(at) }
    guard act.kind != .seen, published == nil || !isShown else { return }
    let name = act.post.isEmpty ? "\(act.at)" : act.post
    let number = names[name] ?? names.count
    names[name] = number
    loose.append(ObservedColumn.Loose(kind: act.kind, post: number, at: act.at))
  }

  /// Everything gathered, the rows of one post joined.
  mutating func column(_ joins: Joins) -> ObservedColumn {
    if joins.isAny { join(joins) }
    let shown = drafts.filter { claims[$0.claims].isShown }
    let dated = shown.filter { $0.at != nil }.sorted { ($0.at ?? 0) < ($1.at ?? 0) }
    let batches = DateBatches(dated.map { $0.at ?? 0 })
    var column = ObservedColumn()
    column.undated = shown.count - dated.count
    var sorts: [ObservedColumn.Sort: Int] = [:]
    var claimed: [Int: Int] = [:]
    column.posts.reserveCapacity(dated.count)
    for draft in dated {
      let at = draft.at ?? 0
      let claim = claimed[draft.claims] ?? column.claims.count
      if claim == column.claims.count {
        claimed[draft.claims] = claim
        column.claims.append(claims[draft.claims].text)
      }
      let sort = ObservedColumn.Sort(
        kind: draft.kind, form: draft.form, claims: claim, acts: draft.acts,
        isBatchDated: batches.moments.contains(at), hasWords: draft.words != nil)
      let place = sorts[sort] ?? column.sorts.count
      if place == column.sorts.count {
        sorts[sort] = place
        column.sorts.append(sort)
      }
      column.posts.append(ObservedColumn.Post(at: at, sort: place, words: draft.words ?? 0))
    }
    column.written = written.sorted()
    column.loose = loose
    return column
  }

  private mutating func join(_ joins: Joins) {
    var posts: [PostPlace: Draft] = [:]
    for (place, draft) in zip(places, drafts) {
      let main = joins.mains[place] ?? place
      var draft = draft
      draft.acts |= met[main] ?? 0
      posts[main] = posts[main].map { joined($0, draft) } ?? draft
    }
    drafts = posts.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A post as two rows know it.
  private mutating func joined(_ one: Draft, _ other: Draft) -> Draft {
    let known = PostKnowledge(observed: one.at, one.kind, one.form, one.words, claims[one.claims])
      .joined(
        with: PostKnowledge(
          observed: other.at, other.kind, other.form, other.words, claims[other.claims]))
    return Draft(
      at: known.published, kind: known.kind, form: known.form, words: known.words,
      claims: place(of: known.claims), acts: one.acts | other.acts)
  }
}

extension ActKind {
  /// Whether the person wrote to somebody by it.
  fileprivate var isWritten: Bool { [.replied, .quoted, .wrote].contains(self) }
}

/// An act as its row has it.
private struct PassedAct {
  let post: String
  let kind: ActKind
  /// 0 where no source keeps a time.
  let at: Int64

  var bit: UInt16 { 1 << UInt16(kind.place) }
}

/// The acts of one account in the order of its posts, passed while these are read.
private struct ActsInOrder {
  private let row: BulkStatement
  private var isThere: Bool

  private static let vocabulary = Vocabulary<ActKind>()

  init(_ row: BulkStatement, of account: Int64) throws {
    self.row = row
    row.bind(1, account)
    isThere = try row.next()
  }

  /// The next act that stands before a post, by its id in a column; nil where there is no more.
  mutating func act(before post: BulkStatement, _ id: Int32) throws -> PassedAct? {
    guard isThere, Self.order(row.bytes(0), post.bytes(id)) < 0 else { return nil }
    return try pass()
  }

  /// The next act with a post; nil where there is no more.
  mutating func act(with post: BulkStatement, _ id: Int32) throws -> PassedAct? {
    guard isThere, Self.order(row.bytes(0), post.bytes(id)) == 0 else { return nil }
    return try pass()
  }

  /// The next act when all posts were passed; nil at the end.
  mutating func last() throws -> PassedAct? { isThere ? try pass() : nil }

  private mutating func pass() throws -> PassedAct {
    let act = PassedAct(
      post: try row.word(0), kind: try row.choice(1, of: Self.vocabulary), at: try row.number(2))
    isThere = try row.next()
    return act
  }

  // As SQLite orders texts: byte by byte, and what ends first comes first.
  private static func order(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let one = left.baseAddress, let other = right.baseAddress {
      let order = memcmp(one, other, shared)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
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
