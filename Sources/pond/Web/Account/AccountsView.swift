#if Web
  import PondGraph

  /// A page of the list of accounts, in the order and with the figures of `pond list`.
  struct AccountsView {
    private let wish: AccountsWish
    private let folders: [String]
    private let found: [AccountOverview]
    private let isEmpty: Bool

    /// The accounts of one page.
    static let most = 100

    init(all: [AccountOverview], wish: AccountsWish, folders: [String]) {
      self.wish = wish
      self.folders = folders
      isEmpty = all.isEmpty
      let fitting = wish.piece.isEmpty ? all : all.filter { $0.account.holds(wish.piece) }
      found = AccountOrder(wish.order, folder: wish.folder).applied(to: fitting)
    }

    private var pages: Int { max(1, (found.count + Self.most - 1) / Self.most) }
    private var page: Int { min(wish.page, pages) }
    private var shown: [AccountOverview] {
      Array(found.dropFirst((page - 1) * Self.most).prefix(Self.most))
    }

    /// What stands on the page.
    var html: String {
      """
      <h1>Accounts</h1>
      \(search)
      \(isEmpty ? "<p class=\"lede\">You follow nobody that Pond knows. "
        + "<a href=\"/bring\">Bring a list</a>.</p>" : list)
      """
    }

    private var search: String {
      let orders = List.Order.allCases.map { order in
        "<option\(order == wish.order ? " selected" : "")>\(order.rawValue)</option>"
      }
      return """
        <form method="get" action="/accounts" class="row search">
        <p><label for="q">A piece of a name or an address</label>
        <input id="q" name="q" type="search" maxlength="200" autocomplete="off" \
        value="\(WebForm.attribute(wish.piece))"></p>
        <p><label for="sort">In the order of</label>
        <select id="sort" name="sort">\(orders.joined())</select></p>
        \(folders.isEmpty ? "" : """
          <p><label for="in-folder">In the folder</label>
          \(FolderChoice(id: "in-folder", folders: folders, chosen: wish.folder).html)</p>
          """)
        <p><button>Show</button></p>
        </form>
        """
    }

    private var list: String {
      guard !found.isEmpty else {
        return "<p class=\"lede\">No account fits. A shorter piece of its name may.</p>"
      }
      let unknown = AccountOrder.unknown(by: wish.order, among: found)
      return """
        <p>\(Words.count(found.count, "account"))\(pages > 1 ? ", page \(page) of \(pages)" : "")\
        \(unknown.map { ". " + HTMLText.escaped($0) } ?? "")</p>
        \(table)
        \(ways)
        """
    }

    private var table: String {
      let titles = (shown.first.map(AccountTable.cells) ?? []).map(\.title)
      return ReportTable(
        caption: "Accounts by \(wish.order.rawValue); a dash is a figure that is unknown",
        columns: [("account", .words)] + titles.map { ($0, $0 == "verdict" ? .words : .figure) },
        rows: shown.map { overview in
          [WebLink.account(overview.account)]
            + AccountTable.cells(overview).map { WebLink.text($0.text) }
        }
      ).html
    }

    private var ways: String {
      guard pages > 1 else { return "" }
      let steps = [
        page > 1 ? ("Before", page - 1, "prev") : nil,
        page < pages ? ("Further", page + 1, "next") : nil,
      ].compactMap { $0 }
      let links = steps.map { words, page, rel in
        "<a class=\"go\" rel=\"\(rel)\" href=\"\(WebForm.attribute(wish.place(page)))\">\(words)</a>"
      }
      return "<nav aria-label=\"Pages\" class=\"row\">\(links.joined(separator: "\n"))</nav>"
    }
  }
#endif
