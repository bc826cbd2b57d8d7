public import Foundation

extension Pond {
  /// Keeps a word that only the person can say of an account, and says of which.
  public func declare(_ piece: String, _ word: DeclaredWord, now: Date) throws -> Account {
    let account = try account(meant: piece)
    try store.declare(word, of: account.key, at: now)
    return account
  }

  /// The person's own note about an account; nil where they wrote none.
  public func note(of account: Account) throws -> String? { try store.note(of: account.key) }

  /// Keeps the person's words about an account; blanks take them away.
  public func write(note: String, about account: Account, now: Date) throws {
    try store.setNote(note, for: account.key, at: now)
  }

  /// Takes such a word back, by its name, and says of which account.
  public func withdraw(_ name: String, of piece: String) throws -> Account {
    let account = try account(meant: piece)
    guard try store.withdraw(name, of: account.key) else {
      throw ReviewFailure.notDeclared(title: account.title ?? account.key.shown, word: name)
    }
    return account
  }

  /// Keeps the person's word that two accounts are one human being's, and says which.
  public func join(_ one: String, _ other: String, now: Date) throws -> [Account] {
    let pair = [try account(meant: one), try account(meant: other)]
    guard pair[0].key != pair[1].key else {
      throw ReviewFailure.notTwoAccounts(title: pair[0].title ?? pair[0].key.shown)
    }
    try store.join(pair[0].key, pair[1].key, at: now)
    return pair
  }

  /// Takes an account out of the person that it was joined to, and says which.
  public func part(_ piece: String) throws -> Account {
    let account = try account(meant: piece)
    guard try store.part(account.key) else {
      throw ReviewFailure.notTwoAccounts(title: account.title ?? account.key.shown)
    }
    return account
  }

  /// Accounts that may be one human being's, the strongest reasons first. None of them is joined.
  public func samePersonProposals() throws -> [SamePersonProposal] {
    SamePersonProposals(
      accounts: try store.accounts().filter(\.isFollowed), links: try store.profileLinks(),
      persons: try store.persons()
    ).all()
  }
}
