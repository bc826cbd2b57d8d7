package import Foundation
package import GRDB

/// A SQLite file whose bytes depend on what is in it and on nothing else.
package enum RepeatableDatabase {
  /// Builds a database in memory, packs it into a new file, and takes the writer's version out of
  /// its header: offset 96 holds the number of the SQLite library that wrote it, which readers
  /// ignore (https://www.sqlite.org/fileformat.html §1.3.17).
  package static func write(to url: URL, _ fill: (Database) throws -> Void) throws {
    try? FileManager.default.removeItem(at: url)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // newsboat's default "" is a double-quoted string, which GRDB refuses unless told otherwise.
    configuration.acceptsDoubleQuotedStringLiterals = true
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; VACUUM")
      try db.inTransaction {
        try fill(db)
        return .commit
      }
      try db.execute(sql: "VACUUM INTO ?", arguments: [url.path])
    }
    try queue.close()
    var bytes = try Data(contentsOf: url)
    let writer: [UInt8] = [0x00, 0x2E, 0x60, 0x20]  // 3.40.0
    bytes.replaceSubrange(96..<100, with: writer)
    try bytes.write(to: url)
  }
}
