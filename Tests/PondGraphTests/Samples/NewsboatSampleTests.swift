import Foundation
import GRDB
import PondTestSupport
import Testing

/// Facts about Ada's newsboat database, asked of SQLite itself.
@Suite("Ada's newsboat")
struct NewsboatSampleTests {
  private static let queue: DatabaseQueue? = {
    var configuration = Configuration()
    configuration.readonly = true
    let path = Repository.url("Samples/ada/cache.db").path
    return try? DatabaseQueue(path: path, configuration: configuration)
  }()

  private func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    let queue = try #require(Self.queue)
    return try queue.read { try Int.fetchOne($0, sql: sql, arguments: arguments) ?? -1 }
  }

  @Test(
    "The archetypes have the posts and the reads that the model says",
    arguments: [
      ("https://lantern-yard.example/rss.xml", 4, 4), ("https://july-brass.example/feed/", 60, 48),
      ("https://wire.example/f", 5_399, 90), ("https://pip.test/all", 1_249, 0),
      ("https://salt-marsh.example/feed", 104, 62),
      ("https://small-hours.example/notes.xml", 90, 0),
      ("https://other-side.example/index.rdf", 52, 26),
      ("https://number-nine.example/feed.xml", 11, 0),
      ("https://first-frost.example/feed.atom", 1, 1),
    ])
  func reads(feed: String, posts: Int, read: Int) throws {
    let whose = "SELECT count(*) FROM rss_item WHERE feedurl = ?"
    #expect(try number(whose, [feed]) == posts)
    #expect(try number(whose + " AND unread = 0", [feed]) == read)
  }

  @Test("Nothing of the dissenter was ever liked, and things of others were")
  func flags() throws {
    let flagged = "SELECT count(*) FROM rss_item WHERE flags IS NOT NULL AND feedurl"
    #expect(try number(flagged + " = 'https://other-side.example/index.rdf'") == 0)
    #expect(try number(flagged + " <> ''") > 50)
    #expect(try number("SELECT count(*) FROM rss_item WHERE enqueued = 1") > 10)
    #expect(try number("SELECT count(*) FROM rss_item WHERE deleted = 1") == 2)
  }

  @Test("Posts whose id changed its spelling stand there twice, the second time unread")
  func respelled() throws {
    let almanac = "SELECT count(*) FROM rss_item WHERE feedurl LIKE '%tidewater%'"
    #expect(try number(almanac + " AND guid LIKE '%utm_source=feed%'") > 10)
    let pairs = """
      SELECT count(*) FROM rss_item a JOIN rss_item b ON b.guid = a.guid || '/'
      WHERE b.unread = 1 AND b.feedurl LIKE '%tidewater%'
      """
    #expect(try number(pairs) == 10)
  }

  @Test("The newest post is not after the present, the schema is newsboat 2.21's")
  func schema() throws {
    #expect(try number("SELECT max(pubDate) FROM rss_item") < 1_780_300_800)
    #expect(
      try number("SELECT db_schema_version_major * 100 + db_schema_version_minor FROM metadata")
        == 211)
    #expect(try number("SELECT count(*) FROM rss_item") == 11_292)
    #expect(try number("SELECT count(*) FROM rss_feed") == 59)
  }
}
