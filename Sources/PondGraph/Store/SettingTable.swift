import GRDB

extension PondStore {
  /// The private hosts that the person lets Pond ask, in the order of their letters.
  package func allowedHosts() throws -> [String] {
    try asking { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT value FROM setting WHERE name = 'allowed-host' ORDER BY value")
      return try rows.map { try $0.word(0) }
    }
  }

  /// Adds a host to them.
  package func allow(host: String) throws {
    try changing { database in
      try database.execute(
        sql: "INSERT INTO setting (name, value) VALUES ('allowed-host', ?) ON CONFLICT DO NOTHING",
        arguments: [host.storable])
    }
  }

  /// Takes a host out of them.
  /// - Returns: whether it was there.
  package func deny(host: String) throws -> Bool {
    try changing { database in
      try database.execute(
        sql: "DELETE FROM setting WHERE name = 'allowed-host' AND value = ?",
        arguments: [host.storable])
      return database.changesCount > 0
    }
  }
}
