import Foundation
import GRDB

/// What one file says of accounts.
struct MentionTable {
  private let database: Database
  private let document: DocumentRow
  private let allowsEmpty: Bool
  private let now: Date

  init(_ database: Database, _ document: DocumentRow, allowsEmpty: Bool, at now: Date) {
    self.database = database
    self.now = now
    self.document = document
    self.allowsEmpty = allowsEmpty
  }

  /// Replaces what the file said before. A file that was cut short, or holds only what was followed
  /// since a date, takes nothing back: who does not stand in it stays as they were.
  /// - Parameter takesAll: whether the person said that it is the whole list.
  /// - Returns: what it said before, and whether it says something else now.
  func replace(
    _ imported: Imported, _ accounts: inout AccountTable, _ summary: inout ImportSummary,
    takesAll: Bool
  ) throws -> (before: [Claim], isChanged: Bool) {
    let coder = ListCoder()
    var claims = try imported.accounts.map { try Claim($0, accounts.row($0.key), coder) }
    let before = try current()
    try refuseIfEmptied(imported, before)
    let since =
      takesAll
      ? nil
      : try ListRange.beginning(of: claims, after: before) { gone in
        try Journal.undecided(gone, database)
      }
    if let since {
      summary.succession.narrowerThan = imported.path
      summary.succession.narrowness = .since(Instant.date(since))
    }
    if !imported.isComplete || since != nil {
      let named = Set(claims.map(\.account))
      claims += before.filter { !named.contains($0.account) }
    }
    try count(claims, before, accounts, &summary)
    claims += try spokenOf(before, whoLeft: Set(claims.map(\.account)))
    let digest = Data(Digest.sha256(claims.map(\.digested).joined(separator: "\n").utf8))
    guard digest != document.claims else {
      try database.cachedStatement(
        sql: "UPDATE document SET learned_at = ? WHERE id = ? AND learned_at IS NULL"
      ).execute(arguments: [Instant.stored(now), document.id])
      return (before, false)
    }
    try store(claims)
    try database.cachedStatement(sql: "UPDATE document SET claims = ?, learned_at = ? WHERE id = ?")
      .execute(arguments: [digest, Instant.stored(now), document.id])
    return (before, true)
  }

  // Of whom the person said something, the journal goes on to speak: what they are called and where they
  // were read stays, though their list names them no more.
  private func spokenOf(_ before: [Claim], whoLeft named: Set<Int64>) throws -> [Claim] {
    let gone = before.filter { !named.contains($0.account) }
    guard !gone.isEmpty else { return [] }
    let spoken = try Int64.fetchSet(
      database,
      sql: """
        SELECT account FROM decision UNION SELECT account FROM note UNION SELECT account FROM declaration
        UNION SELECT account FROM intention WHERE account IS NOT NULL
        """)
    return gone.filter { spoken.contains($0.account) }.map { $0.asFormer() }
  }

  private func refuseIfEmptied(_ imported: Imported, _ before: [Claim]) throws {
    let followed = before.filter(\.isFollowed).count
    if allowsEmpty || followed == 0 || imported.accounts.contains(where: \.followed) { return }
    throw StoreFailure.emptyList(path: imported.path, before: followed)
  }

  private func count(
    _ claims: [Claim], _ before: [Claim], _ accounts: AccountTable, _ summary: inout ImportSummary
  ) throws {
    let followedSoFar = try followed(unless: claims.allSatisfy { accounts.isNew($0.account) })
    let saidBefore = Dictionary(grouping: before, by: \.account)
    let saidNow = Dictionary(grouping: claims, by: \.account)
    for (account, said) in saidNow {
      let isFollowedNow = said.contains(where: \.isFollowed) && !followedSoFar.contains(account)
      if accounts.isNew(account) || isFollowedNow {
        summary.accounts.new += 1
      } else if let old = saidBefore[account], old != said {
        summary.accounts.updated += 1
      } else {
        summary.accounts.known += 1
      }
    }
    let followedNow = Set(claims.filter(\.isFollowed).map(\.account))
    let followedBefore = Set(before.filter(\.isFollowed).map(\.account))
    summary.unlisted = followedBefore.subtracting(followedNow).count
  }

  /// Whom any list follows so far.
  private func followed(unless isNeedless: Bool) throws -> Set<Int64> {
    guard !isNeedless else { return [] }
    let rows = try BulkStatement(database, "SELECT account FROM mention WHERE is_followed = 1")
    var followed: Set<Int64> = []
    while try rows.next() { followed.insert(try rows.number(0)) }
    return followed
  }

  private func current() throws -> [Claim] {
    guard !document.isNew else { return [] }
    let rows = try BulkStatement(
      database, "SELECT \(Claim.columns) FROM mention WHERE document = ? ORDER BY ordinal")
    rows.bind(1, document.id)
    var claims: [Claim] = []
    while try rows.next() { claims.append(try Claim(rows)) }
    return claims
  }

  private func store(_ claims: [Claim]) throws {
    if !document.isNew {
      try database.cachedStatement(sql: "DELETE FROM mention WHERE document = ?")
        .execute(arguments: [document.id])
    }
    let insert = try BulkStatement(
      database,
      """
      INSERT INTO mention (document, ordinal, \(Claim.columns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for (ordinal, claim) in claims.enumerated() {
      insert.bind(1, document.id)
      insert.bind(2, Int64(ordinal))
      claim.bind(to: insert, from: 3)
      try insert.run()
    }
  }
}
