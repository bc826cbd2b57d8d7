import Foundation
import GRDB

extension PondStore {
  /// Every list of whom the person follows that was imported and not left out since, the last
  /// learned first.
  package func lists() throws -> [ImportedList] {
    try asking { database in
      let rows = try ListRow.all(database)
      let paths = try ListRow.paths(database)
      return rows.map { $0.list(paths) }
    }
  }

  /// The one list that a person means.
  /// - Throws: `ListFailure` where the name fits none or several.
  package func list(named: String) throws -> ImportedList {
    try asking { database in
      let row = try ListRow.named(named, counting: false, database)
      return row.list(try ListRow.paths(database))
    }
  }

  /// Leaves a list out, by its path or the end of it, or its number: what it said of accounts is gone,
  /// its kept copies too. The posts and acts that others tell of stay. A list whose place it took
  /// counts again.
  /// - Returns: the list as it was.
  package func forget(list named: String) throws -> ImportedList {
    try changing { database in
      let row = try ListRow.named(named, counting: false, database)
      let paths = try ListRow.paths(database)
      for table in ["mention", "original", "follower", "attention", "edge"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE document = ?", arguments: [row.id])
      }
      // A cycle would bring it back as soon as the file changes.
      try database.execute(sql: "DELETE FROM source WHERE path = ?", arguments: [row.path])
      try database.execute(
        sql: "UPDATE document SET replaced_by = ?1 WHERE replaced_by = ?2",
        arguments: [row.replacedBy, row.id])
      try database.execute(
        sql: """
          UPDATE document SET is_forgotten = 1, claims = x'', replaced_by = NULL, title = NULL,
            own_id = NULL, followers = 0
          WHERE id = ?
          """, arguments: [row.id])
      return row.list(paths)
    }
  }
}

/// A list as its row tells.
struct ListRow {
  let id: Int64
  let format: String
  let path: String
  let owner: AccountKey?
  let title: String?
  let ownID: String?
  let learnedAt: Int64?
  let documentDate: Int64?
  let replacedBy: Int64?
  let accounts: Int

  /// Every file that names somebody as followed, or whose copy is kept; the last learned first.
  static func all(_ database: Database) throws -> [ListRow] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT document.id, format, path, owner, title, own_id,
               ifnull(learned_at, (SELECT max(imported_at) FROM original
                                   WHERE original.document = document.id)),
               document.document_date, replaced_by,
               (SELECT count(DISTINCT account) FROM mention
                WHERE mention.document = document.id AND is_followed = 1) AS followed
        FROM document
        WHERE is_forgotten = 0 AND format <> '\(FollowedHere.format)'
          AND (followed > 0 OR EXISTS (SELECT 1 FROM original WHERE original.document = document.id))
        ORDER BY 7 DESC, document.id DESC
        """)
    return try rows.map { row in
      ListRow(
        id: try row.number(0), format: try row.word(1), path: try row.word(2),
        owner: row.text(3).flatMap(AccountKey.init(stored:)), title: row.text(4),
        ownID: row.text(5), learnedAt: row.integer(6), documentDate: row.integer(7),
        replacedBy: row.integer(8), accounts: Int(try row.number(9)))
    }
  }

  /// The paths of lists by their rows.
  static func paths(_ database: Database) throws -> [Int64: String] {
    Dictionary(try all(database).map { ($0.id, $0.path) }) { first, _ in first }
  }

  /// The one list that a person means: by its number, its path, or the end of that.
  /// - Parameter counting: whether it has to be one that counts.
  /// - Throws: `ListFailure` where it fits none or several.
  static func named(_ named: String, counting: Bool, _ database: Database) throws -> ListRow {
    let all = try self.all(database).filter { !counting || $0.replacedBy == nil }
    let absolute = PondFile.resolved(named)
    for fits in [
      all.filter { $0.path == absolute || $0.path == named }, all.filter { "\($0.id)" == named },
      all.filter { $0.path.hasSuffix(named) }, all.filter { $0.title == named },
    ] where !fits.isEmpty {
      if fits.count == 1 { return fits[0] }
      throw ListFailure.several(named: named, lists: fits.map { "\($0.id)  \($0.path)" })
    }
    throw ListFailure.unknown(named: named, lists: all.map { "\($0.id)  \($0.path)" })
  }

  /// The list, for a person.
  func list(_ paths: [Int64: String]) -> ImportedList {
    ImportedList(
      number: Int(id), format: format, path: path, owner: owner, title: title,
      learnedAt: learnedAt.map(Instant.date), documentDate: documentDate.map(Instant.date),
      accounts: accounts,
      state: replacedBy.map { .replaced(by: paths[$0] ?? "a list that was left out") } ?? .counts)
  }
}

/// Why a list could not be found or take another's place.
package enum ListFailure: Failure, Hashable {
  /// The name fits no list.
  case unknown(named: String, lists: [String])
  /// The name fits several.
  case several(named: String, lists: [String])
  /// Several inputs were to take the place of one list.
  case notOneInput(count: Int)

  package var kind: FailureKind { .usage }

  package var sentence: String {
    switch self {
    case .unknown(let named, []): "there is no list, so none that '\(named)' could be"
    case .unknown(let named, _):
      "no imported list is called '\(named)'; there are:"
    case .several(let named, let lists):
      "'\(named)' fits \(lists.count) imported lists:"
    case .notOneInput(let count):
      "one list can take the place of another, and here are \(count)"
    }
  }

  package var lines: [String] {
    switch self {
    case .unknown(_, let lists), .several(_, let lists):
      lists.prefix(8).map { "  " + $0 }
        + (lists.count > 8 ? ["  and \(lists.count - 8) more"] : [])
    case .notOneInput: []
    }
  }

  package var state: String? { "Nothing was changed." }

  package var advice: String? {
    switch self {
    case .unknown, .several:
      "pond lists shows them; the number before it or the whole path names one."
    case .notOneInput: "Import the newer list alone: pond import NEWER --replaces OLDER"
    }
  }
}
