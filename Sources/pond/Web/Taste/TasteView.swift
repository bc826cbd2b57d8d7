#if Web
  import PondGraph

  /// One post without its name, and a button for every answer.
  struct TasteView {
    let post: Pond.TastingPost
    /// What was asked, with where the tasting began.
    let wish: TasteWish
    /// Whose the last post was; nil where none was answered.
    let last: Pond.RevealedTaste?
    /// The number of the newest answer; nil where none stands.
    let newest: Int?
    let visit: WebVisit

    /// What stands on the page.
    var html: String {
      """
      <p class="place">\(WebLink.text(TasteWords.place(post)))</p>
      <h1>\(HTMLText.escaped(TasteWords.question))</h1>
      \(WebForm.post(
        to: "/taste/answer", visit: visit, hidden: wish.fields + [("post", post.word)],
        attributes: "class=\"question\" data-swipe=\"would-read not-for-me\"", inner))
      \(reveal)
      \(foot)
      """
    }

    private var inner: String {
      """
      <div class="taste" data-card data-focus tabindex="-1">
      \(post.account.map { "<p class=\"origin\"><bdi>\(WebLink.text($0.name))</bdi></p>" } ?? "")
      \(TasteWords.title(post).map { "<h2><bdi>\(WebLink.text($0))</bdi></h2>" } ?? "")
      \(TasteWords.beginning(post).map { "<p><bdi>\(WebLink.text($0))</bdi></p>" } ?? "")
      </div>
      <div class="answers"><div class="keys" role="group" aria-label="Your answer">
      \(TasteKey.all.compactMap(button).joined(separator: "\n"))
      </div></div>
      """
    }

    private func button(_ key: TasteKey) -> String? {
      guard case .answer(let answer) = key.action else { return nil }
      return """
        <button name="answer" value="\(answer.rawValue)" data-key="\(key.letter)" \
        aria-keyshortcuts="\(key.name == "space" ? "Space" : key.name)">\
        \(HTMLText.escaped(key.label)) <kbd aria-hidden="true">\(key.name)</kbd></button>
        """
    }

    // The words stay hidden until they are asked for, as behind the key of the terminal.
    private var reveal: String {
      """
      <details class="reveal"><summary data-key=".">Whose was it?\(QuestionView.kbd("."))</summary>
      <p>\(WebLink.text(TasteWords.reveal(last)))</p></details>
      """
    }

    private var foot: String {
      """
      <div class="row">\(TasteUndo(wish: wish, newest: newest, visit: visit).html)
      <a class="go quiet" href="\(WebForm.attribute(wish.place("/taste/end")))" data-key="q">\
      Enough\(QuestionView.kbd("q"))</a></div>
      <details class="help"><summary data-key="?">The keys\(QuestionView.kbd("?"))</summary>
      <dl class="parts">\(TasteKey.all.map {
        PartsList.row($0.name, ["<dd>\(HTMLText.escaped($0.label))</dd>"])
      }.joined())</dl>
      <p><button type="button" class="small" data-keys-off hidden>Turn the keys off</button></p>
      </details>
      """
    }
  }

  /// A button that takes the newest answer of a tasting back.
  struct TasteUndo {
    let wish: TasteWish
    let newest: Int?
    let visit: WebVisit

    /// The form; empty where no answer stands.
    var html: String {
      guard let newest else { return "" }
      return WebForm.post(
        to: "/taste/undo", visit: visit, hidden: wish.fields + [("number", "\(newest)")],
        """
        <button class="quiet" data-key="u" aria-keyshortcuts="u">Undo\(QuestionView.kbd("u"))</button>
        """)
    }
  }
#endif
