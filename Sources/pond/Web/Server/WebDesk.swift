#if Web
  import Foundation
  import HTTPTypes
  import HummingbirdCore
  import NIOCore
  import PondGraph

  /// Answers what comes over the wire: who may not come in is sent away by the head alone, bodies are
  /// read within limits, and the house is asked on threads of its own, for a pond takes its time.
  struct WebDesk: Sendable {
    let house: WebHouse
    let sessions: WebSessions
    let bounds: WebGuard
    let pulse: WebPulse
    let pondPath: String
    let clock: @Sendable () throws -> Date
    /// Pages one after another; what is learned, which may take minutes, beside them.
    private let pages = DispatchQueue(label: "pages")
    private let imports = DispatchQueue(label: "imports")
    private let present = WebPresent()

    init(
      house: WebHouse, sessions: WebSessions, bounds: WebGuard, pulse: WebPulse, pondPath: String,
      clock: @escaping @Sendable () throws -> Date
    ) {
      self.house = house
      self.sessions = sessions
      self.bounds = bounds
      self.pulse = pulse
      self.pondPath = pondPath
      self.clock = clock
    }

    /// What is done with a request once its head and body were seen.
    enum Step {
      /// It is answered already.
      case answered(WebAnswer)
      /// The house answers.
      case ask(WebRequest, WebVisit, keeping: UploadFolder?)
    }

    /// Whether somebody asks who was let in.
    func isGuest(_ head: WebHead) -> Bool {
      bounds.refusal(of: head) == nil
        && bounds.cookie(of: head).flatMap { sessions.visit(cookie: $0) } != nil
    }

    /// Looks at a request, and reads its body where it may go on.
    func admit(_ head: WebHead, _ body: RequestBody) async throws -> Step {
      if let refusal = bounds.refusal(of: head) { return .answered(refusal.answer) }
      let halves = head.target.split(
        separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      let path = halves[0].split(separator: "/").map { PercentText.decoded($0) }
      let visit = bounds.cookie(of: head).flatMap { sessions.visit(cookie: $0) }
      if path.count == 2, path[0] == "open" { return .answered(open(path[1], head, visit)) }
      // They are the same for everybody, and the page that lets nobody in is dressed too.
      if let asset = WebAsset.all.first(where: { [$0.name] == path }) {
        return .answered(asset.answer)
      }
      guard let visit else { return .answered(WebGuard.Refusal.stranger.answer) }
      let query = WebFields(encoded: halves.count > 1 ? halves[1] : "")
      let now = try clock()
      guard head.method == "POST" else {
        return .ask(WebRequest(.get, path, query: query, now: now), visit, keeping: nil)
      }
      let said = try await FormBody(visit: visit, pondPath: pondPath).read(head, body)
      switch said {
      case .refused(let answer): return .answered(answer)
      case .form(let fields, let files, let folder):
        return .ask(
          WebRequest(.post, path, query: query, form: fields, files: files, now: now), visit,
          keeping: folder)
      }
    }

    /// Answers what was admitted.
    func answer(_ step: Step, at place: String) async -> WebAnswer {
      guard case .ask(let asked, let visit, let folder) = step else {
        if case .answered(let answer) = step { return answer }
        return WebGuard.Refusal.badAddress.answer
      }
      let queue = asked.files.isEmpty ? pages : imports
      let answer = await withCheckedContinuation { continuation in
        queue.async {
          // Of the state that the page will see, not of the one in which it was asked for.
          var request = asked
          request.seen = present.moment(of: pondPath, now: asked.now)
          continuation.resume(returning: house.answer(request, at: place, visit: visit))
        }
      }
      withExtendedLifetime(folder) {}
      return answer
    }

    // The address that lets a browser in leads on to one that does not say how it came in.
    private func open(_ word: String, _ head: WebHead, _ visit: WebVisit?) -> WebAnswer {
      guard head.method == "GET" else { return WebGuard.Refusal.badMethod.answer }
      if let cookie = sessions.open(word) {
        return WebAnswer(
          status: 303, headers: [("Location", "/"), bounds.cookieHeader(cookie)])
      }
      // Somebody who is in already came back to it.
      guard visit == nil else { return WebAnswer(status: 303, headers: [("Location", "/")]) }
      return WebGuard.Refusal.stranger.answer
    }
  }
#endif
