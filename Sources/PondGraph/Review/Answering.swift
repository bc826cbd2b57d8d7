package import Foundation

/// The one place where a person's answer becomes a decision.
package enum Answering {
  /// A decision about an account whose evidence the person was shown.
  /// - Parameter overview: what was on show when they answered.
  package static func decision(
    _ answer: Answer, about overview: AccountOverview, reason: String?, at date: Date
  ) -> Decision {
    Decision(
      account: overview.account.key, answer: answer, at: date, reason: reason,
      evidenceSeen: line(of: overview.assessment.suggestion))
  }

  /// Decisions for the answers of a file, in its order; the later of two equal answers is left
  /// out.
  /// - Throws: `ReviewFailure.unknownAccount` or `.contradiction`, with the line; then nothing of
  ///   the file counts.
  package static func match(
    _ file: DecisionFile, path: String, among accounts: [Account]
  ) throws -> [(line: DecisionFile.Line, account: Account)] {
    let finder = AccountFinder(among: accounts)
    var seen: [AccountKey: DecisionFile.Line] = [:]
    var matched: [(line: DecisionFile.Line, account: Account)] = []
    for line in file.lines {
      guard let account = finder.account(exactly: line.account) else {
        throw ReviewFailure.unknownAccount(path: path, line: line.number, account: line.account)
      }
      if let earlier = seen[account.key], earlier.answer != line.answer {
        throw ReviewFailure.contradiction(
          path: path, line: line.number, earlier: earlier.number, account: line.account)
      }
      if seen.updateValue(line, forKey: account.key) == nil { matched.append((line, account)) }
    }
    return matched
  }

  /// The notes of a file with their accounts, in its order.
  /// - Throws: `ReviewFailure.unknownAccount`, with the line.
  package static func notes(
    _ file: DecisionFile, path: String, among accounts: [Account]
  ) throws -> [(account: Account, words: String)] {
    let finder = AccountFinder(among: accounts)
    return try file.notes.map { note in
      (try known(note.account, note.number, path, finder), note.words)
    }
  }

  /// The declarations of a file with their accounts, in its order.
  /// - Throws: `ReviewFailure.unknownAccount`, with the line.
  package static func declarations(
    _ file: DecisionFile, path: String, among accounts: [Account]
  ) throws -> [(account: Account, word: DeclaredWord)] {
    let finder = AccountFinder(among: accounts)
    return try file.declarations.map { declaration in
      (try known(declaration.account, declaration.number, path, finder), declaration.word)
    }
  }

  /// The joinings of a file with their accounts, in its order.
  /// - Throws: `ReviewFailure.unknownAccount`, with the line.
  package static func joinings(
    _ file: DecisionFile, path: String, among accounts: [Account]
  ) throws -> [(one: Account, other: Account)] {
    let finder = AccountFinder(among: accounts)
    return try file.joinings.map { joining in
      let pair = try joining.accounts.map { try known($0, joining.number, path, finder) }
      guard let one = pair.first, let other = pair.last, one.key != other.key else {
        throw ReviewFailure.notTwoAccounts(title: pair.first?.title ?? path)
      }
      return (one, other)
    }
  }

  static func known(
    _ text: String, _ line: Int, _ path: String, _ finder: AccountFinder
  ) throws -> Account {
    guard let account = finder.account(exactly: text) else {
      throw ReviewFailure.unknownAccount(path: path, line: line, account: text)
    }
    return account
  }

  // The case as it stood, in one line, so that the journal can say years later what was known.
  private static func line(of suggestion: Suggestion) -> String {
    let parts = [suggestion.forLeaving, suggestion.forKeeping, suggestion.howMuchWasSeen]
    return "\(suggestion.verdict.rawValue): " + parts.map(\.text).joined(separator: " / ")
  }
}
