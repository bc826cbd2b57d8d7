public import Foundation

/// What to do by hand on a network that takes no list back: the accounts that leave, cut into small
/// days, each with the page on which it is done.
///
/// Networks stop people who leave many accounts in an hour, and some undo it; so a day is short.
/// The page needs nothing but itself: no script, no picture, no font, and it says so to the browser.
public struct Checklist: Sendable {
  /// The network.
  public let network: AccountKind
  /// The accounts that leave, day by day.
  public let days: [[Account]]
  /// Those who stay and of whom less is wanted.
  public let quieter: [Account]

  /// How many a day are few enough for every network that is known.
  public static let usual = 10

  /// Cuts the accounts of one network into days; those of other kinds are not in it.
  /// - Parameters:
  ///   - quieter: those who stay and of whom less is wanted.
  ///   - perDay: how many to a day, at least 1.
  public init(
    network: AccountKind, accounts: [Account], quieter: [Account] = [],
    perDay: Int = Checklist.usual
  ) {
    self.network = network
    self.quieter = quieter.filter { $0.key.kind == network }
    let own = accounts.filter { $0.key.kind == network }
    let size = max(1, perDay)
    days = stride(from: 0, to: own.count, by: size).map {
      Array(own[$0..<min($0 + size, own.count)])
    }
  }

  /// How many accounts are in it.
  public var count: Int { days.reduce(0) { $0 + $1.count } }

  /// The page, for a browser.
  public var html: Data { Data(ChecklistPage(self).text.utf8) }

  /// The same as plain text, for a printer or an editor.
  public var text: Data { Data(ChecklistText(self).text.utf8) }
}

/// One line of a checklist: a name, and where it is done.
struct ChecklistLine {
  /// What the account is called.
  let name: String
  /// Its name on the network, where it says more than the name.
  let handle: String?
  /// The page that opens it; nil where there is none that is safe to open.
  let link: String?

  init(_ account: Account) {
    let handle = Self.handle(account.key)
    name = account.title.flatMap { $0.isEmpty ? nil : $0 } ?? handle
    let isTold = name == handle || name.contains("(@") || name.lowercased() == handle.lowercased()
    self.handle = isTold ? nil : handle
    let pages = [account.key.profile, account.site].compactMap { $0?.written }
    link = pages.lazy.compactMap(HTMLText.link).first
  }

  private static func handle(_ key: AccountKey) -> String {
    switch key.kind {
    case .instagram, .threads, .github: "@" + key.value
    default: key.shown
    }
  }
}
