import GRDB

/// The posts that speak of a topic, by their accounts.
package struct FoundPosts: Sendable {
  /// A post that does.
  struct Place: Hashable {
    /// The row of words that stands for the post.
    let main: Int64
    /// The row of words in which the topic stands.
    let text: Int64
  }

  /// How they were found.
  package let way: FindingWay
  /// For every account that was asked for and of which posts are known, how many.
  package private(set) var posts: [AccountKey: Int] = [:]
  private var places: [AccountKey: [Place]] = [:]
  private var counts: [AccountKey: Int] = [:]

  init(_ way: FindingWay) {
    self.way = way
  }

  /// How many posts of an account speak of it.
  package func count(of key: AccountKey) -> Int { counts[key] ?? 0 }

  /// Where the posts of an account that do stand.
  func places(of key: AccountKey) -> [Place] { places[key] ?? [] }

  mutating func add(_ found: [Place], of key: AccountKey) {
    guard !found.isEmpty else { return }
    places[key, default: []] += found
    let all = places[key] ?? []
    let isPlain = all.allSatisfy { $0.main == $0.text }
    counts[key] = isPlain ? all.count : Set(all.map(\.main)).count
  }

  mutating func add(posts count: Int, of key: AccountKey) {
    if count > 0 { posts[key, default: 0] += count }
  }
}

extension PondStore {
  /// The posts of accounts that speak of a topic. The index is brought up to date before, and made anew where
  /// it is damaged; where the pond file cannot be written, posts are read one by one.
  /// O(posts found), and O(posts learned since the last time).
  /// - Parameter anew: whether the index is made anew before, whatever state it is in.
  package func found(
    _ topic: Topic, of accounts: Set<AccountKey>, anew: Bool = false
  ) throws -> FoundPosts {
    do {
      var way = FindingWay.byIndex
      if try anew || !outdated(accounts).isEmpty { way = try bringUpToDate(accounts, anew: anew) }
      if let found = try answer(topic, accounts, way) { return found }
      way = try bringUpToDate(accounts, anew: true)
      return try answer(topic, accounts, way) ?? read(topic, accounts)
    } catch let failure as StoreFailure {
      guard failure.isRefusedWriting else { throw failure }
      return try read(topic, accounts)
    }
  }

  /// - Returns: nil where the index is damaged.
  private func answer(
    _ topic: Topic, _ accounts: Set<AccountKey>, _ way: FindingWay
  ) throws -> FoundPosts? {
    try asking { database in
      do {
        let book = try accountBook(database)
        let query = FindingQuery(database, book, accounts)
        // Another Pond may have learned something since; what it says is read.
        guard try Self.outdated(accounts, book, database).isEmpty else {
          return try query.read(topic, way)
        }
        guard try FindingIndex(database).holdsSome() else { return nil }
        return try query.found(topic, way)
      } catch let error as DatabaseError where FindingIndex.isDamage(error) {
        return nil
      }
    }
  }

  private func bringUpToDate(_ accounts: Set<AccountKey>, anew: Bool) throws -> FindingWay {
    try changing(isNews: false) { database in
      let book = try accountBook(database)
      let index = FindingIndex(database)
      do {
        if !anew {
          // Looked at again under the lock: a second Pond may have been faster.
          try index.update(try Self.outdated(accounts, book, database))
          return .byIndex
        }
      } catch let error as DatabaseError where FindingIndex.isDamage(error) {}
      try index.empty()
      try index.update(book.keys.filter { accounts.contains($0.value) }.map(\.key))
      return .byIndexMadeAnew
    }
  }

  private func read(_ topic: Topic, _ accounts: Set<AccountKey>) throws -> FoundPosts {
    try asking { try FindingQuery($0, accountBook($0), accounts).read(topic) }
  }

  private func outdated(_ accounts: Set<AccountKey>) throws -> [Int64] {
    try asking { try Self.outdated(accounts, accountBook($0), $0) }
  }

  private static func outdated(
    _ accounts: Set<AccountKey>, _ book: AccountBook, _ database: Database
  ) throws -> [Int64] {
    let indexed = try Int64.fetchSet(database, sql: "SELECT account FROM indexed_account")
    return book.keys.filter { accounts.contains($0.value) && !indexed.contains($0.key) }
      .map(\.key)
  }
}

extension StoreFailure {
  /// Whether it says that a file may be looked at and not be written, or not now.
  fileprivate var isRefusedWriting: Bool {
    switch self {
    case .readOnly, .forbidden, .diskFull, .busy: true
    default: false
    }
  }
}
