import Foundation
import GRDB
import Synchronization

/// Pond's memory: one pond file, open. A class, for it owns a connection.
///
/// Nobody outside of this room sees the connection; what can be asked and what can be changed are
/// the named methods in the files beside this one. Every method is one transaction: a reader sees
/// one state of the file, a writer changes all of what it was asked to or nothing. Any method may
/// throw a `StoreFailure`; a lock of another Pond is waited for, up to ten seconds.
package final class PondStore: Sendable {
  /// What the command is going to do.
  package enum Mode: Sendable {
    /// Only ask. A file that does not exist is not made.
    case reading
    /// Change what is there. A file that does not exist is not made.
    case changing
    /// Change. A file that does not exist is made, in a folder of the owner's own.
    case writing
  }

  /// Where the pond file is, absolute, links followed.
  package let path: String
  private let mode: Mode
  let mark: OpenFiles.Mark
  private let queue: DatabaseQueue
  let shelf: BookShelf
  private let settled = Mutex(0)
  /// How many changes this connection had made when the transaction that is open began.
  var settledChanges: Int { settled.withLock { $0 } }

  /// Opens a pond file. A file of an older Pond is brought up to date, a copy kept beside it.
  /// - Throws: a `StoreFailure`; a file that is refused is not changed by one byte.
  package static func open(path: String, mode: Mode) throws -> PondStore {
    try open(path: path, mode: mode, shelf: BookShelf())
  }

  /// The same with a shelf that other openings have too.
  static func open(path: String, mode: Mode, shelf: BookShelf) throws -> PondStore {
    try PondStore(path: path, mode: mode, migrations: Schema.migrations, shelf: shelf)
  }

  /// The same with another list of migrations, for tests of what a later Pond does.
  init(
    path named: String, mode: Mode, migrations: [Schema.Migration], shelf: BookShelf = BookShelf()
  ) throws {
    self.shelf = shelf
    let path = PondFile.resolved(named)
    self.path = path
    self.mode = mode
    do {
      if mode == .writing, access(path, F_OK) != 0 {
        _ = try NewFile.write(Connection.emptyPond(), to: path)
      }
      mark = try OpenFiles.mark(path) { try Self.refuseUnlessPond($0, migrations.count) }
      queue = try Connection.open(path, isWriting: mode == .writing)
      try Self.bringUpToDate(queue, path, migrations)
    } catch let failure as ListFailure {
      throw failure
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  private static func refuseUnlessPond(_ path: String, _ known: Int) throws {
    switch try PondFile.standing(at: path) {
    case .missing: throw StoreFailure.missing(path: path)
    case .foreign(let looksLike): throw StoreFailure.foreign(path: path, looksLike: looksLike)
    case .pond(let version) where version > known:
      throw StoreFailure.newer(path: path, version: version, known: known)
    // A pond file is made complete: there was never one without a version.
    case .pond(let version) where version < 1:
      throw StoreFailure.damaged(path: path, reason: "it has lost its version")
    case .pond: break
    }
  }

  private static func bringUpToDate(
    _ queue: DatabaseQueue, _ path: String, _ migrations: [Schema.Migration]
  ) throws {
    let version = try queue.read(Migrator.version)
    if version > migrations.count {
      throw StoreFailure.newer(path: path, version: version, known: migrations.count)
    }
    // Before anything is changed: a migration runs on what is there.
    try queue.read { try Migrator.verify($0, migrations) }
    if version < migrations.count {
      try Copy.write(of: queue, to: "\(path).before-version-\(migrations.count)", replaces: true)
      try Migrator.migrate(queue, migrations)
    }
  }

  /// Whether a path leads to a pond file, or to one that SQLite keeps beside it.
  package static func isPart(_ path: String, ofPondFile file: String) -> Bool {
    let file = PondFile.resolved(file)
    return ["", "-journal", "-wal", "-shm"].contains { PondFile.isSame(path, file + $0) }
  }

  /// The version of the file's schema: how many migrations it went through.
  package var schemaVersion: Int {
    get throws { try asking { try Migrator.version($0) } }
  }

  /// Runs a question on one unchanging state of the file.
  func asking<Answer>(_ question: (Database) throws -> Answer) throws -> Answer {
    do {
      return try queue.read(question)
    } catch let failure as ListFailure {
      throw failure
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// Runs a change in one transaction that holds the only write lock from its beginning.
  /// - Parameter isNews: whether the file holds something new afterwards, worth a copy of its own.
  func changing<Result>(
    isNews: Bool = true, _ change: (Database) throws -> Result
  ) throws -> Result {
    guard mode != .reading else { throw StoreFailure.readOnly(path: path) }
    do {
      return try queue.inDatabase { database in
        let before = database.totalChangesCount
        settled.withLock { $0 = before }
        var result: Result?
        do {
          try database.inTransaction(.immediate) {
            result = try change(database)
            return .commit
          }
        } catch {
          // What was made of a state that was taken back is none of the file's.
          shelf.clear()
          throw error
        }
        if isNews, database.totalChangesCount != before { Self.noteChange(of: path) }
        guard let result else { throw OddValue(sentence: "a change came to nothing") }
        return result
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw try asking { try StoreFailure(refusal: error, in: $0, path: path) }
    } catch let failure as any Failure {
      // Also of an input that is read while it is stored.
      throw failure
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// Lends the connection to the copying of the whole file.
  func lending<Result>(_ use: (DatabaseQueue) throws -> Result) throws -> Result {
    do {
      return try use(queue)
    } catch let failure as ListFailure {
      throw failure
    } catch {
      throw StoreFailure(error, path: path)
    }
  }
}
