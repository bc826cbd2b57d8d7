#if Web
  import Foundation
  import PondGraph

  /// Whom those who are kept point at, with a button to follow each.
  enum DiscoverRoutes {
    static let routes: [WebRoute] = [
      .get("/discover", show), .post("/discover/follow", follow), .post("/discover/leave", leave),
      .post("/discover/folder", folder),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let all = request.query["all"] == "1"
      return try visit.looking { pond in
        let found = try pond.discoveries(now: request.seen)
        let undo = WebUndo.waiting(at: "/discover", visit)
        let view = DiscoverView(
          found: found, limit: all ? 1_000 : 10, newcomers: try pond.folder(.new),
          folders: try pond.folders().filter { !$0.contains("/") }, visit: visit)
        return .page(WebPage(title: "Discover", room: .discover, main: undo + view.html))
      }
    }

    private static func follow(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.learning { pond in
        guard let name = request.form["name"], !name.isEmpty else { return gone }
        let made = try pond.follow(name, now: request.now)
        return try AccountRoutes.undoable(
          made.account,
          "\(DecisionText.line(.follow, made.account)). "
            + DecisionText.kindWord(.follow, made.account), pond, visit, at: "/discover")
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

    // An empty word takes the name back, so that it is called as it was at first.
    private static func folder(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let name = request.form["folder"].flatMap { name in
        name.allSatisfy(\.isWhitespace) || name.contains(where: \.isNewline) ? nil : name
      }
      return try visit.learning { pond in
        let before = try pond.chosenFolders().first { $0.folder == .new }?.name
        try pond.remember(.new, as: name)
        return WebUndo(path: "/discover/folder", fields: [("folder", before ?? "")]).offered(
          at: "/discover",
          notice: "Newcomers come into “\(Sanitize.title(try pond.folder(.new)))”.", visit)
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
