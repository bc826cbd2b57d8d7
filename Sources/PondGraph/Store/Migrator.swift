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
          try migration.after?(database)
        }
        try database.checkForeignKeys()
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
        return .commit
      }
    }
  }

  /// The names of a post by the id that it had, its written id and its link, for the step that came to
  /// know several of them.
  static let postNames = DatabaseFunction("pond_post_names", argumentCount: 3, pure: true) {
    let known = String.fromDatabaseValue($0[0])
    let names = PostID(
      writtenID: String.fromDatabaseValue($0[1]) ?? known, link: String.fromDatabaseValue($0[2]),
      title: nil, published: nil)
    return (names?.value ?? known)?.asIdentity
  }

  /// How many steps a file went through.
  static func version(_ database: Database) throws -> Int {
    Int(try Row.fetchOne(database, sql: "PRAGMA user_version")?.number(0) ?? 0)
  }
}
