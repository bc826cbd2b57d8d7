#if Web
  import Foundation
  import PondGraph

  /// Where files come in, and what came of them.
  enum BringPage {
    static let routes: [WebRoute] = [
      .get("/bring", show), .post("/bring", take), .get("/bring/told", told),
    ]

    private static func show(_ request: WebRequest, _ visit: WebVisit) -> WebReply {
      let last = visit.memory.kept(BringAccount.self)
      let link = last.map { _ in
        "<p><a href=\"/bring/told\">What came of what you brought last</a></p>"
      }
      return .page(
        WebPage(
          title: "Bring", room: .bring,
          main: """
            <h1>Bring what you have</h1>
            <p class="lede">The list that your reader exports, the archive that a network gave you, your \
            reader's own database, a browser's history: as they are, zipped or not.</p>
            \(BringForm(visit: visit).html)
            \(link ?? "")
            \(formats)
            """))
    }

    private static var formats: String {
      let rows = Pond.formats.map { format in
        "<dt><code>\(WebLink.text(format.name))</code></dt><dd>\(WebLink.text(format.learns))</dd>"
      }
      return """
        <details>
        <summary>Everything that Pond reads</summary>
        <dl>
        \(rows.joined(separator: "\n"))
        </dl>
        </details>
        """
    }

    private static func take(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      guard !request.files.isEmpty else {
        return .seeOther("/bring", notice: "Nothing was chosen, so nothing was brought.")
      }
      var options = Pond.ReadingOptions(
        now: request.now, takesPartial: request.form["partial"] == "yes")
      let me = request.form["me"]?.trimmingCharacters(in: .whitespaces) ?? ""
      if !me.isEmpty { options.me = String(me.prefix(200)) }
      let account = BringAccount(BroughtThings(request.files).all) { brought in
        try visit.learning { pond in
          var reports: [Pond.ImportReport] = []
          try pond.learn(brought, options) { reports.append($0) }
          return reports
        }
      }
      visit.memory.keep(account)
      // The script goes there itself, so that what waits there is not used up on the way.
      guard request.form["by"] == "script" else {
        return .seeOther("/bring/told", notice: account.notice)
      }
      visit.memory.leave(notice: account.notice, for: "/bring/told")
      return .part("/bring/told")
    }

    private static func told(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      guard let account = visit.memory.kept(BringAccount.self) else {
        return .seeOther("/bring", notice: "Nothing was brought since this page was opened.")
      }
      return .page(WebPage(title: "What was learned", room: .bring, main: account.html))
    }
  }
#endif
