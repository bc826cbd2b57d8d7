import GRDB

extension PondStore {
  /// By which addresses accounts say who else they are, in the order of their keys.
  package func profileLinks() throws -> [ProfileLink] {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT kind, value, address, proof
          FROM profile_link JOIN account ON account.id = profile_link.account
          ORDER BY kind, value, address, proof
          """)
      return try rows.map { row in
        ProfileLink(
          account: try row.accountKey(0), address: Address(try row.word(2)),
          proof: try row.choice(3, of: ProfileLink.Proof.self))
      }
    }
  }
}

/// The addresses by which accounts say who else they are.
struct ProfileLinkTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Adds links to those that are known.
  func add(_ links: [ProfileLink], _ accounts: inout AccountTable) throws {
    guard !links.isEmpty else { return }
    let insert = try BulkStatement(
      database,
      "INSERT INTO profile_link (account, address, proof) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    for link in links {
      insert.bind(1, try accounts.row(link.account))
      insert.bind(2, link.address.written.storable)
      insert.bind(3, link.proof.rawValue)
      try insert.run()
    }
  }
}
