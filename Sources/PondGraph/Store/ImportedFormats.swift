import GRDB

extension PondStore {
  /// The formats of all files that were imported.
  package func importedFormats() throws -> Set<String> {
    try asking { database in
      let rows = try Row.fetchAll(database, sql: "SELECT DISTINCT format FROM document")
      return Set(try rows.map { try $0.word(0) })
    }
  }

  /// The files that a Pond before 0.2 learned from and that were not imported since, by path. It kept
  /// one name of a post and no pages of nobody, so that of these files less is known than they tell.
  package func earlierImports() throws -> [String] {
    try asking { try Self.earlierImports($0) }
  }

  static func earlierImports(_ database: Database) throws -> [String] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT path FROM document WHERE learned_at IS NULL AND is_forgotten = 0
          AND replaced_by IS NULL AND path NOT LIKE '/fetched/%' ORDER BY path
        """
    ).map { try $0.word(0) }
  }
}
