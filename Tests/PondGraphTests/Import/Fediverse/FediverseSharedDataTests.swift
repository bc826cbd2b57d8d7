import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Holds what Pond finds in the lists of others against what was counted by hand in the same files.
@Suite("Lists of the fediverse, of others", .enabled(if: SharedData.file("mastodon") != nil))
struct FediverseSharedDataTests {
  private func read(_ path: String) throws -> Imported {
    try Given.read(try ImportSource(path: try #require(SharedData.file(path)).path))
  }

  @Test("every list: format, accounts, followers, acts")
  func lists() throws {
    let expected: [(String, String, Int, Int, Int)] = [
      ("mastodon/spec-fixtures/following_accounts.csv", "mastodon-following", 2, 0, 0),
      ("mastodon/spec-fixtures/new-following-imports.txt", "mastodon-following", 2, 0, 0),
      ("mastodon/spec-fixtures/imports.txt", "mastodon-following", 2, 0, 0),
      ("mastodon/spec-fixtures/mute-imports.txt", "mastodon-mutes", 2, 0, 0),
      ("mastodon/spec-fixtures/new-mute-imports.txt", "mastodon-mutes", 2, 0, 0),
      ("mastodon/spec-fixtures/lists.csv", "mastodon-lists", 3, 0, 0),
      ("mastodon/spec-fixtures/bookmark-imports.txt", "mastodon-bookmarks", 0, 0, 2),
      ("mastodon/synthetic-crlf-bom/following_accounts.csv", "mastodon-following", 2, 0, 0),
      ("mastodon/synthetic-header-only/following_accounts.csv", "mastodon-following", 0, 0, 0),
      ("fediverse/gotosocial-following.csv", "mastodon-following", 2, 0, 0),
      ("fediverse/gotosocial-followers.csv", "fediverse-followers", 0, 2, 0),
      ("fediverse/misskey-following-2026-11-21-02-18-00.csv", "mastodon-following", 2, 0, 0),
      ("fediverse/pleroma-following_accounts.csv", "mastodon-following", 3, 0, 0),
      ("fediverse/pixelfed-following.json", "pixelfed-follows", 2, 0, 0),
    ]
    for (path, format, accounts, followers, acts) in expected {
      let imported = try read(path)
      #expect(imported.format == format, "\(path)")
      #expect(imported.accounts.count == accounts, "\(path)")
      #expect(imported.followers == followers, "\(path)")
      #expect(imported.acts.count == acts, "\(path)")
      let losses = imported.skipped.filter(\.isLoss)
      #expect(losses.isEmpty, "\(path)")
    }
  }

  @Test("addresses keep their bytes, keys do not")
  func spelling() throws {
    let imported = try read("mastodon/synthetic-crlf-bom/following_accounts.csv")
    #expect(imported.accounts[0].address?.written == "@Alice@Example.org")
    #expect(imported.accounts[0].key.value == "alice@example.org")
    #expect(imported.accounts[1].key.value == "bob@xn--bcher-kva.example")
  }
}
