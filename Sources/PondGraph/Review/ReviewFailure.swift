/// Why an answer could not be taken. Nothing of a file is applied when one of its lines fails.
package enum ReviewFailure: Failure, Hashable {
  /// A word in a decision file is no verdict.
  case unknownVerdict(path: String, line: Int, word: String)
  /// A line of a decision file holds no answer of a tasting.
  case oddTaste(path: String, line: Int)
  /// A line of a decision file holds no measure, or one outside of its bounds.
  case oddMeasure(path: String, line: Int)
  /// A line of a decision file names no account.
  case lineWithoutAccount(path: String, line: Int, word: String)
  /// A line of a decision file names an account that the pond does not know.
  case unknownAccount(path: String, line: Int, account: String)
  /// Two lines of a decision file answer differently about one account.
  case contradiction(path: String, line: Int, earlier: Int, account: String)
  /// A piece of text names no account.
  case noMatch(piece: String, near: [String] = [])
  /// A piece of text fits several accounts; none is guessed.
  case severalMatches(piece: String, matches: [String])
  /// There is nothing left to take back.
  case nothingToUndo
  /// A word was to be taken back that does not stand.
  case notDeclared(title: String, word: String)
  /// Nobody says where an account is to be read.
  case noNewAddress(title: String)
  /// What was named is no address that a reader asks.
  case noAddress(written: Address)
  /// It is read there already.
  case sameAddress(title: String)
  /// The new address is that of somebody who is followed already.
  case followedAlready(title: String, address: Address)
  /// Whoever was to be followed is followed.
  case followsAlready(title: String)
  /// Whoever was to be tried out is not followed.
  case notFollowed(title: String)
  /// The account is no feed, so that there is no address in a list to mend.
  case noFeedToRepair(title: String)
  /// A date in a decision file is none.
  case noDate(path: String, line: Int, word: String)
  /// An account was to be joined with itself, or parted from nobody.
  case notTwoAccounts(title: String)

  package var kind: FailureKind {
    switch self {
    case .noMatch, .severalMatches, .nothingToUndo, .notTwoAccounts, .notDeclared, .noNewAddress,
      .noAddress, .sameAddress, .followedAlready, .followsAlready, .notFollowed, .noFeedToRepair:
      .usage
    default: .data
    }
  }

  package var sentence: String {
    switch self {
    case .unknownVerdict(let path, let line, let word):
      "\(path), line \(line): '\(word)' is no verdict"
    case .oddTaste(let path, let line):
      "\(path), line \(line): a tasting has an answer, two moments and a post behind the dash"
    case .oddMeasure(let path, let line):
      "\(path), line \(line): that is no measure that Pond weighs by"
    case .lineWithoutAccount(let path, let line, let word):
      "\(path), line \(line): '\(word)' stands alone, without an address"
    case .unknownAccount(let path, let line, let account):
      "\(path), line \(line): no account has the address or id \(Address(account).masked)"
    case .contradiction(let path, let line, let earlier, let account):
      "\(path), line \(line): \(Address(account).masked) has another answer in line \(earlier)"
    case .noMatch(let piece, _): "no account matches '\(Address(piece).masked)'"
    case .severalMatches(let piece, let matches):
      "'\(Address(piece).masked)' fits \(matches.count) accounts:"
    case .nothingToUndo: "there is no decision to take back"
    case .notDeclared(let title, let word): "you did not declare \(Self.short(title)) \(word)"
    case .noNewAddress(let title): "nothing says where \(Self.short(title)) is read now"
    case .noAddress(let written): "'\(written.masked)' is no address of the web"
    case .sameAddress(let title): "\(Self.short(title)) is read there already"
    case .followedAlready(let title, let address):
      "\(Self.short(title)) cannot be read at \(address.masked): you follow that already"
    case .notFollowed(let title): "you do not follow \(Self.short(title))"
    case .followsAlready(let title): "you follow \(Self.short(title)) already"
    case .noFeedToRepair(let title):
      "\(Self.short(title)) is no feed, so no list has an address of it to mend"
    case .noDate(let path, let line, let word):
      "\(path), line \(line): '\(word)' is no date such as 2026-06-01T08:00:00Z"
    case .notTwoAccounts(let title): "\(Self.short(title)) is joined with no other account by that"
    }
  }

  package var lines: [String] {
    switch self {
    case .severalMatches(_, let matches):
      matches.prefix(8).map { "  " + Self.short($0, 200) }
        + (matches.count > 8 ? ["  and \(matches.count - 8) more"] : [])
    case .noMatch(_, let near) where !near.isEmpty:
      ["Did you mean \(near.joined(separator: ", or "))?"]
    default: []
    }
  }

  // A title may be as long as its author pleased; it is told apart by its beginning.
  private static func short(_ title: String, _ most: Int = 60) -> String {
    title.count > most ? title.prefix(most - 1) + "…" : title
  }

  package var state: String? {
    switch self {
    case .unknownVerdict, .oddTaste, .lineWithoutAccount, .unknownAccount, .contradiction, .noDate:
      "Nothing of the file was applied."
    default: "Nothing was changed."
    }
  }

  package var advice: String? {
    switch self {
    case .unknownVerdict:
      "A line begins with \(Answer.allCases.map(\.rawValue).joined(separator: ", ")), note, declare, join, taste, learn, when or skip."
    case .oddTaste:
      "A line reads: taste https://example.org/feed # title — would-read 2026-05-01T08:00:00Z 2026-06-01T08:00:00Z POST"
    case .oddMeasure: "A line reads: learn price 0.15; or learn credit opened 0.5."
    case .lineWithoutAccount: "A line reads: let-go https://example.org/feed # title — reason"
    case .unknownAccount: "pond list shows the addresses and ids that Pond knows."
    case .contradiction: "Keep one of the two lines."
    case .noMatch: "pond list shows every account; part of an address or title is enough."
    case .severalMatches: "Give more of the address or title, or the id that stands before it."
    case .nothingToUndo: "pond journal shows what was decided."
    case .notDeclared: "pond why ACCOUNT shows what you declared."
    case .noNewAddress: "Say where: pond decide ACCOUNT repair --to ADDRESS"
    case .noAddress:
      "It begins with https:// or http:// and a host, and has no blanks, quotes or angle brackets in it."
    case .sameAddress: "Name another address, or leave it as it is."
    case .followedAlready:
      "Let one of the two go instead: pond decide ACCOUNT let-go. Both have what it posts."
    case .notFollowed: "pond follow ADDRESS adds it, on trial for three weeks."
    case .followsAlready: "pond why ACCOUNT shows what is known of it."
    case .noFeedToRepair: "On a network, follow the new account and let the old one go."
    case .noDate: "pond export decisions writes such lines; leave the line out for today's date."
    case .notTwoAccounts: "Name two different accounts: pond join ONE OTHER"
    }
  }
}
