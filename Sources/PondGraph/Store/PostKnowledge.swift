import Foundation

/// What is known of a post. Joining two of them is commutative, associative and idempotent, so
/// that neither the order of imports nor their number matters.
struct PostKnowledge: Equatable {
  var published: Int64?
  var kind: PostKind
  var form: PostForm
  var words: Int64?
  var claims: PostClaims
  var writtenID: Bytewise?
  var link: Bytewise?
  var title: Bytewise?
  var author: Bytewise?
  var excerpt: Bytewise?

  /// What one source knows, with what it claims.
  init(_ post: Post, _ claims: PostClaims) {
    published = Self.moment(Instant.stored(post.published))
    kind = post.kind
    form = post.form
    words = post.words.map(Int64.init)
    self.claims = claims
    writtenID = post.writtenID.map { Bytewise(text: $0.storable) }
    link = post.link.map { Bytewise(text: $0.written.storable) }
    title = post.title.map { Bytewise(text: $0.storable) }
    author = post.author.map { Bytewise(text: $0.storable) }
    excerpt = post.excerpt.map { Bytewise(text: $0.storable) }
  }

  /// The columns that hold it, in the order in which they are read.
  static let columns = """
    published, kind, form, words, claim, written_id, link, title, author, excerpt
    """

  /// Reads the columns of a row, which are its first.
  init(_ row: BulkStatement, _ claims: ClaimTable) throws {
    published = Self.moment(row.integer(0))
    kind = try row.choice(1, of: PostKind.self)
    form = try row.choice(2, of: PostForm.self)
    words = row.integer(3)
    self.claims = try claims.claims(try row.number(4))
    writtenID = row.text(5).map(Bytewise.init)
    link = row.text(6).map(Bytewise.init)
    title = row.text(7).map(Bytewise.init)
    author = row.text(8).map(Bytewise.init)
    excerpt = row.text(9).map(Bytewise.init)
  }

  /// What the model reads of a post.
  init(
    observed published: Int64?, _ kind: PostKind, _ form: PostForm, _ words: Int64?,
    _ claims: PostClaims
  ) {
    self.published = published
    self.kind = kind
    self.form = form
    self.words = words
    self.claims = claims
  }

  /// Both together: the earliest date (an edit does not move a post), the longer text, the larger
  /// number, the more telling kind and form.
  func joined(with other: PostKnowledge) -> PostKnowledge {
    var both = self
    both.published = Self.choice(published, other.published, min)
    both.kind = Self.later(kind, other.kind, in: [.original, .reply, .repost])
    both.form = Self.later(form, other.form, in: [.article, .note, .video, .episode])
    both.words = Self.choice(words, other.words, max)
    both.claims = claims.joined(with: other.claims)
    both.writtenID = Self.choice(writtenID, other.writtenID, Self.longer)
    both.link = Self.choice(link, other.link, Self.longer)
    both.title = Self.choice(title, other.title, Self.longer)
    both.author = Self.choice(author, other.author, Self.longer)
    both.excerpt = Self.choice(excerpt, other.excerpt, Self.longer)
    return both
  }

  // What stands for a missing date, as an older Pond kept it from feeds, would be the earliest.
  private static func moment(_ milliseconds: Int64?) -> Int64? {
    milliseconds.flatMap { Date(plausible: $0, per: 1000) == nil ? nil : $0 }
  }

  private static func choice<Value>(
    _ left: Value?, _ right: Value?, _ choose: (Value, Value) -> Value
  ) -> Value? {
    guard let left, let right else { return left ?? right }
    return choose(left, right)
  }

  private static func later<Value: Equatable>(
    _ left: Value, _ right: Value, in order: [Value]
  ) -> Value {
    (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0) ? right : left
  }

  private static func longer(_ left: Bytewise, _ right: Bytewise) -> Bytewise {
    let lengths = (left.text.utf8.count, right.text.utf8.count)
    if lengths.0 != lengths.1 { return lengths.0 > lengths.1 ? left : right }
    return max(left, right)
  }
}
