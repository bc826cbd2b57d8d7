import GRDB
import HeapModule

extension PondStore {
  /// What followed accounts are called, for a shell to offer while somebody types: titles that one
  /// account alone has, else addresses without a secret in them, else ids; and addresses that begin
  /// with what was typed. In the order of their letters, at most `limit`.
  ///
  /// Read from the rows as they are: merging what all files say of ten thousand accounts takes longer
  /// than a person waits for the tab key, so an account to which files give several titles is offered by
  /// its address.
  package func offeredNames(beginning typed: String, limit: Int) throws -> [String] {
    try asking { try OfferedNames($0).beginning(typed, limit: limit) }
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
      return openAddress() ?? AccountKey(kind: kind, value: value).id.value
    }

    /// The address that commands take, where nothing in it is secret and it begins like this.
    func openAddress(beginning typed: String = "") -> String? {
      let written =
        kind == .feed ? address.map(Address.init) : AccountKey(kind: kind, value: value).profile
      guard let written, written.written.lowercased().hasPrefix(typed) else { return nil }
      return written.masked == written.written ? written.written : nil
    }
  }

  private var known: [Known] = []

  init(_ database: Database) throws {
    let followedHere = try FollowedHere.rows(database)
    let rows = try BulkStatement(
      database,
      """
      SELECT account, format, mention.title, address, kind, value
      FROM mention JOIN document ON document.id = document JOIN account ON account.id = account
      WHERE is_followed AND replaced_by IS NULL
      """)
    var places: [Int64: Int] = [:]
    while try rows.next() {
      let row = try rows.number(0)
      if try rows.word(1) == FollowedHere.format, !followedHere.contains(row) { continue }
      let place = places[row] ?? known.count
      if place == known.count {
        places[row] = place
        known.append(try Known(kind: rows.choice(4, of: AccountKind.self), value: rows.word(5)))
      }
      if known[place].address == nil { known[place].address = rows.text(3) }
      if let title = rows.text(2), !title.isEmpty {
        if let other = known[place].title, other != title { known[place].hasSeveralTitles = true }
        known[place].title = title
      }
    }
  }

  func beginning(_ typed: String, limit: Int) -> [String] {
    let typed = typed.lowercased()
    let bearers = Dictionary(known.compactMap(\.title).map { ($0, 1) }, uniquingKeysWith: +)
    let names = known.compactMap { known in
      let name = known.name(bearers)
      return name.lowercased().hasPrefix(typed) ? name : known.openAddress(beginning: typed)
    }
    // The first few of ten thousand: sorting all of them is what a person would wait for.
    var rest = Heap(names)
    var first: [String] = []
    while first.count < limit, let name = rest.popMin() {
      if name != first.last { first.append(name) }
    }
    return first
  }
}
