import Foundation
import GRDB

/// Pages that the person visited or saved, as digests: of the page itself and of every address above it,
/// so that it can be told later whose page it is, and not before.
struct PageTable {
  private let database: Database
  private let secret: PageSecret

  init(_ database: Database) throws {
    self.database = database
    secret = try PageSecret(database)
  }

  /// How many acts with each page of an input were new, and how many were known.
  struct Added {
    var new: [[UInt8]: Int] = [:]
    var known: [[UInt8]: Int] = [:]

    /// The names of the pages.
    var names: Set<[UInt8]> { Set(new.keys).union(known.keys) }
  }

  /// Adds what an input tells of pages.
  func add(_ pages: [PageAct], _ accounts: inout AccountTable) throws -> Added {
    var added = Added()
    guard !pages.isEmpty else { return added }
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO page (name, above, owner, kind, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    var spelled: [String: (name: [UInt8], above: [UInt8])] = [:]
    for page in pages {
      let digests: (name: [UInt8], above: [UInt8])
      if let seen = spelled[page.address.written] {
        digests = seen
      } else {
        digests = (
          secret.digest(Self.name(of: page.address)), above(page.address)
        )
        spelled[page.address.written] = digests
      }
      try insert.execute(arguments: [
        Data(digests.name), Data(digests.above), try page.account.map { try accounts.row($0) },
        page.kind.rawValue, Instant.stored(page.at) ?? 0,
      ])
      if database.changesCount > 0 {
        added.new[digests.name, default: 0] += 1
      } else {
        added.known[digests.name, default: 0] += 1
      }
    }
    return added
  }

  /// The canonical name of a page: where on it somebody stood is no part of it.
  static func name(of page: Address) -> String {
    let whole = String(page.written.prefix { $0 != "#" })
    return PostID.name(whole) ?? page.canonical
  }

  /// Counts an input's acts with pages that are somebody's, and its pages that are nobody's.
  func count(_ added: Added, _ summary: inout ImportSummary) throws {
    let find = try database.cachedStatement(
      sql: "SELECT 1 FROM page WHERE name = ? AND account IS NOT NULL LIMIT 1")
    for name in added.names {
      if try Row.fetchOne(find, arguments: [Data(name)]) == nil {
        summary.pagesOfOthers += 1
      } else {
        summary.acts.new += added.new[name] ?? 0
        summary.acts.known += added.known[name] ?? 0
      }
    }
  }

  // The page without its query, then what lies above it, down to the host: the six next to the host and
  // the page itself.
  private func above(_ address: Address) -> [UInt8] {
    let page = PageOwners.plain(address.canonical)
    let path = page.prefix { $0 != "?" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let lengths = Array(1...max(1, parts.count)).reversed()
    let kept = lengths.count <= 7 ? Array(lengths) : [parts.count] + lengths.suffix(6)
    return kept.flatMap { length in
      Self.short(secret.digest(parts.prefix(length).joined(separator: "/")))
    }
  }

  /// The beginning of a digest, as it stands among those above a page.
  static func short(_ digest: [UInt8]) -> [UInt8] { Array(digest.prefix(8)) }

  /// Whether there is any page at all.
  static func isEmpty(_ database: Database) throws -> Bool {
    try Row.fetchOne(database, sql: "SELECT 1 FROM page LIMIT 1") == nil
  }
}
