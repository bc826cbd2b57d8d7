package import Foundation
import GRDB

extension PondStore {
  /// The end of the newest stretch in which a source showed each account.
  package func lastSeen() throws -> [AccountKey: Date] {
    try asking { database in
      let book = try accountBook(database)
      let rows = try Row.fetchAll(
        database, sql: "SELECT account, max(ends) FROM coverage GROUP BY account")
      return try rows.reduce(into: [:]) { seen, row in
        guard let key = book.keys[try row.number(0)] else { return }
        seen[key] = max(seen[key] ?? .distantPast, Instant.date(try row.number(1)))
      }
    }
  }
}

/// The stretches of time in which accounts were seen, one set for each kind of source.
struct CoverageTable {
  private let database: Database
  private let source: String

  init(_ database: Database, source: String) {
    self.database = database
    self.source = source
  }

  /// Adds stretches; those that meet become one.
  func add(_ stretches: [Coverage], _ accounts: inout AccountTable) throws {
    var spans: [Int64: [Stretch]] = [:]
    for stretch in stretches {
      guard let from = Instant.stored(stretch.from), let to = Instant.stored(stretch.to) else {
        continue
      }
      spans[try accounts.row(stretch.account), default: []].append(Stretch(from, max(from, to)))
    }
    for (account, added) in spans.sorted(by: { $0.key < $1.key }) {
      let known = try known(account)
      let all = Stretch.union(known + added)
      if all != known { try replace(account, all) }
    }
  }

  private func known(_ account: Int64) throws -> [Stretch] {
    let find = try database.cachedStatement(
      sql: "SELECT starts, ends FROM coverage WHERE account = ? AND source = ? ORDER BY starts")
    return try Row.fetchAll(find, arguments: [account, source]).map {
      Stretch(try $0.number(0), try $0.number(1))
    }
  }

  private func replace(_ account: Int64, _ stretches: [Stretch]) throws {
    try database.cachedStatement(sql: "DELETE FROM coverage WHERE account = ? AND source = ?")
      .execute(arguments: [account, source])
    let insert = try database.cachedStatement(
      sql: "INSERT INTO coverage (account, source, starts, ends) VALUES (?, ?, ?, ?)")
    for stretch in stretches {
      try insert.execute(arguments: [account, source, stretch.from, stretch.to])
    }
  }
}

/// A stretch of time in whole milliseconds since 1970, both ends within it.
struct Stretch: Hashable, Sendable {
  let from: Int64
  let to: Int64

  init(_ from: Int64, _ to: Int64) {
    self.from = min(from, to)
    self.to = max(from, to)
  }

  /// The same moments as stretches that are disjoint and in order. O(n log n).
  static func union(_ stretches: [Stretch]) -> [Stretch] {
    var union: [Stretch] = []
    for next in stretches.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      if let last = union.last, next.from <= last.to {
        union[union.count - 1] = Stretch(last.from, max(last.to, next.to))
      } else {
        union.append(next)
      }
    }
    return union
  }

  /// The stretches of a feed, joined where nothing came between them.
  ///
  /// A file shows a feed from its oldest post on, so a stretch without any post is one of which every post is
  /// known by an earlier date: the feed gave them new ones. What it showed then had stood in it before, and
  /// nothing newer had come. O(stretches + posts).
  /// - Parameters:
  ///   - stretches: disjoint and in order.
  ///   - posts: when each post was published, oldest first.
  static func bridged(_ stretches: [Stretch], posts: [Int64]) -> [Stretch] {
    var bridged: [Stretch] = []
    var next = 0
    for stretch in stretches {
      while next < posts.count, posts[next] < stretch.from { next += 1 }
      let isEmpty = next == posts.count || posts[next] > stretch.to
      if isEmpty, let last = bridged.last {
        bridged[bridged.count - 1] = Stretch(last.from, stretch.to)
      } else {
        bridged.append(stretch)
      }
    }
    return bridged
  }

  /// The part between two moments; nil where there is none.
  func clipped(from earliest: Int64, to latest: Int64) -> Stretch? {
    let (from, to) = (max(from, earliest), min(to, latest))
    return from <= to ? Stretch(from, to) : nil
  }

  /// As the Model has it.
  var span: Span { Span(from: Instant.date(from), to: Instant.date(to)) }
}
