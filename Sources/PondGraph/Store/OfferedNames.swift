import GRDB

extension PondStore {
  /// What followed accounts are called, for a shell to offer while somebody types: titles that one
  /// account alone has, else addresses without a secret in them, else ids; and addresses that begin
  /// with what was typed. In the order of their letters.
  ///
  /// Read from the rows as they are: merging what all files say of ten thousand accounts takes longer
  /// than a person waits for the tab key, so an account to which files give several titles is offered by
  /// its address.
  package func offeredNames(beginning typed: String) throws -> [String] {
    try asking { try OfferedNames($0).beginning(typed) }
  }
}

/// The names of followed accounts, row by row.
private struct OfferedNames {
  private struct Known {
    let kind: AccountKind
    let value: String
    var address: String?
    var title: String?
    var hasSeveralTitles = false

    func name(_ bearers: [String: Int]) -> String {
      if let title, !hasSeveralTitles, bearers[title] == 1 { return title }
      return openAddress ?? AccountKey(kind: kind, value: value).id.value
    }

    /// The address that commands take, where nothing in it is secret.
    var openAddress: String? {
      let written =
        kind == .feed ? address.map(Address.init) : AccountKey(kind: kind, value: value).profile
      return written.flatMap { $0.masked == $0.written ? $0.written : nil }
    }
  }

  private var accounts: [Int64: Known] = [:]

  init(_ database: Database) throws {
    let followedHere = try FollowedHere.rows(database)
    let rows = try BulkStatement(
      database,
      """
      SELECT account, format, mention.title, address, kind, value
      FROM mention JOIN document ON document.id = document JOIN account ON account.id = account
      WHERE is_followed AND replaced_by IS NULL
      """)
    while try rows.next() {
      let row = try rows.number(0)
      if try rows.word(1) == FollowedHere.format, !followedHere.contains(row) { continue }
      var known =
        try accounts[row]
        ?? Known(kind: rows.choice(4, of: AccountKind.self), value: rows.word(5))
      known.address = known.address ?? rows.text(3)
      if let title = rows.text(2), !title.isEmpty {
        if let other = known.title, other != title { known.hasSeveralTitles = true }
        known.title = title
      }
      accounts[row] = known
    }
  }

  func beginning(_ typed: String) -> [String] {
    let typed = typed.lowercased()
    func begins(_ name: String) -> Bool { name.lowercased().hasPrefix(typed) }
    let bearers = Dictionary(
      accounts.values.compactMap(\.title).map { ($0, 1) }, uniquingKeysWith: +)
    var names: Set<String> = []
    for known in accounts.values {
      let name = known.name(bearers)
      if begins(name) {
        names.insert(name)
      } else if let address = known.openAddress, begins(address) {
        names.insert(address)
      }
    }
    return names.sorted()
  }
}
