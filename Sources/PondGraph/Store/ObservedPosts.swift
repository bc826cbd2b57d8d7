import Foundation
import GRDB

/// Dated posts with what the person did with them, read in one pass in the order of the table.
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

  // A post with several acts comes as several rows in a row.
  private static let sql = """
    SELECT post.account, post.text, published, post.kind, form, words, observability, act.kind,
           post.id
    FROM post LEFT JOIN act ON act.account = post.account AND act.post = post.id
    WHERE published IS NOT NULL
    ORDER BY post.account, post.id
    """

  /// The posts of every account, oldest first, of which `isWanted` says yes to the date.
  func byAccount(
    _ isWanted: (AccountKey, Int64) -> Bool
  ) throws -> [AccountKey: [ObservedPost]] {
    var posts: [AccountKey: [ObservedPost]] = [:]
    var shared: [AccountKey: [String: Draft]] = [:]
    try forEachAccount { key, drafts in
      let drafts = watched(drafts, attention[key.kind] ?? [])
      if book.joined.contains(key) {
        shared[key, default: [:]].merge(drafts.map { ($0.id, $0) }) { $0.joined(with: $1) }
      } else {
        posts[key] = Self.wanted(drafts) { isWanted(key, $0) }
      }
    }
    for (key, drafts) in shared {
      posts[key] = Self.wanted(drafts.values.sorted { $0.id < $1.id }) { isWanted(key, $0) }
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

  private static func wanted(_ drafts: [Draft], _ isWanted: (Int64) -> Bool) -> [ObservedPost] {
    drafts.filter { isWanted($0.at) }.sorted { $0.at < $1.at }.map(\.post)
  }

  /// Hands over the posts of one row of the account table after the other.
  private func forEachAccount(_ take: (AccountKey, [Draft]) throws -> Void) throws {
    let row = try BulkStatement(database, Self.sql)
    var account: Int64?
    var key: AccountKey?
    var drafts: [Draft] = []
    while try row.next() {
      let next = try row.number(0)
      if next != account {
        if let key { try take(key, drafts) }
        drafts.removeAll(keepingCapacity: true)
        (account, key) = (next, book.keys[next])
      }
      let text = try row.number(1)
      if let last = drafts.indices.last, drafts[last].text == text {
        try drafts[last].addAct(row)
      } else {
        let isShared = key.map(book.joined.contains) ?? false
        drafts.append(try Draft(row, text, id: isShared ? row.word(8) : ""))
      }
    }
    if let key { try take(key, drafts) }
  }

  /// A post that is being read.
  private struct Draft {
    let text: Int64
    let id: String
    var at: Int64
    var kind: PostKind
    var form: PostForm
    var words: Int64?
    var observability: Double
    var acts: [ActKind] = []

    init(_ row: BulkStatement, _ text: Int64, id: String) throws {
      self.text = text
      self.id = id
      at = try row.number(2)
      kind = try row.choice(3, of: PostKind.self)
      form = try row.choice(4, of: PostForm.self)
      words = row.integer(5)
      observability = row.real(6) ?? 0
      try addAct(row)
    }

    mutating func addAct(_ row: BulkStatement) throws {
      guard row.text(7) != nil else { return }
      let act = try row.choice(7, of: ActKind.self)
      if !acts.contains(act) { acts.append(act) }
    }

    var post: ObservedPost {
      ObservedPost(
        at: Instant.date(at), acts: acts.sorted { $0.rawValue < $1.rawValue },
        observability: observability, kind: kind, form: form,
        words: words.flatMap(Int.init(exactly:)))
    }

    /// The same post as a feed file without an address and a reader show it.
    func joined(with other: Draft) -> Draft {
      let known = PostKnowledge(observed: at, kind, form, words, observability)
        .joined(
          with: PostKnowledge(
            observed: other.at, other.kind, other.form, other.words, other.observability))
      var both = self
      both.at = known.published ?? at
      both.kind = known.kind
      both.form = known.form
      both.words = known.words
      both.observability = known.observability
      both.acts = Array(Set(acts + other.acts))
      return both
    }
  }
}
