import Foundation
import GRDB

/// A copy of a whole pond file, taken at one moment between two writes, and checked.
enum Copy {
  /// Copies a pond file, checks the copy, makes it durable, gives it its name.
  /// - Throws: `StoreFailure.exists` where something stands and `replaces` is false.
  static func write(of source: DatabaseQueue, to path: String, replaces: Bool = false) throws {
    let draft = NewFile.draftName(for: path)
    defer { for end in ["", "-journal"] { unlink(draft + end) } }
    guard try NewFile.write(Data(), to: draft) else { throw StoreFailure.exists(path: draft) }
    do {
      // Before it is copied: every page that is written gets a sum that fits.
      try source.read { try check($0) }
      let copy = try DatabaseQueue(path: draft, configuration: Connection.configuration())
      try source.backup(to: copy)
      try copy.read { try check($0) }
      try copy.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // The draft was just made here: what is missing is not permission but a sound disk.
      throw StoreFailure.diskFailing(path: path, reason: "no journal can be made beside it")
    } catch {
      throw StoreFailure(error, path: path)
    }
    try NewFile.syncFile(draft)
    if replaces {
      guard rename(draft, path) == 0 else { throw PondFile.failure(path, errno) }
      try NewFile.syncFolder(of: path)
    } else if try !NewFile.publish(draft, as: path) {
      throw StoreFailure.exists(path: path)
    }
  }

  /// Looks through every page, its checksum and every reference.
  static func check(_ database: Database) throws {
    if let damage = try PageSums.damage(database) { throw OddValue(sentence: damage) }
    let said = try Row.fetchOne(database, sql: "PRAGMA integrity_check(1)")?.text(0)
    if let said, said != "ok" { throw OddValue(sentence: said) }
    if try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil {
      throw OddValue(sentence: "a row refers to one that is gone")
    }
  }
}
