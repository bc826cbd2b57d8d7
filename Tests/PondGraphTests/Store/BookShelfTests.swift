import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// The account book that is kept is the one of the file as it is.
@Suite("The account book is made anew where anything was written")
struct BookShelfTests {
  private struct Enough: Error {}

  private static func feed(_ name: String) -> String {
    "INSERT INTO account (kind, value) VALUES ('feed', '\(name).example/feed')"
  }

  @Test("after one's own write, another's, and one that was taken back")
  func writes() throws {
    let shelf = try Shelf()
    let (one, other) = (try shelf.pond("pond.sqlite"), try shelf.pond("pond.sqlite"))
    func rows() throws -> Int { try one.asking { try one.accountBook($0).keys.count } }
    #expect(try rows() == 0)
    try one.changing { try $0.execute(sql: Self.feed("a")) }
    #expect(try rows() == 1)
    try other.changing { try $0.execute(sql: Self.feed("b")) }
    #expect(try rows() == 2)
    #expect(throws: StoreFailure.self) {
      try one.changing { database in
        try database.execute(sql: Self.feed("c"))
        #expect(try one.accountBook(database).keys.count == 3)
        throw Enough()
      }
    }
    #expect(try rows() == 2)
  }
}
