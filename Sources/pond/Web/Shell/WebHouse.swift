#if Web
  import Foundation
  import PondGraph

  /// The whole house as a function of a request: finds who answers, and turns trouble into a page.
  struct WebHouse: Sendable {
    let routes: [WebRoute]

    init(routes: [WebRoute] = WebRoutes.all) { self.routes = routes }

    /// Answers a request.
    /// - Parameter place: the path and query as they were asked, for the notice that waits there.
    func answer(_ request: WebRequest, at place: String, visit: WebVisit) -> WebAnswer {
      if let asset = WebAsset.all.first(where: { [$0.name] == request.path }) {
        return asset.answer
      }
      do {
        return WebAnswer(try reply(request, visit), at: place, memory: visit.memory)
      } catch {
        return ProblemPage(error, pondPath: visit.pondPath).answer
      }
    }

    private func reply(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      let fitting = routes.filter { $0.fits(request.path) }
      guard !fitting.isEmpty else { return .problem(ProblemPage.nowhere, status: 404) }
      guard let route = fitting.first(where: { $0.method == request.method }) else {
        return .problem(ProblemPage.wrongWay, status: 405)
      }
      return try route.answer(request, visit)
    }
  }

  /// A file that every page uses.
  struct WebAsset: Sendable {
    let name: String
    let type: String
    let text: String

    var answer: WebAnswer {
      WebAnswer(status: 200, headers: [("Content-Type", type)], body: Data(text.utf8))
    }

    static let all = [
      WebAsset(name: "style.css", type: "text/css; charset=utf-8", text: WebStyle.text),
      WebAsset(name: "script.js", type: "text/javascript; charset=utf-8", text: WebScript.text),
      WebAsset(name: "icon.svg", type: "image/svg+xml", text: WebStyle.icon),
    ]
  }
#endif
