#if Web
  import Foundation
  import PondGraph

  /// What is imported, and what leaves.
  enum ListsPage {
    static let routes: [WebRoute] = [
      .get("/lists", show), .get("/lists/all/:format", everything),
      .get("/lists/network/:network", checklist), .get("/lists/:number", one),
      .get("/lists/:number/file", file), .get("/lists/:number/beside/:name", beside),
      .post("/lists/:number/forget", forget),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        let (leaving, troubles) = try pond.leavingLists(now: request.seen)
        let networks = try ExportFormat.allCases.compactMap { format in
          try format.network.map { (format, try pond.checklist(of: $0).count) }
        }
        let view = ListsView(
          lists: try pond.lists(), leaving: leaving, troubles: troubles,
          networks: networks.filter { $0.1 > 0 })
        return .page(WebPage(title: "Lists", room: .lists, main: view.html))
      }
    }

    private static func one(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        guard let list = try list(request, pond) else { return unknown }
        let format = format(of: list)
        let exported = try format.map {
          try pond.export($0, list: list.path, now: request.now)
        }
        let view = ListView(list: list, format: format, exported: exported, visit: visit)
        return .page(
          WebPage(title: ListsView.name(list), room: .lists, main: view.html))
      }
    }

    // MARK: Files

    private static let bytes = "application/octet-stream"

    private static func file(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        guard let list = try list(request, pond), let format = format(of: list) else {
          return unknown
        }
        let exported = try export(format, list, request, pond)
        guard !exported.dropsMostOfIt || request.query["yes"] == "yes" else {
          return .seeOther(
            "/lists/\(list.number)", notice: "Nothing was written. Please say yes a second time.")
        }
        return .file(exported.bytes, name: format.fileName, type: bytes)
      }
    }

    private static func beside(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        guard let list = try list(request, pond), let format = format(of: list),
          let companion = try export(format, list, request, pond).companions
            .first(where: { $0.name == request.path.last })
        else { return unknown }
        return .file(companion.bytes, name: companion.name, type: bytes)
      }
    }

    private static func export(
      _ format: Pond.ExportFormat, _ list: ImportedList, _ request: WebRequest, _ pond: Pond
    ) throws -> Pond.ExportedList {
      try pond.export(
        format, list: list.path, dropsEmptyFolders: request.query["empty"] == "yes",
        rings: request.query["rings"] == "yes", now: request.now)
    }

    private static func checklist(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      guard let format = ExportFormat(rawValue: request.path[2]), let network = format.network
      else { return unknown }
      return try visit.looking { pond in
        .file(
          try pond.checklist(of: network).html, name: "\(format.rawValue).html", type: bytes)
      }
    }

    private static func everything(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      guard let one = ListsView.everything.first(where: { $0.format.rawValue == request.path[2] })
      else { return unknown }
      return try visit.looking { pond in
        .file(
          Data(try one.format.text(of: pond, now: request.now).utf8), name: one.file, type: bytes)
      }
    }

    // MARK: Leaving one out

    private static func forget(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.deciding { pond in
        // A number may be another list's by now; the path is what the person saw.
        guard let list = try list(request, pond), list.path == request.form["path"] else {
          return unknown
        }
        let gone = try pond.forget(list: "\(list.number)")
        return .seeOther("/lists", notice: "Left out: \(ListsView.name(gone)).")
      }
    }

    // MARK: Which list

    private static func list(_ request: WebRequest, _ pond: Pond) throws -> ImportedList? {
      try pond.lists().first { "\($0.number)" == request.path[1] }
    }

    /// What a list leaves as; nil for one that is not written.
    static func format(of list: ImportedList) -> Pond.ExportFormat? {
      list.state == .counts
        ? Pond.ExportFormat.allCases.first { $0.own.contains(list.format) } : nil
    }

    private static var unknown: WebReply {
      .problem(
        ProblemPage.page(
          "No such list",
          ["There is no such list, or no longer.", "Nothing was written and nothing was changed."],
          way: "<p><a class=\"go\" href=\"/lists\">To the lists</a></p>"), status: 404)
    }
  }
#endif
