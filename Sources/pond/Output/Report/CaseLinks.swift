import PondGraph

/// Where the case of an account stands: on the same page, for some of them, or on a page of its own.
enum CaseLinks {
  /// On the same page, of these.
  case here(Set<AccountKey>)
  /// On a page of its own, of everybody.
  case pages

  /// Where the case stands, escaped; nil where it stands nowhere.
  func address(_ entry: ReportEntry) -> String? {
    switch self {
    case .here(let cases):
      cases.contains(entry.key) ? "#" + HTMLText.escaped(entry.anchor) : nil
    case .pages: Self.page(of: entry.overview.account)
    }
  }

  /// The page of an account, by its id: an address of a page lands in a browser's history, where no
  /// secret of a feed's address belongs.
  static func page(of account: Account) -> String {
    "/account/" + account.id.value.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// Whether the page brings the style of the pictures along, or has it already.
  var isAlone: Bool {
    if case .here = self { return true }
    return false
  }

  /// Where those are to be found for whom there is no room in a table.
  var everybody: String {
    isAlone ? "<code>pond plan --limit 0</code>" : "<a href=\"/accounts\">all accounts</a>"
  }
}
