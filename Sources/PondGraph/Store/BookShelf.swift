import CPageSums
import CSQLite
package import Foundation
import GRDB
import Synchronization

/// What was made of a pond file, until the file is another: the account book, and what looks at one moment
/// have in common. A command asks for the same several times; a program that opens a pond again and again
/// has one shelf for all its openings.
final class BookShelf: Sendable {
  /// One state of one file.
  struct State: Equatable, Sendable {
    let file: OpenFiles.Identity?
    /// How many commits it has seen.
    let commits: UInt32
    /// How much an open transaction wrote since.
    let uncommitted: Int
  }

  private struct Contents {
    var book: (state: State, book: AccountBook)?
    var state: State?
    var moment: Date?
    var looks: [Look: any Sendable] = [:]
  }

  private let contents = Mutex(Contents())
  /// Whether it outlives a command: then the next account to be asked for is another one.
  let lasts: Bool

  init(lasts: Bool = false) {
    self.lasts = lasts
  }

  /// The book of a state; nil where it was made of another.
  func book(_ state: State) -> AccountBook? {
    contents.withLock { $0.book?.state == state ? $0.book?.book : nil }
  }

  func keep(_ book: AccountBook, _ state: State) {
    contents.withLock { $0.book = (state, book) }
  }

  /// What was made of a state for a moment; nil where that was not, or of another.
  func made<Value: Sendable>(_ look: Look, of state: State, at moment: Date) -> Value? {
    contents.withLock { contents in
      guard contents.state == state, contents.moment == moment else { return nil }
      return contents.looks[look] as? Value
    }
  }

  func keep(_ value: some Sendable, as look: Look, of state: State, at moment: Date) {
    contents.withLock { contents in
      if contents.state != state || contents.moment != moment {
        (contents.state, contents.moment, contents.looks) = (state, moment, [:])
      }
      contents.looks[look] = value
    }
  }

  /// Forgets what was made of a state that was taken back.
  func clear() {
    contents.withLock { contents in
      contents.book = nil
      contents.state = nil
      contents.looks = [:]
    }
  }
}

/// What is made of all accounts for one moment, and asked for more than once.
package enum Look: Hashable, Sendable {
  /// The evidence of some of them.
  case evidence(EvidenceScope)
  /// The overviews; with or without accounts that no list names.
  case overviews(includingUnfollowed: Bool)
  /// What a plan rests on.
  case ground
  /// What a wrong guess about each followed account would cost.
  case stakes
  /// With whom nothing passed.
  case untouched
  /// Where the pond stands.
  case standing
  /// What is new since a moment.
  case news(since: Date)
  /// Whom those who are kept point at, beside a close ring of a size.
  case discoveries(size: Int)
}

extension PondStore {
  /// The state of the file that a transaction sees.
  func state(_ database: Database) throws -> BookShelf.State {
    // A transaction holds its state from the first time it reads.
    _ = try Int.fetchOne(database, sql: "PRAGMA schema_version")
    var commits: UInt32 = 0
    let code = pond_sums_commits(database.sqliteConnection, &commits)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    let isWriting = sqlite3_txn_state(database.sqliteConnection, "main") == SQLITE_TXN_WRITE
    return BookShelf.State(
      file: mark.identity, commits: commits,
      uncommitted: isWriting ? database.totalChangesCount - settledChanges : 0)
  }

  /// What was made of this state of the file for this moment before, or what is made now.
  package func once<Value: Sendable>(
    _ look: Look, at moment: Date, make: () throws -> Value
  ) throws -> Value {
    let before = try asking(state)
    if let made: Value = shelf.made(look, of: before, at: moment) { return made }
    let made = try make()
    // Others may have written while several questions were asked.
    if try asking(state) == before { shelf.keep(made, as: look, of: before, at: moment) }
    return made
  }
}
