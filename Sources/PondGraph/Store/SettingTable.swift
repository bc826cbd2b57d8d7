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

extension PondStore {
  /// What the person set under a name that takes one value; nil where they set nothing.
  package func setting(_ name: SettingName) throws -> String? {
    try asking { database in
      try Row.fetchOne(
        database, sql: "SELECT value FROM setting WHERE name = ? ORDER BY value LIMIT 1",
        arguments: [name.rawValue]
      ).map { try $0.word(0) }
    }
  }

  /// Sets a value in place of the one before; nil takes it back.
  package func set(_ name: SettingName, to value: String?) throws {
    try changing { database in
      try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name.rawValue])
      guard let value else { return }
      try database.execute(
        sql: "INSERT INTO setting (name, value) VALUES (?, ?)",
        arguments: [name.rawValue, value.storable])
    }
  }
}

/// A setting that takes one value.
package enum SettingName: String, CaseIterable, Sendable {
  /// The folder, tag or list of those of whom less is wanted.
  case streamFolder = "stream-folder"
  /// The folder, tag or list of the close ring.
  case closeFolder = "close-folder"
  /// The folder or tag of those who come.
  case newFolder = "new-folder"
  /// The minutes a day that the person has for the close ring, as a decimal number.
  case minutesPerDay = "minutes-per-day"
  /// How many accounts their close ring may hold.
  case size
  /// After how many days the next cycle comes.
  case cycleDays = "cycle-days"
}
