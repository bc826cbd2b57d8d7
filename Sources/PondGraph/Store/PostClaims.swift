import GRDB

/// What sources claim of one post: who shows it, and who would have kept a trace of the person's
/// attention to it. Joining two of them is commutative, associative and idempotent.
struct PostClaims: Hashable {
  /// One source's claim.
  struct Claim: Hashable {
    /// The importer's name.
    let source: String
    /// The chance that attention left a trace in the source, in thousandths.
    let thousandths: Int
    /// Whether the source shows the post whatever the person did with it.
    let isShown: Bool
    /// Whether it was there when the source first showed the account.
    let isBacklog: Bool

    fileprivate func joined(with other: Claim) -> Claim {
      Claim(
        source: source, thousandths: max(thousandths, other.thousandths),
        isShown: isShown || other.isShown, isBacklog: isBacklog && other.isBacklog)
    }

    fileprivate var text: String {
      "\(source) \(thousandths) \(isShown ? "s" : "")\(isBacklog ? "b" : "")"
    }
  }

  /// The source of claims that were stored before sources were told apart. They hold until a source that
  /// is told apart says something of attention.
  static let earlier = "before"

  /// One for each source, in the order of their names.
  let all: [Claim]

  /// What one source says of a post.
  init(_ post: Post, source: String) {
    let chance = post.observability.isFinite ? min(max(post.observability, 0), 1) : 0
    all = [
      Claim(
        source: source, thousandths: Int((chance * 1000).rounded()),
        isShown: !post.isKnownByActAlone, isBacklog: post.isBacklog)
    ]
  }

  /// Reads them as they stand in a column.
  /// - Throws: `OddValue` for a text that no Pond wrote.
  init(text: String) throws {
    all = try text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, let thousandths = Int(parts[1]), (0...1000).contains(thousandths)
      else { throw OddValue(sentence: "what sources say of a post cannot be read") }
      return Claim(
        source: String(parts[0]), thousandths: thousandths, isShown: parts[2].contains("s"),
        isBacklog: parts[2].contains("b"))
    }
  }

  private init(_ all: [Claim]) {
    self.all = all
  }

  /// Nobody's claim.
  static let nothing = PostClaims([])

  /// As they stand in a column.
  var text: String { all.map(\.text).joined(separator: "\n") }

  /// Whether any source shows the post whatever the person did with it.
  var isShown: Bool { all.contains(where: \.isShown) }

  /// Those that count: what is from before sources were told apart gives way to what is not.
  var counting: [Claim] {
    let told = all.filter { $0.source != Self.earlier && ($0.thousandths > 0 || $0.isBacklog) }
    return told.isEmpty ? all : told
  }

  /// Both together.
  func joined(with other: PostClaims) -> PostClaims {
    guard self != other else { return self }
    var joined = Dictionary(all.map { ($0.source, $0) }) { $0.joined(with: $1) }
    for claim in other.all {
      joined[claim.source] = joined[claim.source]?.joined(with: claim) ?? claim
    }
    return PostClaims(
      joined.values.sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) })
  }
}

/// The rows of what sources claim of posts: few, and asked for with every post. A class, for it
/// remembers; it lives as long as one transaction.
final class ClaimTable {
  private let database: Database
  private var rows: [PostClaims: Int64] = [:]
  private var claims: [Int64: PostClaims] = [:]

  /// Reads all of them.
  init(_ database: Database) throws {
    self.database = database
    let found = try BulkStatement(database, "SELECT id, claims FROM claim")
    while try found.next() {
      let read = try PostClaims(text: try found.word(1))
      remember(read, try found.number(0))
    }
  }

  /// What stands in a row.
  func claims(_ row: Int64) throws -> PostClaims {
    guard let known = claims[row] else {
      throw OddValue(sentence: "what sources say of a post is gone")
    }
    return known
  }

  /// Every row with what stands in it.
  var all: [Int64: PostClaims] { claims }

  /// The row of some claims; nil where there is none.
  func existing(_ wanted: PostClaims) -> Int64? { rows[wanted] }

  /// The row of some claims, made where there was none.
  func row(_ wanted: PostClaims) throws -> Int64 {
    if let row = rows[wanted] { return row }
    try database.cachedStatement(sql: "INSERT INTO claim (claims, is_shown) VALUES (?, ?)")
      .execute(arguments: [wanted.text, wanted.isShown])
    remember(wanted, database.lastInsertedRowID)
    return database.lastInsertedRowID
  }

  private func remember(_ read: PostClaims, _ row: Int64) {
    rows[read] = row
    claims[row] = read
  }
}
