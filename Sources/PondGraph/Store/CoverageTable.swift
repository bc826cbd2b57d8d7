package import Foundation
import GRDB

extension PondStore {
  /// The end of the newest stretch in which a source showed each account, as far as it is believed.
  package func lastSeen(now: Date) throws -> [AccountKey: Date] {
    try asking { database in
      let book = try accountBook(database)
      let latest = Instant.stored(now) ?? .max
      let rows = try Row.fetchCursor(database, sql: "SELECT account, starts, ends FROM coverage")
      var seen: [AccountKey: Date] = [:]
      while let row = try rows.next() {
        let stretch = Stretch(try row.number(1), try row.number(2))
        guard let key = book.keys[try row.number(0)],
          let end = stretch.believed(from: .min, to: latest)?.span.to
        else { continue }
        seen[key] = max(seen[key] ?? end, end)
      }
      return seen
    }
  }
}

/// The stretches of time in which accounts were seen, one set for each kind of source and each quarter
/// of a year in which they end: what a clock that was ahead wrote down takes nothing from the rest.
struct CoverageTable {
  private let database: Database
  private let source: String

  init(_ database: Database, source: String) {
    self.database = database
    self.source = source
  }

  /// Adds stretches; those that meet and end in one quarter of a year become one.
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
      let all = Set(
        Dictionary(grouping: known + added, by: \.quarter).values.flatMap(Stretch.union))
      try change(account, "DELETE FROM coverage WHERE \(Self.row)", known.subtracting(all))
      try change(
        account, "INSERT INTO coverage (\(Self.columns)) VALUES (?, ?, ?, ?)",
        all.subtracting(known))
    }
  }

  private static let columns = "account, source, starts, ends"
  private static let row = "account = ? AND source = ? AND starts = ? AND ends = ?"

  private func known(_ account: Int64) throws -> Set<Stretch> {
    let find = try database.cachedStatement(
      sql: "SELECT starts, ends FROM coverage WHERE account = ? AND source = ?")
    return Set(
      try Row.fetchAll(find, arguments: [account, source]).map {
        Stretch(try $0.number(0), try $0.number(1))
      })
  }

  private func change(_ account: Int64, _ sql: String, _ stretches: Set<Stretch>) throws {
    guard !stretches.isEmpty else { return }
    let statement = try database.cachedStatement(sql: sql)
    for stretch in stretches {
      try statement.execute(arguments: [account, source, stretch.from, stretch.to])
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

  private static let quarter: Int64 = 7_889_400_000

  /// The quarter of a year in which it ends, counted from 1970.
  var quarter: Int64 { to / Self.quarter }

  /// The part between a moment and the present; nil where there is none, and where it ends in a quarter
  /// of a year that is still to come: a clock that was ahead made it, and how much of it was seen is unknown.
  func believed(from earliest: Int64, to now: Int64) -> Stretch? {
    let isAhead = Instant.date(to).isAhead(of: Instant.date(now))
    guard !isAhead || quarter == Stretch(now, now).quarter else { return nil }
    let (from, to) = (max(from, earliest), min(to, now))
    return from <= to ? Stretch(from, to) : nil
  }

  /// As the Model has it.
  var span: Span { Span(from: Instant.date(from), to: Instant.date(to)) }
}
