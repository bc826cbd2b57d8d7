#if Web
  import PondGraph

  /// One question with its evidence, and a button for every answer: a single form, so that a note that is
  /// being written goes with whatever is pressed.
  struct QuestionView {
    let question: Pond.Question
    /// What was asked, with where the sitting began.
    let wish: ReviewWish
    /// What taking back would take; nil where there is nothing.
    let newest: Pond.NewestStep?
    let visit: WebVisit

    private var account: Account { question.overview.account }
    private var rows: QuestionRows { QuestionRows(question: question) }

    /// What stands on the page.
    var html: String {
      """
      \(head)
      \(WebForm.post(to: "/review/answer", visit: visit, hidden: hidden, attributes: form, inner))
      \(ReviewFootView(wish: wish, newest: newest, visit: visit).html)
      """
    }

    private var form: String { "class=\"question\" data-swipe=\"keep let-go\"" }

    private var hidden: [(String, String)] {
      wish.fields + [
        ("account", account.id.value), ("seen", SeenAnswer.word(question.overview.decision)),
        ("was", question.note ?? ""),
      ]
    }

    private var head: String {
      """
      <p class="place">Question \(question.place) of \(question.length)</p>
      <h1 data-focus tabindex="-1"><bdi>\(WebLink.text(ReviewWords.name(account)))</bdi></h1>
      <p class="origin">\(WebLink.text(ReviewWords.origin(question.overview)))</p>
      """
    }

    private var inner: String {
      """
      <div class="evidence" data-card>\(evidence)</div>
      \(figures)
      \(note)
      <div class="answers">
      <p class="said">\(WebLink.text(ReviewWords.suggestion(question)))</p>
      <div class="keys" role="group" aria-label="Your answer">
      \(ReviewKey.all(for: question).compactMap(button).joined(separator: "\n"))
      </div>
      </div>
      <p class="elsewhere">\(links)</p>
      """
    }

    private var evidence: String {
      let parts = rows.parts.compactMap { part -> String? in
        switch part.label {
        // It stands in its field.
        case QuestionRows.note: nil
        case QuestionRows.lately where !question.posts.isEmpty: PartsList.row(part.label, [posts])
        default: PartsList.part(part)
        }
      }
      return "<dl class=\"parts\">\(parts.joined(separator: "\n"))</dl>"
    }

    private var posts: String {
      let lines = rows.linkedPosts.map { "<li>\(WebLink.out($0.words, to: $0.page))</li>" }
      return "<dd><ul class=\"posts\">\(lines.joined())</ul></dd>"
    }

    private var figures: String {
      let figures = FigureRows(question: question, isDrawn: false).parts
      let weeks = RhythmStrip("Week by week", weeks: question.weeks).html
      return """
        <details class="figures"><summary data-key=".">The figures\(Self.kbd("."))</summary>
        <dl class="parts">\(figures.map(PartsList.part).joined())\
        \(weeks.isEmpty ? "" : "<div>\(weeks)</div>")</dl></details>
        """
    }

    private var note: String {
      """
      <div class="note"><label for="note">Your note: why do you follow?\(Self.kbd("n"))</label>
      <textarea id="note" name="note" rows="2" maxlength="4000" data-key="n">\
      \(WebForm.attribute(question.note ?? ""))</textarea>
      <button name="answer" value="note" class="small">Keep the note</button></div>
      """
    }

    private func button(_ key: ReviewKey) -> String? {
      guard let word = ReviewDeed.word(key.action) else { return nil }
      return """
        <button name="answer" value="\(word)" class="answer-\(word)" data-key="\(key.letter)" \
        aria-keyshortcuts="\(key.letter)" title="\(HTMLText.escaped(key.meaning))">\
        \(HTMLText.escaped(key.label))\(Self.kbd(key.letter))</button>
        """
    }

    private var links: String {
      let page = QuestionPage.address(question).map { page in
        WebLink.out("Open a page of it", to: page, attributes: "data-key=\"o\"") + Self.kbd("o")
      }
      let all = "<a href=\"\(CaseLinks.page(of: account))\">All that is known of it</a>"
      return ([page].compactMap { $0 } + [all]).joined(separator: " · ")
    }

    /// A key beside what it does, for whoever has keys; what is spoken leaves it out.
    static func kbd(_ key: Character) -> String {
      " <kbd aria-hidden=\"true\">\(HTMLText.escaped(String(key)))</kbd>"
    }
  }

  /// What stands under every question: taking back, stopping, what the keys do, what else could be asked.
  struct ReviewFootView {
    let wish: ReviewWish
    let newest: Pond.NewestStep?
    let visit: WebVisit

    /// The rows.
    var html: String {
      """
      <div class="row">\(undo)
      <a class="go quiet" href="\(WebForm.attribute(wish.place("/review/end")))" data-key="q">\
      Stop here\(QuestionView.kbd("q"))</a></div>
      \(Self.help)
      """
    }

    /// A button that takes the newest answer or skip back; empty where there is none.
    var undo: String {
      guard let newest else { return "" }
      let name = newest.account.map(ReviewWords.name) ?? "somebody no file names any more"
      let what = newest.answer.map { $0.rawValue.replacing("-", with: " ") } ?? "passing over"
      return WebForm.post(
        to: "/review/undo", visit: visit, hidden: wish.fields + [("step", newest.word)],
        """
        <button class="quiet" data-key="u" aria-keyshortcuts="u" \
        aria-label="Undo: \(WebForm.attribute("\(what), \(Sanitize.line(name))"))">\
        Undo\(QuestionView.kbd("u"))</button>
        """)
    }

    private static var help: String {
      let keys = ReviewKey.all.map { key in
        PartsList.row("\(key.letter) \(key.label)", ["<dd>\(HTMLText.escaped(key.meaning))</dd>"])
      }
      return """
        <details class="help"><summary data-key="?">The keys\(QuestionView.kbd("?"))</summary>
        <dl class="parts">\(keys.joined())</dl>
        <p><button type="button" class="small" data-keys-off hidden>Turn the keys off</button></p>
        </details>
        """
    }
  }
#endif
