#if Web
  import Foundation
  import PondGraph

  /// Where the pond stands, what comes next, what is new.
  enum HomePage {
    static let routes: [WebRoute] = [.get("/", show)]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      guard visit.isTherePond else { return .page(welcome(visit)) }
      return try visit.looking { pond in
        let standing = try pond.standing(now: request.seen)
        let news = try pond.news(since: try pond.newsStart(now: request.seen), now: request.seen)
        let view = HomeView(standing: standing, news: news, visit: visit)
        return .page(WebPage(title: "Home", room: .home, main: view.html))
      }
    }

    private static func welcome(_ visit: WebVisit) -> WebPage {
      WebPage(
        title: "Welcome", room: .home,
        main: """
          <h1>Welcome to your pond</h1>
          <p class="lede">There is no pond yet. It begins with whom you follow, and grows with what you \
          read. In the end you take home a list that is small enough to enjoy.</p>
          \(BringForm(visit: visit).html)
          """)
    }
  }

  /// Home, made of where the pond stands.
  struct HomeView {
    let standing: Pond.Standing
    let news: Bulletin
    let visit: WebVisit

    var html: String {
      """
      <h1>Your pond</h1>
      <p class="lede">\(WebLink.text(StandingText(standing: standing).state ?? ""))</p>
      \(lack)
      \(everybody)
      <section aria-labelledby="next">
      <h2 id="next">What comes next</h2>
      \(steps)
      \(leaving)
      </section>
      <section aria-labelledby="news">
      <h2 id="news">News</h2>
      \(newsPart)
      </section>
      """
    }

    private var lack: String {
      StandingText(standing: standing).lack.map { "<p>\(WebLink.text($0))</p>" } ?? ""
    }

    private var everybody: String {
      guard standing.totals.accounts > 0 else { return "" }
      return "<p><a class=\"go\" href=\"/accounts\">All accounts</a></p>"
    }

    // MARK: Next

    private var steps: String {
      let ways = NextSteps(standing).steps.map(Way.init)
      let items = ways.enumerated().map { place, way in
        "<li>\(way.html(isFirst: place == 0))</li>"
      }
      return "<ul class=\"ways\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private var leaving: String {
      guard standing.leaving.accounts > 0 else { return "" }
      let count = Words.count(standing.leaving.accounts, "account")
      return """
        <p>\(count) that you let go still \(standing.leaving.accounts == 1 ? "stands" : "stand") in a \
        list of yours. <a href="/lists">Take the list home without \
        \(standing.leaving.accounts == 1 ? "it" : "them")</a>.</p>
        """
    }

    /// A step as a page has it: a room where there is one, a command where the terminal is needed.
    private struct Way {
      let step: NextSteps.Step

      init(_ step: NextSteps.Step) { self.step = step }

      func html(isFirst: Bool) -> String {
        let words = WebLink.text(step.words)
        guard let room else {
          return "<span><code>\(WebLink.text(step.command))</code> in the terminal</span> "
            + "<span class=\"what\">\(words)</span>"
        }
        return "<a class=\"go\(isFirst ? " first" : "")\" href=\"\(room.path)\">\(room.title)</a> "
          + "<span class=\"what\">\(words)</span>"
      }

      // The second word of the command names the room.
      private var room: WebRoom? {
        switch step.command.split(separator: " ").dropFirst().first {
        case "import": .bring
        case "taste": .taste
        case "review": .review
        case "plan": .plan
        default: nil
        }
      }
    }

    // MARK: News

    private var newsPart: String {
      let text = NewsText(bulletin: news)
      guard let rows = text.rows else { return "<p>\(WebLink.text(text.nothing))</p>" }
      return """
        <p>\(WebLink.text(String(text.heading.dropLast())))</p>
        <dl class="news">
        \(rows.map(row).joined(separator: "\n"))
        </dl>
        """
    }

    private static let mostNames = 6

    private func row(_ row: NewsText.Row) -> String {
      let names = row.accounts.prefix(Self.mostNames).map(WebLink.account)
      let more = row.accounts.count - names.count
      let rest = more > 0 ? " and \(Words.grouped(more)) more" : ""
      return "<div><dt>\(WebLink.text(row.word))</dt><dd>\(names.joined(separator: ", "))\(rest)"
        + "\(WebLink.text(row.rest))</dd></div>"
    }
  }
#endif
