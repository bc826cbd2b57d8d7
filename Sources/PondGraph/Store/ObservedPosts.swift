import Foundation
import GRDB

/// Dated posts with what the person did with them, read in one pass in the order of the table.
struct ObservedPosts {
  private let database: Database
  private let book: AccountBook

  init(_ database: Database, _ book: AccountBook) {
    self.database = database
    self.book = book
  }

  // A post with several acts comes as several rows in a row.
  private static let sql = """
    SELECT post.account, post.text, published, post.kind, form, words, observability, act.kind,
           post.id
    FROM post LEFT JOIN act ON act.account = post.account AND act.post = post.id
    WHERE published IS NOT NULL
    ORDER BY post.account, post.id, act.kind
    """

  /// The posts of every account, oldest first, of which `isWanted` says yes to the date.
  func byAccount(
    _ isWanted: (AccountKey, Int64) -> Bool
  ) throws -> [AccountKey: [ObservedPost]] {
    var posts: [AccountKey: [ObservedPost]] = [:]
    var shared: [AccountKey: [String: Draft]] = [:]
    var current: Draft?
    func finish() {
      guard let draft = current else { return }
      guard book.joined.contains(draft.key) else {
        if isWanted(draft.key, draft.at) { posts[draft.key, default: []].append(draft.post) }
        return
      }
      shared[draft.key, default: [:]][draft.id] =
        shared[draft.key]?[draft.id]?.joined(with: draft) ?? draft
    }
    let rows = try Row.fetchCursor(database, sql: Self.sql)
    while let row = try rows.next() {
      let text = try row.number(1)
      if current?.text == text {
        try current?.addAct(row)
      } else {
        finish()
        current = try book.keys[row.number(0)].map { key in
          try Draft(row, text, key, id: book.joined.contains(key) ? row.word(8) : "")
        }
      }
    }
    finish()
    for (key, drafts) in shared {
      posts[key] = drafts.values.filter { isWanted(key, $0.at) }
        .sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map(\.post)
    }
    return posts.mapValues { $0.sorted { $0.at < $1.at } }
  }

  /// A post that is being read.
  private struct Draft {
    let key: AccountKey
    let text: Int64
    let id: String
    var at: Int64
    var kind: PostKind
    var form: PostForm
    var words: Int64?
    var observability: Double
    var acts: [ActKind] = []

    init(_ row: Row, _ text: Int64, _ key: AccountKey, id: String) throws {
      self.key = key
      self.text = text
      self.id = id
      at = try row.number(2)
      kind = try row.choice(3, of: PostKind.self)
      form = try row.choice(4, of: PostForm.self)
      words = row.integer(5)
      observability = row.real(6) ?? 0
      try addAct(row)
    }

    mutating func addAct(_ row: Row) throws {
      guard row.text(7) != nil else { return }
      let act = try row.choice(7, of: ActKind.self)
      if !acts.contains(act) { acts.append(act) }
    }

    var post: ObservedPost {
      ObservedPost(
        at: Instant.date(at), acts: acts, observability: observability, kind: kind, form: form,
        words: words.flatMap(Int.init(exactly:)))
    }

    /// The same post as a feed file without an address and a reader show it.
    func joined(with other: Draft) -> Draft {
      let known = PostKnowledge(observed: at, kind, form, words, observability)
        .joined(with: PostKnowledge(
          observed: other.at, other.kind, other.form, other.words, other.observability))
      var both = self
      both.at = known.published ?? at
      both.kind = known.kind
      both.form = known.form
      both.words = known.words
      both.observability = known.observability
      both.acts = Set(acts + other.acts).sorted { $0.rawValue < $1.rawValue }
      return both
    }
  }
}
