#if Web
  import Foundation
  import PondGraph

  /// All that is known of one account, as `pond why` tells it: their words first, then both sides, then the
  /// figures, then what the person can say.
  struct AccountView {
    let accountCase: Pond.AccountCase
    let chronicle: Chronicle
    /// What was answered about it, the oldest first.
    let journal: [Pond.JournalLine]
    let visit: WebVisit

    private var overview: AccountOverview { accountCase.overview }
    private var account: Account { overview.account }
    private var assessment: Assessment { overview.assessment }
    private var text: CaseText { CaseText(accountCase: accountCase, width: 100) }

    /// What stands on the page.
    var html: String {
      """
      <h1 data-focus tabindex="-1"><bdi>\(WebLink.text(ReviewWords.name(account)))</bdi></h1>
      <p class="origin">\(WebLink.text(ReviewWords.origin(overview)))</p>
      \(page)
      <p class="lede">\(WebLink.text(text.headline))</p>
      \(declared)
      \(lately)
      <section aria-labelledby="h-sides"><h2 id="h-sides">Both sides</h2>
      <dl class="parts">\(sides)</dl></section>
      <section aria-labelledby="h-figures"><h2 id="h-figures">Figures</h2>
      <dl class="parts">\(figures)</dl>
      \(AccountMonths(chronicle: chronicle).html)</section>
      \(AccountForms(accountCase: accountCase, visit: visit).html)
      \(answers)
      """
    }

    private var page: String {
      let shown = (Hyperlink.page(of: account)).map { WebLink.out($0.masked, to: $0) }
      let others = accountCase.others.map { WebLink.account($0) }
      return [
        shown.map { "<p class=\"origin\">\($0)</p>" },
        account.tags.isEmpty
          ? nil
          : "<p>tagged \(Words.list(account.tags.map { "“<bdi>\(WebLink.text($0))</bdi>”" }))</p>",
        others.isEmpty ? nil : "<p>one person with \(Words.list(others))</p>",
        account.isFollowed ? nil : "<p>You do not follow it; another source knows it.</p>",
      ].compactMap { $0 }.joined(separator: "\n")
    }

    private var declared: String {
      guard !overview.declared.isEmpty else { return "" }
      let words = overview.declared.map { word in
        word.name + (word.weight.map { " \(Words.figure($0))" } ?? "")
      }
      return "<p>You declared it \(WebLink.text(Words.list(words))).</p>"
    }

    private var lately: String {
      guard !accountCase.recent.isEmpty else {
        return "<section><h2>Lately</h2><p>No file shows a post.</p></section>"
      }
      let posts = accountCase.recent.map { remembered in
        let post = remembered.post
        let day = post.published.map(Moment.day) ?? "(no date)"
        let acts =
          remembered.acts.isEmpty
          ? "" : " <small>you: \(remembered.acts.map(\.rawValue).joined(separator: ", "))</small>"
        let words = WebLink.out(post.title ?? post.excerpt ?? "(no title)", to: post.link)
        return "<li><span class=\"day\">\(day)</span> \(words)\(acts)</li>"
      }
      return """
        <section aria-labelledby="h-lately"><h2 id="h-lately">Lately</h2>
        <ul class="posts">\(posts.joined(separator: "\n"))</ul></section>
        """
    }

    private var sides: String {
      let suggestion = assessment.suggestion
      let leaving = suggestion.forLeaving.sentences + [text.remark].compactMap { $0 }
      return [
        ("For leaving", leaving), ("For keeping", suggestion.forKeeping.sentences),
        ("What would change this", suggestion.whatWouldChange.sentences),
        ("How much could be seen", suggestion.howMuchWasSeen.sentences),
      ].map { label, sentences in
        PartsList.row(label, sentences.map { "<dd>\(WebLink.text($0))</dd>" })
      }.joined(separator: "\n")
    }

    private var figures: String {
      let strip = RhythmStrip("The last twelve weeks", weeks: assessment.weeks.posts).html
      let words = text.figuresInWords.map { figure in
        PartsList.row(figure.name, ["<dd>\(WebLink.text(figure.value))</dd>"])
      }
      return (strip.isEmpty ? "" : "<div>\(strip)</div>") + words.joined(separator: "\n")
    }

    private var answers: String {
      guard !journal.isEmpty else { return "" }
      let lines = journal.reversed().map { "<li>\(WebLink.text(DecisionText.journal($0)))</li>" }
      return """
        <section aria-labelledby="h-answers"><h2 id="h-answers">What you answered</h2>
        <ul class="journal">\(lines.joined(separator: "\n"))</ul></section>
        """
    }
  }

  /// The last twelve months of one account as a table; a month in which nobody looked has no figure.
  struct AccountMonths {
    let chronicle: Chronicle

    /// The table, folded; empty where no month was seen.
    var html: String {
      let months = chronicle.months
      guard let most = months.compactMap(\.posts).max() else { return "" }
      return ReportTable(
        caption: "Its posts in the last twelve months",
        columns: [("month", .words), ("posts", .figure), ("", .bar)],
        rows: months.map { month in
          [
            Moment.month(month.start, in: chronicle.zone),
            month.posts.map(Words.grouped) ?? "not seen",
            month.posts.map { ReportTable.bar(Double($0) / Double(max(1, most)), "fill-stream") }
              ?? "",
          ]
        }
      ).folded("Month by month")
    }
  }
#endif
