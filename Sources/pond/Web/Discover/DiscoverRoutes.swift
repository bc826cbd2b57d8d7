#if Web
  import Foundation
  import PondGraph

  /// Whom those who are kept point at, with a button to follow each.
  enum DiscoverRoutes {
    static let routes: [WebRoute] = [
      .get("/discover", show), .post("/discover/follow", follow), .post("/discover/leave", leave),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let all = request.query["all"] == "1"
      return try visit.looking { pond in
        let found = try pond.discoveries(now: request.now)
        let undo = WebUndo.waiting(at: "/discover", visit)
        let view = DiscoverView(
          found: found, limit: all ? 1_000 : 10, newcomers: try pond.folder(.new), visit: visit)
        return .page(WebPage(title: "Discover", room: .discover, main: undo + view.html))
      }
    }

    private static func follow(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.learning { pond in
        guard let name = request.form["name"], !name.isEmpty else { return gone }
        let made = try pond.follow(name, now: request.now)
        return try AccountRoutes.undoable(
          made.account,
          "\(DecisionText.line(.follow, made.account)). \(DecisionText.kindWord(.follow))", pond,
          visit, at: "/discover")
      }
    }

    private static func leave(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.deciding { pond in
        guard let name = request.form["name"], !name.isEmpty else { return gone }
        let made = try pond.decide(name, .letGo, reason: nil, now: request.now)
        return try AccountRoutes.undoable(
          made.account, "\(ReviewWords.name(made.account)) is shown here no more.", pond, visit,
          at: "/discover")
      }
    }

    private static var gone: WebReply {
      .problem(
        ProblemPage.page(
          "Nobody was named", ["The form named nobody. Nothing was changed."],
          way: "<p><a class=\"go\" href=\"/discover\">Back to Discover</a></p>"), status: 400)
    }
  }
#endif
