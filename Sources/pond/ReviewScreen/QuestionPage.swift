import PondGraph

/// The page behind a question, for whoever wants to look before they answer.
enum QuestionPage {
  /// Its newest post that has a page, else its own page; nil where none is known that can be opened
  /// without giving a secret away.
  static func address(_ question: Pond.Question) -> Address? {
    question.posts.lazy.compactMap(\.post.link).first(where: Hyperlink.isHarmless)
      ?? Hyperlink.page(of: question.overview.account)
  }

  /// Shows the page in the person's browser.
  /// - Returns: what is said of it.
  static func open(_ question: Pond.Question) -> String {
    guard let page = address(question) else { return "No page of it is known." }
    do {
      try Browser.open(page.written)
      return "Opened: \(Sanitize.line(page.masked))"
    } catch {
      return "No browser opened \(Sanitize.line(page.masked)). BROWSER names the one you use."
    }
  }
}
