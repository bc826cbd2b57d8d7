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
      evidenceSeen: line(of: overview.assessment.suggestion),
      postsPerWeek: overview.assessment.postsPerWeek)
  }

  /// The decision that an account is read at another address from now on.
  /// - Parameters:
  ///   - address: where; nil takes the address to which it says that it has moved.
  ///   - moved: where it says that it has moved to; nil where it does not.
  ///   - followed: the accounts that are followed, with their keys.
  /// - Throws: `ReviewFailure` where nobody says where it is read, the address is none that a reader
  ///   asks, or is followed already.
  package static func repair(
    _ overview: AccountOverview, to address: Address?, moved: Address?,
    followed: Set<AccountKey>, reason: String?, at date: Date
  ) throws -> Decision {
    let title = overview.account.title ?? overview.account.key.shown
    guard overview.account.key.kind == .feed, overview.account.feed != nil else {
      throw ReviewFailure.noFeedToRepair(title: title)
    }
    guard let target = address ?? moved else { throw ReviewFailure.noNewAddress(title: title) }
    guard isWebAddress(target) else { throw ReviewFailure.noAddress(written: target) }
    guard target.written != overview.account.feed?.written else {
      throw ReviewFailure.sameAddress(title: title)
    }
    let key = AccountKey(reading: target)
    guard key == overview.account.key || !followed.contains(key) else {
      throw ReviewFailure.followedAlready(title: title, address: target)
    }
    return Decision(
      account: overview.account.key, answer: .repair, at: date, reason: reason,
      evidenceSeen: line(of: overview.assessment.suggestion), newAddress: target,
      postsPerWeek: overview.assessment.postsPerWeek)
  }

  /// The decision that somebody is followed.
  /// - Parameter address: where they are read, or what they are called on their network.
  package static func follow(
    _ key: AccountKey, at address: Address, reason: String?, on date: Date
  ) -> Decision {
    Decision(
      account: key, answer: .follow, at: date, reason: reason, evidenceSeen: nil,
      newAddress: address)
  }

  /// Whether a reader asks for what stands at an address: it is one of the web, or of one's own network,
  /// where a host's name may be a single word.
  package static func isWebAddress(_ address: Address) -> Bool {
    let small = address.written.lowercased()
    guard let scheme = ["https://", "http://"].first(where: small.hasPrefix) else { return false }
    let server = small.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let host = server.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return !host.isEmpty && !host.hasPrefix(".") && !host.hasPrefix(":")
      && !small.contains { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\"" }
  }

  /// The decision that an account is tried out for some days before it is asked about.
  package static func trial(
    _ overview: AccountOverview, days: Int, reason: String?, at date: Date
  ) -> Decision {
    Decision(
      account: overview.account.key, answer: .wait, at: date, reason: reason,
      evidenceSeen: line(of: overview.assessment.suggestion), trialDays: days,
      postsPerWeek: overview.assessment.postsPerWeek)
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
    for line in file.lines where line.answer != .follow {
      guard let account = finder.account(exactly: line.account) else {
        throw ReviewFailure.unknownAccount(path: path, line: line.number, account: line.account)
      }
      if line.answer.standsBeside {
        matched.append((line, account))
        continue
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

  /// The decision of a line of a file: with its own date and evidence where the file carries them.
  package static func decision(
    _ line: DecisionFile.Line, about overview: AccountOverview, at now: Date
  ) -> Decision {
    Decision(
      account: overview.account.key, answer: line.answer, at: line.at.map { min($0, now) } ?? now,
      reason: line.reason,
      evidenceSeen: line.evidence ?? self.line(of: overview.assessment.suggestion),
      newAddress: line.newAddress, trialDays: line.trialDays,
      postsPerWeek: overview.assessment.postsPerWeek)
  }

  // The case as it stood, in one line, so that the journal can say years later what was known.
  private static func line(of suggestion: Suggestion) -> String {
    let parts = [suggestion.forLeaving, suggestion.forKeeping, suggestion.howMuchWasSeen]
    return "\(suggestion.verdict.rawValue): " + parts.map(\.text).joined(separator: " / ")
  }
}
