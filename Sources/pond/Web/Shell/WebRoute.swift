#if Web
  /// One address and what answers there.
  struct WebRoute: Sendable {
    let method: WebRequest.Method
    /// The path; a part that begins with a colon stands for anything: `/account/:key`.
    let path: String
    let answer: @Sendable (WebRequest, WebVisit) throws -> WebReply

    /// What shows something and changes nothing.
    static func get(
      _ path: String, _ answer: @escaping @Sendable (WebRequest, WebVisit) throws -> WebReply
    ) -> WebRoute { WebRoute(method: .get, path: path, answer: answer) }

    /// What changes something.
    static func post(
      _ path: String, _ answer: @escaping @Sendable (WebRequest, WebVisit) throws -> WebReply
    ) -> WebRoute { WebRoute(method: .post, path: path, answer: answer) }

    /// Whether it answers at these parts of a path.
    func fits(_ parts: [String]) -> Bool {
      let own = path.split(separator: "/")
      return own.count == parts.count
        && zip(own, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
  }

  /// Every address of the house, room by room, in the order of the navigation.
  enum WebRoutes {
    static let all: [WebRoute] =
      HomePage.routes + BringPage.routes + TasteRoutes.routes + ReviewRoutes.routes
      + PlanRoutes.routes + DiscoverRoutes.routes + AccountsRoutes.routes + AccountRoutes.routes
      + ListsPage.routes + JournalPage.routes + HistoryPage.routes
  }
#endif
