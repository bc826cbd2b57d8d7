#if Web
  import PondGraph
  import Synchronization

  /// Who may come in: each opening address lets one browser in, once; the browser then shows a cookie.
  ///
  /// A class, for every request asks the same one.
  final class WebSessions: Sendable {
    private struct Session {
      let cookie: String
      let visit: WebVisit
    }

    private struct State {
      var openings: [String] = []
      var sessions: [Session] = []
    }

    private static let mostOpenings = 8
    private static let mostSessions = 32

    private let pondPath: String
    private let pondMemory = PondMemory()
    private let state = Mutex(State())

    init(pondPath: String) { self.pondPath = pondPath }

    /// A new word that lets one browser in. The oldest that nobody used stop working in time.
    func newOpening() -> String {
      let word = Secret.make()
      state.withLock { state in
        state.openings.append(word)
        if state.openings.count > Self.mostOpenings { state.openings.removeFirst() }
      }
      return word
    }

    /// Uses an opening word up.
    /// - Returns: the cookie of the browser that came with it; nil where the word opens nothing.
    func open(_ word: String) -> String? {
      state.withLock { state in
        guard let index = state.openings.firstIndex(where: { Secret.isSame($0, word) }) else {
          return nil
        }
        state.openings.remove(at: index)
        let visit = WebVisit(
          formToken: Secret.make(), pondPath: pondPath, pondMemory: pondMemory)
        let session = Session(cookie: Secret.make(), visit: visit)
        state.sessions.append(session)
        if state.sessions.count > Self.mostSessions { state.sessions.removeFirst() }
        return session.cookie
      }
    }

    /// The visit of the browser that shows this cookie; nil for a stranger.
    func visit(cookie: String) -> WebVisit? {
      state.withLock { $0.sessions.first { Secret.isSame($0.cookie, cookie) }?.visit }
    }
  }
#endif
