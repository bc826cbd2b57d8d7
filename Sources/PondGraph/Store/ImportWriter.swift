package import Foundation
import GRDB

extension PondStore {
  /// Stores what one input taught, in one transaction.
  ///
  /// What the same path said of accounts before is replaced, posts, acts and coverage are added
  /// to what is known. Storing the same thing twice changes nothing; the order in which different
  /// files come makes no difference.
  /// - Parameter allowsEmpty: whether a list that names nobody may replace one that did.
  /// - Throws: `StoreFailure.emptyList` otherwise, with nothing changed.
  package func write(
    _ imported: Imported, at now: Date, allowsEmpty: Bool = false
  ) throws -> ImportSummary {
    try write([imported], at: now, allowsEmpty: allowsEmpty).first
      ?? ImportSummary(path: imported.path, format: imported.format)
  }

  /// Stores what several inputs taught, all of them in one transaction or none.
  package func write(
    _ batch: [Imported], at now: Date, allowsEmpty: Bool = false
  ) throws -> [ImportSummary] {
    try changing { database in
      var writer = try ImportWriter(database)
      var summaries = try batch.map { try writer.write($0, now, allowsEmpty: allowsEmpty) }
      // Last, so that the lists that came with them say whose pages they are.
      try PageAttribution.add(batch.map(\.pageActs), &summaries, database)
      return summaries
    }
  }
}

/// Writes what inputs taught, one after another; what they share is prepared once. It lives as long
/// as one transaction.
struct ImportWriter {
  /// The accounts of the transaction.
  var accounts: AccountTable
  private let database: Database
  private var posts: PostTable?

  init(_ database: Database) throws {
    self.database = database
    accounts = try AccountTable(database)
  }

  /// Stores what one input taught; its page acts are left to the caller.
  mutating func write(
    _ imported: Imported, _ now: Date, allowsEmpty: Bool = false
  ) throws -> ImportSummary {
    var summary = ImportSummary(path: imported.path, format: imported.format)
    accounts.beginInput()
    let document = try DocumentTable(database).row(for: imported)
    try MentionTable(database, document, allowsEmpty: allowsEmpty)
      .replace(imported, &accounts, &summary)
    try OriginalTable(database, document).keep(imported.original, at: now)
    try add(imported.posts, &summary.posts)
    try PostLinkTable.add(imported, &accounts, database)
    try ActTable(database).add(imported.acts, &accounts, &summary.acts)
    try ActTable(database).add(imported.addressed, &accounts)
    try CoverageTable(database, source: imported.format).add(imported.coverage, &accounts)
    try ReachabilityTable(database).add(imported.reachability, &accounts)
    try FollowerTable(database, document).replace(imported)
    try AttentionTable(database, document).replace(imported)
    try EdgeTable(database, document).replace(imported, &accounts)
    try ProfileLinkTable(database).add(imported.links, &accounts)
    return summary
  }

  private mutating func add(_ posts: [Post], _ counts: inout ImportSummary.Counts) throws {
    guard !posts.isEmpty else { return }
    var table = try self.posts ?? PostTable(database)
    try table.add(posts, &accounts, &counts)
    self.posts = table
  }
}
