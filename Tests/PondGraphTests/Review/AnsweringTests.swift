import PondTestSupport
import Testing

@testable import PondGraph

@Suite("From a file's lines to answers")
struct AnsweringTests {
  let accounts = [
    AccountFinderTests.account("https://example.org/feed", "Harbour Notes"),
    AccountFinderTests.account("https://example.net/rss", "Moss"),
  ]

  private func match(_ text: String) throws -> [String] {
    let file = try DecisionFile(parsing: text, path: "a")
    return try Answering.match(file, path: "a", among: accounts).map {
      "\($0.line.answer.rawValue) \($0.account.title ?? "")"
    }
  }

  @Test("every line names its account exactly; the same answer twice counts once (R5)")
  func matchesExactly() throws {
    let text =
      "let-go http://example.org/feed/\nlet-go https://example.org/feed\nkeep example.net/rss"
    #expect(try match(text) == ["let-go Harbour Notes", "keep Moss"])
  }

  @Test("an address that the pond does not know refuses the whole file, with its line")
  func refusesUnknownAddress() {
    #expect(throws: ReviewFailure.unknownAccount(path: "a", line: 2, account: "example.net")) {
      try match("keep example.org/feed\nlet-go example.net")
    }
  }

  @Test("two answers about one account contradict each other and are refused")
  func refusesContradiction() {
    let failure = ReviewFailure.contradiction(
      path: "a", line: 2, earlier: 1, account: "http://example.org/feed")
    #expect(throws: failure) {
      try match("keep https://example.org/feed\nlet-go http://example.org/feed")
    }
  }
}
