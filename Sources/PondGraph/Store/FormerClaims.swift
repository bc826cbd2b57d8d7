import GRDB

/// What versions of a list that others took the place of still tell: names and addresses, and of those
/// whom every later version follows too, since when. Folders only where none of them knows any.
struct FormerClaims {
  private let next: [Int64: Int64]
  private let formats: [Int64: String]
  private let followed: [Int64: Set<Int64>]

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT id, replaced_by, format FROM document WHERE replaced_by IS NOT NULL")
    next = try Dictionary(uniqueKeysWithValues: rows.map { (try $0.number(0), try $0.number(1)) })
    let newer = Set(next.values)
    formats = try newer.reduce(into: [:]) { formats, id in
      formats[id] = try String.fetchOne(
        database, sql: "SELECT format FROM document WHERE id = ?", arguments: [id])
    }
    followed = try newer.reduce(into: [:]) { followed, id in
      let mentions = try BulkStatement(
        database, "SELECT account FROM mention WHERE document = ? AND is_followed = 1")
      mentions.bind(1, id)
      while try mentions.next() { followed[id, default: []].insert(try mentions.number(0)) }
    }
  }

  /// The claim of a document as far as it still holds.
  func former(_ said: Claim, of document: Int64) -> Claim {
    let newer = successors(of: document)
    return said.asFormer(
      isStill: !newer.isEmpty && newer.allSatisfy { followed[$0]?.contains(said.account) == true },
      keepsFolders: newer.allSatisfy { !ListFamily.tellsFolders(formats[$0] ?? "") })
  }

  // The versions that came after it; nothing leads round in circles, and a damaged file must not.
  private func successors(of document: Int64) -> [Int64] {
    var chain: [Int64] = []
    var last = document
    while let id = next[last], chain.count <= next.count {
      chain.append(id)
      last = id
    }
    return chain
  }
}
