import Foundation
import GRDB

extension ListPlacing {
  /// Whether the person said what the list is, so that nothing is guessed.
  var takesAll: Bool { self != .recognized }
}

/// Gives a list its place among those that were imported before: a newer export of the same list
/// takes the place of the older one, a narrower or partial one never does (I11).
struct SuccessionWriter {
  private let database: Database
  private let document: DocumentRow
  private let placing: ListPlacing
  private let allowsEmpty: Bool
  private let now: Date

  init(
    _ database: Database, _ document: DocumentRow, _ placing: ListPlacing, allowsEmpty: Bool,
    at now: Date
  ) {
    self.database = database
    self.document = document
    self.placing = placing
    self.allowsEmpty = allowsEmpty
    self.now = now
  }

  /// Looks what the list takes the place of, and who left.
  /// - Parameters:
  ///   - imported: the input, whose mentions are stored already.
  ///   - said: what the same file said before, and whether it says something else now.
  func settle(
    _ imported: Imported, _ said: (before: [Claim], isChanged: Bool),
    _ summary: inout ImportSummary
  ) throws {
    guard ListFamily.isList(imported) || placing != .recognized else { return }
    var before = said.before.filter(\.isFollowed)
    if let older = try olderList(imported, isChanged: said.isChanged, &summary) {
      // What a list said that did not count is nobody's following: it comes back with the list.
      if document.replacedBy != nil { before = [] }
      before += try claims(of: older.id).filter(\.isFollowed)
      try replace(older)
      summary.succession.replaced.append(older.path)
    }
    noteRange(imported, &summary)
    guard said.isChanged || !summary.succession.replaced.isEmpty else { return }
    try tell(who: before, &summary)
  }

  // MARK: Which list

  private func olderList(
    _ imported: Imported, isChanged: Bool, _ summary: inout ImportSummary
  ) throws -> ListRow? {
    switch placing {
    case .beside:
      try standAgain()
      return nil
    case .replacing(let named):
      let list = try ListRow.named(named, counting: true, database)
      try refuseIfEmptied(imported, list)
      // Of a newer version at the same path it says that it is the whole list.
      return list.id == document.id ? nil : list
    case .recognized:
      let mayBe = document.isNewcomer || document.replacedBy != nil && isChanged
      guard mayBe else {
        summary.succession.newer = try document.replacedBy.flatMap { try path(of: $0) }
        return nil
      }
      return try recognized(imported, &summary)
    }
  }

  private func recognized(
    _ imported: Imported, _ summary: inout ImportSummary
  ) throws -> ListRow? {
    let newcomer = try claims(of: document.id)
    let others = try ListRow.all(database).filter {
      $0.replacedBy == nil && $0.id != document.id
        && ListFamily.name($0.format) == ListFamily.name(imported.format)
    }
    let match = try ListMatch.best(
      imported, newcomer, among: others.map { ($0, try claims(of: $0.id)) })
    guard let match else { return nil }
    if newcomer.allSatisfy({ !$0.isFollowed }) { try refuseIfEmptied(imported, match.list) }
    let old = try claims(of: match.list.id)
    if !imported.isComplete { return nil }
    if let since = try ListRange.beginning(
      of: newcomer, after: old, undecided: { try Journal.undecided($0, database) })
    {
      summary.succession.narrowness = .since(Instant.date(since))
    } else if match.isPart {
      summary.succession.narrowness = .part(of: Set(old.filter(\.isFollowed).map(\.account)).count)
    }
    if summary.succession.narrowness != nil {
      summary.succession.narrowerThan = match.list.path
      return nil
    }
    return try newerOfTheTwo(imported, match.list, &summary)
  }

  // Of two that both say when they were made, the younger counts, whichever came first.
  private func newerOfTheTwo(
    _ imported: Imported, _ list: ListRow, _ summary: inout ImportSummary
  ) throws -> ListRow? {
    guard let mine = Instant.stored(imported.documentDate), let other = list.documentDate,
      mine < other, other <= Instant.stored(now.addingTimeInterval(86_400)) ?? .max
    else { return list }
    try database.execute(
      sql: "UPDATE document SET replaced_by = ? WHERE id = ?", arguments: [list.id, document.id])
    summary.succession.newer = list.path
    return nil
  }

  private func refuseIfEmptied(_ imported: Imported, _ list: ListRow) throws {
    guard !allowsEmpty, list.accounts > 0, !imported.accounts.contains(where: \.followed) else {
      return
    }
    throw StoreFailure.emptyList(path: imported.path, before: list.accounts)
  }

  // MARK: Rows

  private func replace(_ older: ListRow) throws {
    try standAgain()
    try database.execute(
      sql: "UPDATE document SET replaced_by = ? WHERE id = ?", arguments: [document.id, older.id])
  }

  private func standAgain() throws {
    try database.execute(
      sql: "UPDATE document SET replaced_by = NULL WHERE id = ?", arguments: [document.id])
  }

  private func path(of id: Int64) throws -> String? {
    try String.fetchOne(database, sql: "SELECT path FROM document WHERE id = ?", arguments: [id])
  }

  private func claims(of id: Int64) throws -> [Claim] {
    let rows = try BulkStatement(
      database, "SELECT \(Claim.columns) FROM mention WHERE document = ? ORDER BY ordinal")
    rows.bind(1, id)
    var claims: [Claim] = []
    while try rows.next() { claims.append(try Claim(rows)) }
    return claims
  }

  // MARK: Who left

  private func noteRange(_ imported: Imported, _ summary: inout ImportSummary) {
    guard ListRange.ranged.contains(imported.format), imported.isComplete,
      summary.succession.narrowness == nil, document.isNewcomer
    else { return }
    let followed = imported.accounts.filter(\.followed)
    let dates = followed.compactMap(\.followedAt)
    guard let oldest = dates.min(), dates.count == followed.count,
      now.timeIntervalSince(oldest) < ListRange.longest
    else { return }
    summary.succession.mayBeginAt = oldest
  }

  private func tell(who before: [Claim], _ summary: inout ImportSummary) throws {
    let here = Set(try claims(of: document.id).filter(\.isFollowed).map(\.account))
    try Journal.markDone(came: here, at: now, database)
    guard !before.isEmpty else { return }
    let there = Set(before.map(\.account))
    let gone = there.subtracting(here)
    summary.succession.left = gone.count
    summary.succession.came = here.subtracting(there).count
    let left = gone.subtracting(try stillFollowed(gone))
    summary.succession.done = try Journal.markDone(left: left, at: now, database)
    let undecided = try Journal.undecided(left, database)
    let titles = Dictionary(before.map { ($0.account, $0.title) }) { $0 ?? $1 }
    summary.succession.undecided = try undecided.map { row in
      ImportSummary.Succession.Departed(
        account: try key(row), title: titles[row] ?? nil)
    }.sorted { $0.account < $1.account }
  }

  private func stillFollowed(_ rows: Set<Int64>) throws -> Set<Int64> {
    let find = try BulkStatement(
      database,
      """
      SELECT 1 FROM mention JOIN document ON document.id = mention.document
      WHERE account = ? AND is_followed = 1 AND replaced_by IS NULL LIMIT 1
      """)
    return try rows.filter { row in
      find.bind(1, row)
      defer { find.stop() }
      return try find.next()
    }
  }

  private func key(_ row: Int64) throws -> AccountKey {
    guard
      let found = try Row.fetchOne(
        database, sql: "SELECT kind, value FROM account WHERE id = ?", arguments: [row])
    else { throw OddValue(sentence: "an account has no row") }
    return try found.accountKey(0)
  }
}
