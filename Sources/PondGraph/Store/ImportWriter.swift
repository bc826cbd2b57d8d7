package import Foundation
import GRDB

extension PondStore {
  /// Stores what one input taught, in one transaction.
  ///
  /// What the same path said of accounts before is replaced; posts, acts, and the stretches in which
  /// they were shown or would have been seen are added to what is known. Storing the same thing twice changes nothing; the order in which different
  /// files come makes no difference.
  /// - Parameter allowsEmpty: whether a list that names nobody may replace one that did.
  /// - Throws: `StoreFailure.emptyList` otherwise, with nothing changed.
  package func write(
    _ imported: Imported, at now: Date, allowsEmpty: Bool = false,
    placing: ListPlacing = .recognized
  ) throws -> ImportSummary {
    try write([imported], at: now, allowsEmpty: allowsEmpty, placing: placing).first
      ?? ImportSummary(path: imported.path, format: imported.format)
  }

  /// Stores what several inputs taught, all of them in one transaction or none.
  /// - Parameters:
  ///   - source: where they came from, remembered with them; nil for what is not there again.
  ///   - isBrought: whether their paths are only what the person calls them.
  package func write(
    _ batch: [Imported], at now: Date, allowsEmpty: Bool = false,
    placing: ListPlacing = .recognized, from source: RememberedSource? = nil,
    isBrought: Bool = false
  ) throws -> [ImportSummary] {
    try changing { database in
      var writer = try ImportWriter(database)
      let summaries = try batch.map {
        try writer.write(
          $0, now, allowsEmpty: allowsEmpty, placing: placing, isBrought: isBrought)
      }
      let finished = try writer.finish(summaries)
      if let source { try SourceTable.remember(source, database) }
      return finished
    }
  }
}

/// Writes what inputs taught, one after another; what they share is prepared once. When all are written,
/// `finish` derives what follows from them. It lives as long as one transaction.
struct ImportWriter {
  /// The accounts of the transaction.
  var accounts: AccountTable
  private let database: Database
  private var posts: PostTable?
  private var news = PostJoining.News()
  private var pages: [PageTable.Added] = []
  private var arrivals: [Arrivals] = []

  /// What an input counted as new, and what may turn out to be known by another name.
  private struct Arrivals {
    /// The rows of accounts that are known by a page alone.
    let accounts: [Int64]
    /// Posts, by the numbers of their words.
    let posts: Range<Int64>
  }

  init(_ database: Database) throws {
    self.database = database
    accounts = try AccountTable(database)
  }

  /// Stores what one input taught.
  mutating func write(
    _ imported: Imported, _ now: Date, allowsEmpty: Bool = false,
    placing: ListPlacing = .recognized, isBrought: Bool = false
  ) throws -> ImportSummary {
    var summary = ImportSummary(path: imported.path, format: imported.format)
    accounts.beginInput()
    let document = try DocumentTable(database).row(for: imported, isBrought: isBrought)
    let said = try MentionTable(database, document, allowsEmpty: allowsEmpty, at: now)
      .replace(imported, &accounts, &summary, takesAll: placing.takesAll)
    try SuccessionWriter(database, document, placing, allowsEmpty: allowsEmpty, at: now)
      .settle(imported, said, &summary)
    news.hasClaims = news.hasClaims || said.isChanged || !summary.succession.replaced.isEmpty
    try OriginalTable(database, document).keep(imported.original, at: now)
    let coverage = try addPosts(of: imported, document, &summary)
    try keepPages(imported.pageActs)
    try CoverageTable(database, source: imported.format).add(coverage, &accounts)
    try ReachabilityTable(database).add(imported.reachability, &accounts, at: now)
    try FollowerTable(database, document).replace(imported)
    try AttentionTable(database, document).add(imported)
    try EdgeTable(database, document).replace(imported, &accounts)
    try ProfileLinkTable(database).add(imported.links, &accounts)
    arrivals.append(try arrivals(of: imported, summary))
    return summary
  }

  private mutating func arrivals(
    of imported: Imported, _ summary: ImportSummary
  ) throws -> Arrivals {
    let end = posts?.nextText ?? 0
    let pages = imported.accounts.filter {
      !$0.followed && [.site, .bluesky].contains($0.key.kind)
    }
    let rows = Set(try pages.compactMap { try accounts.existing($0.key) }.filter(accounts.isNew))
    return Arrivals(accounts: rows.sorted(), posts: end - Int64(summary.posts.new)..<end)
  }

  /// Derives what follows from everything that was written, and tells it in the summaries, which stand
  /// in the order of the inputs.
  mutating func finish(_ summaries: [ImportSummary]) throws -> [ImportSummary] {
    news.accounts.formUnion(posts?.touched ?? [])
    let toldAgain = try PostJoining(database).derive(news)
    var summaries = summaries
    for (place, new) in arrivals.enumerated() where summaries.indices.contains(place) {
      summaries[place].accounts.recognize(try countAnothers(new.accounts))
      summaries[place].posts.recognize(toldAgain.count(where: new.posts.contains))
    }
    for (place, added) in pages.enumerated() where summaries.indices.contains(place) {
      try PageTable(database).count(added, &summaries[place])
    }
    return summaries
  }

  /// How many of some rows turned out to be those of another account.
  private func countAnothers(_ rows: [Int64]) throws -> Int {
    let find = try database.cachedStatement(
      sql: """
        SELECT 1 FROM counts_for JOIN account ON account.id = counts_for.account
        WHERE account = ? AND (counts_for.kind, counts_for.value) <> (account.kind, account.value)
        """)
    return try rows.count { try Row.fetchOne(find, arguments: [$0]) != nil }
  }

  /// Adds posts and acts, those that stand in the input and those that are still to be read.
  /// - Returns: the stretches that it shows.
  private mutating func addPosts(
    of imported: Imported, _ document: DocumentRow, _ summary: inout ImportSummary
  ) throws -> [Coverage] {
    var lastUse = LastUse()
    try addPart(imported, &lastUse, &summary)
    var coverage = imported.coverage
    if let flow = imported.flow {
      let end = try flow.run { part in
        try addPart(part, &lastUse, &summary)
        summary.skipped += part.skipped
      }
      summary.skipped += end.skipped
      coverage += end.coverage
    }
    try DocumentTable(database).keep(lastUse, of: document)
    return coverage
  }

  private mutating func addPart(
    _ part: Imported, _ lastUse: inout LastUse, _ summary: inout ImportSummary
  ) throws {
    try add(part.posts, from: part.format, &summary.posts)
    try PostLinkTable.add(part, &accounts, database)
    var acts = ActTable(database)
    try acts.add(part.acts, &accounts, &summary.acts)
    news.accounts.formUnion(acts.touched)
    try acts.add(part.addressed, &accounts)
    lastUse.take(part)
  }

  private mutating func keepPages(_ acts: [PageAct]) throws {
    let added = acts.isEmpty ? PageTable.Added() : try PageTable(database).add(acts, &accounts)
    news.hasPages = news.hasPages || !added.new.isEmpty
    pages.append(added)
  }

  private mutating func add(
    _ posts: [Post], from source: String, _ counts: inout ImportSummary.Counts
  ) throws {
    guard !posts.isEmpty else { return }
    var table = try self.posts ?? PostTable(database)
    try table.add(posts, from: source, &accounts, &counts)
    self.posts = table
  }
}
