import Foundation
import GRDB

/// A copy of a whole pond file, taken at one moment between two writes, and checked.
enum Copy {
  /// Copies a pond file, checks the copy, makes it durable, gives it its name.
  /// - Throws: `StoreFailure.exists` where something stands and `replaces` is false.
  static func write(of source: DatabaseQueue, to path: String, replaces: Bool = false) throws {
    let draft = NewFile.draftName(for: path)
    defer { for end in ["", "-journal"] { unlink(draft + end) } }
    try begin(draft, of: path)
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

  // What is wrong with the draft is told of the copy: nobody knows the other name.
  private static func begin(_ draft: String, of path: String) throws {
    do {
      guard try NewFile.write(Data(), to: draft) else { throw StoreFailure.exists(path: path) }
    } catch StoreFailure.cannotCreate(_, let reason) {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      let isForbidden = access(folder, F_OK) == 0 && access(folder, W_OK) != 0 && errno != EROFS
      throw StoreFailure.copy(
        path: path, isForbidden ? .forbidden : .impossible(reason.lowercased()))
    } catch StoreFailure.diskFull {
      throw StoreFailure.diskFull(path: path)
    } catch StoreFailure.diskFailing(_, let reason) {
      throw StoreFailure.diskFailing(path: path, reason: reason)
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
