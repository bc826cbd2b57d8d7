import Foundation
import GRDB

/// A file that is or was imported, as its row.
struct DocumentRow {
  let id: Int64
  /// The digest of what it said of accounts the last time; nil for one that is new.
  let claims: Data?

  /// Whether it counted for nothing until now: it is new, or had been left out.
  let isNewcomer: Bool
  /// The list that took its place; nil while it counts.
  let replacedBy: Int64?

  /// Whether it is new: then nothing hangs on it yet.
  var isNew: Bool { claims == nil }
}

/// The rows of files, found or made by format and path.
struct DocumentTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The row of an input's file. Its dates and counts are those of the newest reading.
  /// - Parameter isBrought: whether its path is only what the person calls it.
  func row(for imported: Imported, isBrought: Bool = false) throws -> DocumentRow {
    let path = isBrought ? try name(of: imported) : PondFile.resolved(imported.path)
    let find = try database.cachedStatement(
      sql: """
        SELECT id, claims, is_forgotten, replaced_by FROM document WHERE format = ? AND path = ?
        """)
    let known = try Row.fetchOne(find, arguments: [imported.format, path])
    let date = Instant.stored(imported.documentDate)
    let owner = imported.owner.map { "\($0.kind.rawValue):\($0.value)" }
    guard let known else {
      let insert = try database.cachedStatement(
        sql: """
          INSERT INTO document (format, path, claims, document_date, followers, owner, title, own_id)
          VALUES (?, ?, x'', ?, ?, ?, ?, ?)
          """)
      try insert.execute(
        arguments: [
          imported.format, path, date, imported.followers, owner, imported.listTitle?.storable,
          imported.listID?.storable,
        ])
      return DocumentRow(
        id: database.lastInsertedRowID, claims: nil, isNewcomer: true, replacedBy: nil)
    }
    let id = try known.number(0)
    let update = try database.cachedStatement(
      sql: """
        UPDATE document SET document_date = ?1, followers = ?2, owner = ifnull(?3, owner)
        WHERE id = ?4 AND (document_date, followers, owner) IS NOT (?1, ?2, ifnull(?3, owner))
        """)
    try update.execute(arguments: [date, imported.followers, owner, id])
    try name(id, imported)
    return DocumentRow(
      id: id, claims: known.bytes(1), isNewcomer: try known.number(2) != 0,
      replacedBy: known.integer(3))
  }

  // Readers give every person's list the same name. What has a place of its own is told by that; of
  // what was brought, only the same bytes are the same file, and whether another list takes its
  // place is asked as of any two lists.
  private func name(of imported: Imported) throws -> String {
    guard ListFamily.isList(imported), let original = imported.original else {
      return imported.path
    }
    let digest = Data(Digest.sha256(original.bytes))
    var (path, number) = (imported.path, 1)
    while try isThere(imported.format, path), try !holds(imported.format, path, digest) {
      number += 1
      path = "\(imported.path) (\(number))"
    }
    return path
  }

  private func isThere(_ format: String, _ path: String) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM document WHERE format = ? AND path = ? AND is_forgotten = 0)
        """, arguments: [format, path]) ?? false
  }

  private func holds(_ format: String, _ path: String, _ digest: Data) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM original JOIN document ON document.id = original.document
          WHERE format = ? AND path = ? AND original.sha256 = ?)
        """, arguments: [format, path, digest]) ?? false
  }

  // What it calls itself by the newest reading; one that had been left out counts again.
  private func name(_ id: Int64, _ imported: Imported) throws {
    try database.cachedStatement(
      sql: """
        UPDATE document SET title = ?1, own_id = ?2, is_forgotten = 0
        WHERE id = ?3 AND (title, own_id, is_forgotten) IS NOT (?1, ?2, 0)
        """
    ).execute(arguments: [imported.listTitle?.storable, imported.listID?.storable, id])
  }

  /// Keeps when a source with read state was last used. The newest moment ever told counts.
  func keep(_ lastUse: LastUse, of document: DocumentRow) throws {
    guard let use = Instant.stored(lastUse.moment) else { return }
    try database.execute(
      sql: "UPDATE document SET last_use = max(ifnull(last_use, ?1), ?1) WHERE id = ?2",
      arguments: [use, document.id])
  }

  /// When each source with read state was last used, by its format; none for one that never was.
  static func lastUses(_ database: Database) throws -> [String: Int64] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT format, max(last_use) FROM document WHERE last_use IS NOT NULL GROUP BY format")
    return try rows.reduce(into: [:]) { $0[try $1.word(0)] = try $1.number(1) }
  }
}

/// When a source with read state was last used: at its newest act, or at the newest post that was acted on
/// where acts have no time.
struct LastUse {
  private var newest: Date?
  private var hasActs = false
  private var hasReadState = false

  /// The moment; nil for a source that was never used, or has no read state.
  var moment: Date? { hasActs && hasReadState ? newest : nil }

  /// Takes an input, or a part of one.
  mutating func take(_ imported: Imported) {
    hasReadState = hasReadState || imported.posts.contains { $0.observability > 0 }
    guard !imported.acts.isEmpty else { return }
    hasActs = true
    var moments = [newest, imported.acts.lazy.compactMap(\.at).max()]
    let undated = Set(imported.acts.lazy.filter { $0.at == nil }.compactMap(\.post))
    if !undated.isEmpty {
      let acted = imported.posts.lazy.filter { undated.contains($0.id) }
      moments.append(acted.compactMap(\.published).max())
    }
    newest = moments.compactMap { $0 }.max()
  }
}
