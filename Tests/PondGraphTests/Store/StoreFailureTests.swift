import GRDB
import Testing

@testable import PondGraph

/// What is said of a disk that fails is true of what stands on it (T-S03).
@Suite("What SQLite's codes mean for a person")
struct StoreFailureTests {
  private static func failure(_ code: ResultCode) -> StoreFailure {
    StoreFailure(DatabaseError(resultCode: code), path: "pond.sqlite")
  }

  @Test("a folder that cannot be synced after the journal is gone: the change is made")
  func syncOfTheFolder() {
    let late = Self.failure(.SQLITE_IOERR_DIR_FSYNC)
    #expect(late.kind == .io && late.sentence.contains("the disk fails"))
    #expect(late.state == "The change is made, but the disk did not confirm that it is kept.")
    for code in [ResultCode.SQLITE_IOERR_FSYNC, .SQLITE_IOERR_WRITE, .SQLITE_IOERR] {
      #expect(Self.failure(code).state == "Nothing was changed.")
    }
  }

  @Test("each code is the failure that a person can act on")
  func codes() {
    let kinds: [(ResultCode, FailureKind)] = [
      (.SQLITE_BUSY, .busy), (.SQLITE_CORRUPT, .data), (.SQLITE_NOTADB, .data),
      (.SQLITE_READONLY, .permission), (.SQLITE_FULL, .io), (.SQLITE_IOERR, .io),
      (.SQLITE_ERROR, .data), (.SQLITE_MISUSE, .software),
    ]
    for (code, kind) in kinds { #expect(Self.failure(code).kind == kind, "\(code)") }
  }
}
