import CSQLite
import Foundation
import GRDB

// What SQLite's codes mean for a person.

extension StoreFailure {
  /// The failure behind an error that was met while working on a pond file: a `StoreFailure`
  /// stays, an error of SQLite is put into words.
  init(_ error: any Error, path: String) {
    switch error {
    case let failure as StoreFailure: self = failure
    case let odd as OddValue: self = .damaged(path: path, reason: odd.sentence)
    case let error as DatabaseError: self.init(error, path: path)
    default: self = .fault(path: path, reason: "\(error)")
    }
  }

  /// The failure behind a row that the tables refused: where an index and its table contradict
  /// each other it is damage, and otherwise a fault of Pond's own.
  init(refusal error: DatabaseError, in database: Database, path: String) throws {
    let said = try Row.fetchOne(database, sql: "PRAGMA integrity_check(1)")?.text(0)
    if let said, said != "ok" {
      self = .damaged(path: path, reason: said)
    } else {
      self.init(error, path: path)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "SQLite's error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    case .SQLITE_NOTADB: self = .foreign(path: path, looksLike: "something else")
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .forbidden(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    // A failed copy leaves SQLite's last words on another matter; those of the code are to the point.
    case .SQLITE_IOERR:
      let words = sqlite3_errstr(error.extendedResultCode.rawValue).map { String(cString: $0) }
      // The journal is gone when its folder is synced, and with it the way back.
      self =
        error.extendedResultCode == .SQLITE_IOERR_DIR_FSYNC
        ? .unsure(
          path: path, reason: words ?? reason,
          state: "The change is made, but the disk did not confirm that it is kept.")
        : .diskFailing(path: path, reason: words ?? reason)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    // The schema was looked at when the file was opened: what is missing now was damaged.
    case .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_TOOBIG, .SQLITE_MISMATCH:
      self = .damaged(path: path, reason: reason)
    default: self = .fault(path: path, reason: reason)
    }
  }

  /// SQLite says no more than that a file, the journal beside it or the folder would not open.
  private static func cannotOpen(path: String, reason: String) -> StoreFailure {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if access(path, F_OK) != 0 { return .missing(path: path) }
    if access(path, R_OK) != 0 { return .forbidden(path: path) }
    if access(path, W_OK) != 0 || access(folder, W_OK) != 0 { return .readOnly(path: path) }
    return .diskFailing(path: path, reason: reason)
  }
}

/// A value in the pond file that Pond cannot have written.
struct OddValue: Error {
  /// Where, in words.
  let sentence: String
}
