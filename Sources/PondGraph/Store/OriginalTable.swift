package import Foundation
import GRDB

/// The original of a list, as the pond file keeps it.
package struct KeptOriginal: Hashable, Sendable {
  /// The document, its bytes untouched.
  package let document: OriginalDocument
  /// The SHA-256 of the bytes, 64 hexadecimal digits.
  package let sha256: String
  /// When it was imported, UTC.
  package let importedAt: Date
  /// Whose export it is; nil where nobody said.
  package let owner: AccountKey?
}

extension PondStore {
  /// The newest version of every list of a format, the last imported first; a list of which a
  /// whole version is known stands for that version.
  /// - Throws: `StoreFailure.damaged` where kept bytes do not have their digest any more.
  package func originals(format: String) throws -> [KeptOriginal] {
    try originals(formats: [format])
  }

  /// The versions of every list of a format that were the newest at a moment. Bytes that were imported
  /// twice, with others in between, count from the second time on.
  package func originals(format: String, asOf moment: Date) throws -> [KeptOriginal] {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.columns)
          FROM original JOIN document ON document.id = original.document
          WHERE format = :format AND imported_at = (
              SELECT max(imported_at) FROM original AS other
              WHERE other.document = original.document AND imported_at <= :moment)
            AND NOT EXISTS (SELECT 1 FROM original AS newer
              WHERE newer.document = replaced_by AND newer.imported_at <= :moment)
          ORDER BY imported_at DESC, original.document_date DESC, document.path
          """,
        arguments: ["format": format, "moment": Instant.stored(moment) ?? .min])
      return try rows.map { try Self.original($0) }
    }
  }

  /// The same of several formats that hold one kind of list.
  package func originals(formats: [String]) throws -> [KeptOriginal] {
    try asking { database in
      let places = formats.map { _ in "?" }.joined(separator: ", ")
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.columns)
          FROM original JOIN document ON document.id = original.document
          WHERE format IN (\(places)) AND is_current = 1 AND (replaced_by IS NULL
            OR NOT EXISTS (SELECT 1 FROM original AS newer
              WHERE newer.document = replaced_by AND newer.is_complete = 1))
          ORDER BY imported_at DESC, original.document_date DESC, document.path
          """,
        arguments: StatementArguments(formats))
      return try rows.map { try Self.original($0) }
    }
  }

  /// The columns that hold one, in the order in which they are read.
  private static let columns = """
    document.path, original.sha256, size, is_compressed, bytes, is_complete, original.document_date,
    imported_at, format, owner
    """

  private static func original(_ row: Row) throws -> KeptOriginal {
    let path = try row.word(0)
    guard
      let digest = row.bytes(1), let stored = row.bytes(4),
      let bytes = try row.number(3) == 0
        ? stored : Compression.inflated(stored, size: Int(try row.number(2))),
      Digest.sha256(bytes) == Array(digest)
    else { throw OddValue(sentence: "the kept copy of \(path) cannot be read") }
    return KeptOriginal(
      document: OriginalDocument(
        format: try row.word(8), path: path, bytes: bytes, isComplete: try row.number(5) != 0,
        documentDate: row.moment(6)),
      sha256: Digest.hex(bytes),
      importedAt: Instant.date(try row.number(7)),
      owner: row.text(9).flatMap(AccountKey.init(stored:)))
  }
}

/// The bytes of lists that Pond can trim, every version of them.
struct OriginalTable {
  private let database: Database
  private let document: DocumentRow

  init(_ database: Database, _ document: DocumentRow) {
    self.database = database
    self.document = document
  }

  /// Keeps a version and makes it the current one, unless it was cut short and a whole one is
  /// known: a partial list never feeds a list that replaces.
  func keep(_ original: OriginalDocument?, at now: Date) throws {
    guard let original else { return }
    guard original.bytes.count <= Compression.limit else {
      throw StoreFailure.tooLarge(
        path: original.path, bytes: original.bytes.count, limit: Compression.limit)
    }
    let digest = Data(Digest.sha256(original.bytes))
    let current = try Row.fetchOne(
      database,
      sql: "SELECT sha256, is_complete FROM original WHERE document = ? AND is_current = 1",
      arguments: [document.id])
    if let current {
      let isWhole = try current.number(1) != 0
      if current.bytes(0) == digest && isWhole == original.isComplete { return }
      if isWhole && !original.isComplete { return }
    }
    try database.execute(
      sql: "UPDATE original SET is_current = 0 WHERE document = ? AND is_current = 1",
      arguments: [document.id])
    try insert(original, digest, now)
  }

  private func insert(_ original: OriginalDocument, _ digest: Data, _ now: Date) throws {
    let packed =
      original.bytes.count > Compression.threshold ? Compression.deflated(original.bytes) : nil
    try database.execute(
      sql: """
        INSERT INTO original (document, sha256, size, is_compressed, bytes, is_complete,
                              document_date, imported_at, is_current)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
        ON CONFLICT (document, sha256) DO UPDATE
        SET is_complete = excluded.is_complete, imported_at = excluded.imported_at, is_current = 1
        """,
      arguments: [
        document.id, digest, original.bytes.count, packed != nil, packed ?? original.bytes,
        original.isComplete, Instant.stored(original.documentDate), Instant.stored(now) ?? 0,
      ])
  }
}
