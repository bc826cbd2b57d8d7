import GRDB

extension PondStore {
  /// The formats of all files that were imported.
  package func importedFormats() throws -> Set<String> {
    try asking { database in
      let rows = try Row.fetchAll(database, sql: "SELECT DISTINCT format FROM document")
      return Set(try rows.map { try $0.word(0) })
    }
  }
}
