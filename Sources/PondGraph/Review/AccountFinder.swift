/// Finds the one account that a person means.
package struct AccountFinder: Sendable {
  private let accounts: [Account]
  // Places in `accounts` by what names one for certain, so that a file of a hundred thousand answers
  // is matched in a second.
  private let places: [AccountKey: [Int]]
  private let placesByText: [String: [Int]]
  private let placesByName: [String: [Int]]

  /// Searches among these accounts.
  package init(among accounts: [Account]) {
    self.accounts = accounts
    let all = accounts.indices
    places = Dictionary(grouping: all) { accounts[$0].key }
    placesByName = Dictionary(grouping: all) { accounts[$0].key.value }
    placesByText = all.reduce(into: [:]) { places, place in
      let account = accounts[place]
      for text in Set([account.id.value, account.feed?.written].compactMap { $0 }) {
        places[text, default: []].append(place)
      }
    }
  }

  /// The account that a piece of text names: an id or the beginning of one, an address, part of
  /// an address, a title or part of one, whatever the case. An exact match outranks a partial one.
  /// - Throws: `ReviewFailure.noMatch` or `.severalMatches`; none is guessed.
  package func account(meant piece: String) throws -> Account {
    for find in [exact, titled, containing] {
      let matches = find(piece)
      if let only = matches.first, matches.count == 1 { return only }
      if matches.count > 1 {
        throw ReviewFailure.severalMatches(piece: piece, matches: matches.map(Self.line))
      }
    }
    throw ReviewFailure.noMatch(piece: piece, near: nearest(piece))
  }

  // By titles, and by as many words of them as were typed, for nobody types a whole one.
  private func nearest(_ piece: String) -> [String] {
    let titles = accounts.compactMap(\.title)
    let near = DidYouMean.nearest(piece, among: titles)
    if !near.isEmpty { return near }
    let length = max(1, piece.split(separator: " ").count)
    let parts = titles.flatMap { title in
      let words = title.split(separator: " ")
      return words.indices.dropLast(length - 1).map { first in
        (words: words[first..<(first + length)].joined(separator: " "), title: title)
      }
    }.filter { $0.words.count > 3 }
    let meant = Set(DidYouMean.nearest(piece, among: parts.map(\.words)))
    return Array(parts.filter { meant.contains($0.words) }.map(\.title).uniqued().prefix(3))
  }

  /// The account with exactly this address or id; nil for none and for several. What a file names
  /// is never guessed.
  package func account(exactly text: String) -> Account? {
    let matches = exact(text)
    return matches.count == 1 ? matches.first : nil
  }

  // A name alone may be taken on several networks; an address or an id is one account's.
  private func exact(_ text: String) -> [Account] {
    let address = Address(text)
    let keys = [AccountKey(reading: address), AccountKey(profile: address)].compactMap { $0 }
    let certain = Set(keys.flatMap { places[$0] ?? [] } + (placesByText[text] ?? []))
    if !certain.isEmpty { return certain.sorted().map { accounts[$0] } }
    let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
    return (placesByName[name] ?? []).map { accounts[$0] }
  }

  private func titled(_ piece: String) -> [Account] {
    let wanted = piece.lowercased()
    return accounts.filter { $0.title?.lowercased() == wanted }
  }

  private func containing(_ piece: String) -> [Account] {
    let wanted = piece.lowercased()
    guard !wanted.isEmpty else { return [] }
    return accounts.filter { $0.contains(lowercased: wanted) }
  }

  private static func line(_ account: Account) -> String {
    "\(account.id)  \(account.title ?? account.handle)  \(account.feed?.masked ?? account.key.shown)"
  }
}

extension Account {
  /// Whether its title, its address or its name holds a piece of text, or its id begins with it, whatever the
  /// case.
  public func holds(_ piece: String) -> Bool { contains(lowercased: piece.lowercased()) }

  fileprivate func contains(lowercased wanted: String) -> Bool {
    id.value.hasPrefix(wanted) || title?.lowercased().contains(wanted) == true
      || feed?.written.lowercased().contains(wanted) == true
      || site?.written.lowercased().contains(wanted) == true
      || !key.kind.isReadAtAddress && key.value.lowercased().contains(wanted)
  }
}
