import Foundation
import GRDB

/// Brings a pond file to the newest schema.
enum Migrator {
  /// Runs the steps that a file has not been through, all of them in one transaction.
  static func migrate(_ queue: DatabaseQueue, _ migrations: [Schema.Migration]) throws {
    try queue.inDatabase { database in
      try database.inTransaction(.immediate) {
        // Read again under the lock: a second Pond may have been faster.
        let version = try version(database)
        guard version < migrations.count else { return .rollback }
        for migration in migrations.dropFirst(max(version, 0)) {
          try database.execute(sql: migration.sql)
        }
        try database.checkForeignKeys()
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
        return .commit
      }
    }
  }

  /// How many steps a file went through.
  static func version(_ database: Database) throws -> Int {
    Int(try Row.fetchOne(database, sql: "PRAGMA user_version")?.number(0) ?? 0)
  }

  /// Looks whether the tables of the newest version are there, and nothing that acts by itself.
  static func verify(_ database: Database) throws {
    var tables: Set<String> = []
    let rows = try Row.fetchCursor(database, sql: "SELECT type, name FROM sqlite_master")
    while let row = try rows.next() {
      switch try row.word(0) {
      case "table": tables.insert(try row.word(1))
      case "view", "trigger": throw OddValue(sentence: "it holds SQL that acts by itself")
      default: break
      }
    }
    if let missing = Schema.tables.subtracting(tables).min() {
      throw OddValue(sentence: "the table \"\(missing)\" is gone")
    }
  }
}
