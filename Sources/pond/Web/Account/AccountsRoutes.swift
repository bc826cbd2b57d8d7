#if Web
  import Foundation
  import PondGraph

  /// Every account as pages of a list, and a field that finds some of them.
  enum AccountsRoutes {
    static let routes: [WebRoute] = [.get("/accounts", show)]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let wish = AccountsWish(request.query)
      return try visit.looking { pond in
        let all = try pond.overviews(now: request.seen)
        let view = AccountsView(
          all: all, wish: wish, folders: try pond.folders())
        return .page(WebPage(title: "Accounts", room: nil, main: view.html))
      }
    }
  }

  /// What a list of accounts is to show.
  struct AccountsWish {
    var piece = ""
    var order = List.Order.name
    var folder: String?
    /// The page, from 1.
    var page = 1

    init(_ fields: WebFields) {
      piece = String((fields["q"] ?? "").prefix(200)).trimmingCharacters(in: .whitespaces)
      order = fields["sort"].flatMap(List.Order.init(rawValue:)) ?? .name
      folder = fields["folder"].flatMap { $0.isEmpty ? nil : $0 }
      page = fields["page"].flatMap { Int($0) }.map { min(max(1, $0), 1_000_000) } ?? 1
    }

    /// The address of a page of the list.
    func place(_ page: Int) -> String {
      WebLink.to(
        "/accounts",
        [
          ("q", piece), ("sort", order == .name ? nil : order.rawValue), ("folder", folder),
          ("page", page == 1 ? nil : "\(page)"),
        ])
    }
  }
#endif
