import GRDB

extension PondStore {
  /// Who follows or recommends whom among accounts, as files of others say, in the order of the keys.
  package func followEdges() throws -> [FollowEdge] {
    try asking { database in
      let book = try accountBook(database)
      let rows = try BulkStatement(database, "SELECT DISTINCT source, target FROM edge")
      var edges: [FollowEdge] = []
      while try rows.next() {
        guard let source = book.keys[try rows.number(0)], let target = book.keys[try rows.number(1)]
        else { continue }
        edges.append(FollowEdge(source: source, target: target))
      }
      return edges.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }
  }
}

/// Who follows or recommends whom, as one file says.
struct EdgeTable {
  private let database: Database
  private let document: DocumentRow

  init(_ database: Database, _ document: DocumentRow) {
    self.database = database
    self.document = document
  }

  /// Replaces what the file said before, unless it was cut short: then it takes nothing back.
  func replace(_ imported: Imported, _ accounts: inout AccountTable) throws {
    if imported.isComplete, !document.isNew {
      try database.cachedStatement(sql: "DELETE FROM edge WHERE document = ?")
        .execute(arguments: [document.id])
    }
    guard !imported.edges.isEmpty else { return }
    let insert = try BulkStatement(
      database,
      "INSERT INTO edge (document, source, target) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    for edge in imported.edges {
      insert.bind(1, document.id)
      insert.bind(2, try accounts.row(edge.source))
      insert.bind(3, try accounts.row(edge.target))
      try insert.run()
    }
  }
}
