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
}
