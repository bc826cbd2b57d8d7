package import Foundation
import GRDB

/// What one answer taught and what is remembered of it, stored together or not at all.
package struct FetchResult: Sendable {
  /// What to remember of the asking.
  package var memory: FetchMemory
  /// What the answer taught; nil where it taught nothing new.
  package var imported: Imported?
  /// Whether it said that it is what it was when it was last seen.
  package var isUnchanged = false
  /// What it says of who can be reached; nil where it says nothing.
  package var reachability: Reachability.State?
  /// A server that asked for patience, and until when.
  package var pause: (host: String, until: Date)?
  /// Where it was asked for; nil for what is not told to the person.
  package var told: Address?

  /// Begins with what to remember.
  package init(memory: FetchMemory) {
    self.memory = memory
  }
}

extension PondStore {
  /// Everything that is remembered of asking for a part, by account.
  package func fetchMemories(_ part: FetchPart) throws -> [AccountKey: FetchMemory] {
    try asking { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT kind, value, \(FetchTable.columns)
          FROM fetch JOIN account ON account.id = fetch.account WHERE part = ?
          """,
        arguments: [part.rawValue])
      var memories: [AccountKey: FetchMemory] = [:]
      while let row = try rows.next() {
        let memory = try FetchTable.memory(row, part)
        let known = memories[memory.account]
        if known.map({ $0.askedAt < memory.askedAt }) ?? true { memories[memory.account] = memory }
      }
      return memories
    }
  }

  /// The hosts that asked for patience beyond a moment, and until when.
  package func hostPauses(after now: Date) throws -> [String: Date] {
    try asking { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT host, until FROM host_pause WHERE until > ? AND until <= ?",
        // A pause that is longer than any was written down by a clock that was ahead.
        arguments: [
          Instant.stored(now) ?? 0,
          Instant.stored(now.addingTimeInterval(FetchMemory.longestWait)) ?? 0,
        ])
      return try rows.reduce(into: [:]) { $0[try $1.word(0)] = Instant.date(try $1.number(1)) }
    }
  }

  /// The accounts that a list of a reader's follows at an address: those whose feeds a reader asks
  /// for anyway.
  package func accountsInReaders() throws -> Set<AccountKey> {
    try asking { database in
      let formats = Precedence.formats.map { "'\($0)'" }.joined(separator: ", ")
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT kind, account.value
          FROM mention JOIN document ON document.id = mention.document
          JOIN account ON account.id = mention.account
          WHERE is_followed = 1 AND replaced_by IS NULL AND format IN (\(formats))
          """)
      return Set(try rows.map { try $0.accountKey(0) })
    }
  }

  /// Stores what some answers taught, each at the moment of its asking, in one transaction.
  package func keep(_ results: [FetchResult]) throws -> [ImportSummary?] {
    guard !results.isEmpty else { return [] }
    return try changing { database in
      var writer = try ImportWriter(database)
      let summaries = try results.map { result in
        let summary = try result.imported.map { try writer.write($0, result.memory.askedAt) }
        try FetchTable(database).keep(result, &writer.accounts)
        return summary
      }
      var finished = try writer.finish(summaries.compactMap { $0 })[...]
      return summaries.map { $0 == nil ? nil : finished.popFirst() }
    }
  }
}

/// The rows of what is remembered of asking.
struct FetchTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  static let columns = """
    validated_address, etag, last_modified, asked_at, good_at, whole_at, failures, failing_since,
    trouble, words, due_at, not_before, moved_to, moved_times, gone_at
    """

  /// Reads a memory behind an account's two columns.
  static func memory(_ row: Row, _ part: FetchPart) throws -> FetchMemory {
    var memory = FetchMemory(
      account: try row.accountKey(0), part: part, askedAt: Instant.date(try row.number(5)))
    memory.validatedAddress = row.text(2).flatMap(address)
    memory.etag = row.bytes(3).flatMap(headerValue)
    memory.lastModified = row.bytes(4).flatMap(headerValue)
    memory.goodAt = row.moment(6)
    memory.wholeAt = row.moment(7)
    memory.failures = Int(clamping: try row.number(8))
    memory.failingSince = row.moment(9)
    memory.trouble = row.text(10).flatMap(FetchTrouble.Kind.init).map {
      FetchTrouble($0, row.text(11) ?? "")
    }
    memory.dueAt = Instant.date(try row.number(12))
    memory.notBefore = Instant.date(try row.number(13))
    memory.movedTo = row.text(14).flatMap(address).map(Address.init)
    memory.movedTimes = Int(clamping: try row.number(15))
    memory.goneAt = row.moment(16)
    return memory
  }

  // A pond file may come from somebody else: what goes out again is looked at when it is loaded, not
  // only when it came.
  private static func headerValue(_ bytes: Data) -> Data? {
    let isValue = bytes.count <= 8_192 && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 }
    return isValue ? bytes : nil
  }

  private static func address(_ text: String) -> String? {
    let start = text.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    return text
  }

  /// Keeps a result, but for what `ImportWriter` writes of it.
  func keep(_ result: FetchResult, _ accounts: inout AccountTable) throws {
    let memory = result.memory
    let now = memory.askedAt
    if result.isUnchanged {
      try extendCoverage(memory.account, from: memory.wholeAt, to: now, &accounts)
    }
    if let state = result.reachability {
      try ReachabilityTable(database).add(
        [Reachability(account: memory.account, state: state, at: now)], &accounts, at: now)
    }
    if let pause = result.pause {
      try database.execute(
        sql: """
          INSERT INTO host_pause (host, until) VALUES (?, ?)
          ON CONFLICT (host) DO UPDATE SET until =
            CASE WHEN until > ? THEN excluded.until ELSE max(until, excluded.until) END
          """,
        arguments: [
          pause.host, Instant.stored(pause.until) ?? 0,
          Instant.stored(now.addingTimeInterval(FetchMemory.longestWait)) ?? 0,
        ])
    }
    try replace(memory, &accounts)
  }

  // A feed that says it is what it was shows the time since then too.
  private func extendCoverage(
    _ account: AccountKey, from whole: Date?, to now: Date, _ accounts: inout AccountTable
  ) throws {
    guard let whole, let moment = Instant.stored(whole) else { return }
    let seen = try Row.fetchOne(
      database,
      sql: """
        SELECT 1 FROM coverage WHERE account = ? AND source = 'feed' AND starts <= ? AND ends >= ?
        """,
      arguments: [try accounts.row(account), moment, moment])
    guard seen != nil else { return }
    try CoverageTable(database, source: "feed").add(
      [Coverage(account: account, from: whole, to: now)], &accounts)
  }

  private func replace(_ memory: FetchMemory, _ accounts: inout AccountTable) throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO fetch (account, part, \(Self.columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      try accounts.row(memory.account), memory.part.rawValue, memory.validatedAddress,
      memory.etag, memory.lastModified, Instant.stored(memory.askedAt) ?? 0,
      Instant.stored(memory.goodAt), Instant.stored(memory.wholeAt), memory.failures,
      Instant.stored(memory.failingSince), memory.trouble?.kind.rawValue,
      memory.trouble?.words.storable, Instant.stored(memory.dueAt) ?? 0,
      Instant.stored(memory.notBefore) ?? 0, memory.movedTo?.written.storable,
      memory.movedTimes, Instant.stored(memory.goneAt),
    ])
  }
}
