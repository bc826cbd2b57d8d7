#if Web
  import PondGraph

  /// Where the pond stands.
  enum HomePage {
    static let routes: [WebRoute] = [.get("/", show)]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      .page(WebPage(title: "Home", room: .home, main: "<h1>Your pond</h1>"))
    }
  }
#endif
