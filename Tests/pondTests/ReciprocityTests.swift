import Foundation
import GRDB
import PondTestSupport
import Testing

/// Nobody who follows back is worth more for it, and nobody who does not is worth less (S2, P3).
@Suite("Zero reciprocity, over the whole command line (S2, P3)")
struct ReciprocityTests {
  /// What is learned besides Ada's.
  private static let inputs = [
    "Samples/x/data", "Samples/instagram/instagram-mira.example-2026-05-20-AbCdEf",
    "Samples/mastodon/following_accounts.csv", "Samples/fediverse/gotosocial-followers.csv",
    "Samples/mastodon/archive", "Samples/pointing/subscriptions.opml", "Samples/pointing/feeds",
    "Samples/pointing/bookmarks.html",
  ]

  /// Every answer that a verdict, an order or a choice goes into.
  private static let questions: [[String]] = [
    ["list"], ["list", "--json"], ["list", "--sort", "snr"], ["plan"], ["plan", "--json"],
    ["plan", "--size", "5", "--minutes-per-day", "10", "--json"], ["report"], ["discover"],
    ["discover", "--json"], ["export", "csv"], ["join", "--propose"],
    ["who", "the"], ["thank", "--json"],
  ]

  private static func made() throws -> PondProcess {
    let pond = try MainJobTests.ada()
    for path in inputs {
      let outcome = try pond.run("import", path)
      #expect(outcome.code <= 1, "\(path): \(outcome.errors)")
    }
    let blogroll = """
      <opml version="2.0"><body><outline text="New Voice" xmlUrl="https://new.example/feed"/>
      <outline text="Other Voice" xmlUrl="https://other.example/feed"/></body></opml>
      """
    let path = try pond.put(Data(blogroll.utf8), "blogroll.opml")
    try pond.run("import", "--of", "low tide radio", path)
    return pond
  }

  private static func answers(_ pond: PondProcess) throws -> [String: Data] {
    let accounts = try MainJobTests.accounts(pond).compactMap { $0["id"] as? String }
    // The case of every account stands in `plan --json`; of some it is also asked for alone.
    let some = stride(from: 0, to: accounts.count, by: max(1, accounts.count / 4)).map {
      accounts[$0]
    }
    let cases = some.flatMap { [["why", $0], ["why", $0, "--json"]] }
    return try Dictionary(
      uniqueKeysWithValues: (questions + cases).map { question in
        (question.joined(separator: " "), try pond.run(question).output)
      })
  }

  private static func change(_ pond: PondProcess, _ sql: String...) throws {
    let queue = try DatabaseQueue(path: pond.pondFile.path)
    try queue.write { database in
      for statement in sql { try database.execute(sql: statement) }
    }
    try queue.close()
  }

  @Test("deleted, flipped or dealt out anew, followers change no byte of any answer")
  func followers() throws {
    let pond = try Self.made()
    defer { pond.remove() }
    let before = try Self.answers(pond)
    #expect(before["list"]?.isEmpty == false && before["discover"]?.isEmpty == false)
    #expect(before.count > 15)
    let file = try Data(contentsOf: pond.pondFile)
    for (name, sql) in Rounds.some(1, of: Self.changes) {
      try file.write(to: pond.pondFile)
      for statement in sql { try Self.change(pond, statement) }
      let after = try Self.answers(pond)
      for (question, answer) in before {
        #expect(after[question] == answer, "\(name): pond \(question)")
      }
    }
  }

  private static let flip = """
    CREATE TABLE flipped AS
      SELECT (SELECT min(id) FROM document) AS document, kind, value FROM account
      WHERE (kind, value) NOT IN (SELECT kind, value FROM follower);
    DELETE FROM follower;
    INSERT INTO follower SELECT document, kind, value FROM flipped;
    DROP TABLE flipped
    """

  private static var changes: [(String, [String])] {
    let dealt = (1...2).map { seed in
      (
        "dealt out, \(seed)",
        [
          "DELETE FROM follower",
          """
          INSERT INTO follower SELECT (SELECT min(id) FROM document), kind, value FROM account
          WHERE (id * 2654435761 + \(seed) * 40503) % 7 < 3
          """, "UPDATE document SET followers = \(seed) * 1000",
        ]
      )
    }
    return [
      ("deleted", ["DELETE FROM follower", "UPDATE document SET followers = 0"]),
      ("flipped", [flip]),
    ] + dealt
  }

  @Test("there are followers to begin with, and only the check's rival reads them")
  func rival() throws {
    let pond = try Self.made()
    defer { pond.remove() }
    let queue = try DatabaseQueue(path: pond.pondFile.path)
    let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM follower") }
    try queue.close()
    #expect((count ?? 0) > 3)
    let check = try pond.run("check", "--days", "45")
    #expect(check.text.contains("follow-back first"))
    try Self.change(pond, "DELETE FROM follower")
    #expect(!(try pond.run("check", "--days", "45")).text.contains("follow-back first"))
  }
}
