import GRDB

/// Something that the person set, as a copy of a pond file brings it along.
package struct CopySetting: Hashable, Sendable {
  /// What it is called.
  package let name: String
  /// What it is set to.
  package let value: String

  /// The name under which a private host is allowed.
  package static let allowedHost = "allowed-host"

  /// The value as a person reads it: of a learned measure the change alone.
  package var shown: String {
    name == Learned.name
      ? value.split(separator: " ", maxSplits: 4).last.map(String.init) ?? value : value
  }

  /// Everything that is set in a pond file of any version.
  static func all(_ database: Database) throws -> [CopySetting] {
    guard try database.tableExists("setting") else { return [] }
    let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM setting ORDER BY 1, 2")
    return try rows.map { CopySetting(name: try $0.word(0), value: try $0.word(1)) }
  }
}
