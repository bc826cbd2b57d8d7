import Foundation
import GRDB

/// Dated posts with what the person did with them: the tables of posts and of acts, both in the
/// order of their keys, read side by side in one pass. (Letting SQLite join them looks for acts
/// once for every post, and few posts have any.)
struct ObservedPosts {
  private let database: Database
  private let book: AccountBook
  private let attention: [AccountKind: [AttentionTable.Watched]]

  init(
    _ database: Database, _ book: AccountBook,
    _ attention: [AccountKind: [AttentionTable.Watched]]
  ) {
    self.database = database
    self.book = book
    self.attention = attention
  }

  private static let sql = """
    SELECT account, id, published, kind, form, words, observability FROM post
    WHERE published IS NOT NULL ORDER BY account, id
    """

  /// The posts of every account within the stretches in which it was seen, oldest first.
  func byAccount(
    within seen: [AccountKey: [Stretch]]
  ) throws -> [AccountKey: [ObservedPost]] {
    var posts: [AccountKey: [ObservedPost]] = [:]
    var shared: [AccountKey: [String: Draft]] = [:]
    try forEachAccount { key, drafts, ids in
      let drafts = watched(drafts, attention[key.kind] ?? [])
      if book.joined.contains(key) {
        shared[key, default: [:]].merge(zip(ids, drafts)) { $0.joined(with: $1) }
      } else {
        posts[key] = Self.posts(drafts, within: seen[key] ?? [])
      }
    }
    for (key, drafts) in shared {
      let drafts = drafts.sorted { $0.key < $1.key }.map(\.value)
      posts[key] = Self.posts(drafts, within: seen[key] ?? [])
    }
    return posts
  }

  /// The posts with what other sources would have seen of the person's attention to them.
  private func watched(_ drafts: [Draft], _ watched: [AttentionTable.Watched]) -> [Draft] {
    guard !watched.isEmpty else { return drafts }
    return drafts.map { draft in
      var draft = draft
      draft.observability = max(draft.observability, watched.observability(at: draft.at))
      return draft
    }
  }

  private static func posts(_ drafts: [Draft], within seen: [Stretch]) -> [ObservedPost] {
    drafts.filter { draft in seen.contains { $0.from <= draft.at && draft.at <= $0.to } }
      .sorted { $0.at < $1.at }.map(\.post)
  }

  /// Hands over the posts of one row of the account table after the other, and their ids where the
  /// account is joined with another.
  private func forEachAccount(_ take: (AccountKey, [Draft], [String]) throws -> Void) throws {
    let row = try BulkStatement(database, Self.sql)
    let kinds = Vocabulary<PostKind>()
    let forms = Vocabulary<PostForm>()
    var acts = try ActsInOrder(database)
    var account: Int64?
    var key: AccountKey?
    var isJoined = false
    var drafts: [Draft] = []
    var ids: [String] = []
    while try row.next() {
      let next = try row.number(0)
      if next != account {
        if let key { try take(key, drafts, ids) }
        drafts.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
        (account, key) = (next, book.keys[next])
        isJoined = key.map(book.joined.contains) ?? false
      }
      drafts.append(
        Draft(
          at: try row.number(2), kind: try row.choice(3, of: kinds),
          form: try row.choice(4, of: forms), words: row.integer(5),
          observability: row.real(6) ?? 0, acts: try acts.pass(to: next, row, 1)))
      if isJoined { ids.append(try row.word(1)) }
    }
    if let key { try take(key, drafts, ids) }
  }

  /// A post that is being read. Plain memory, for there are millions.
  private struct Draft {
    var at: Int64
    var kind: PostKind
    var form: PostForm
    var words: Int64?
    var observability: Double
    /// The acts with it, one bit for each place in `ActKind.allCases`.
    var acts: UInt16

    var post: ObservedPost {
      ObservedPost(
        at: Instant.date(at), acts: acts == 0 ? [] : ActsInOrder.kinds(acts),
        observability: observability, kind: kind, form: form,
        words: words.flatMap(Int.init(exactly:)))
    }

    /// The same post as a feed file without an address and a reader show it.
    func joined(with other: Draft) -> Draft {
      let known = PostKnowledge(observed: at, kind, form, words, observability)
        .joined(
          with: PostKnowledge(
            observed: other.at, other.kind, other.form, other.words, other.observability))
      return Draft(
        at: known.published ?? at, kind: known.kind, form: known.form, words: known.words,
        observability: known.observability, acts: acts | other.acts)
    }
  }
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
