#if Web
  import PondGraph

  /// What a sitting came to, as the terminal closes it.
  struct ReviewClosing {
    let sitting: Pond.Sitting
    let wish: ReviewWish
    let newest: Pond.NewestStep?
    let visit: WebVisit

    /// The page.
    /// - Parameters:
    ///   - isNew: whether nothing was asked yet, so that there is nothing to close.
    ///   - undo: the form that takes the last change back, as HTML.
    func page(isNew: Bool, undo: String) throws -> WebPage {
      let foot = ReviewFootView(wish: wish, newest: newest, visit: visit).undo
      return WebPage(
        title: "Review", room: .review,
        main: undo + (isNew ? Self.nothing(wish) : try closing())
          + "<div class=\"row\">\(foot)</div>")
    }

    private static func nothing(_ wish: ReviewWish) -> String {
      var all = wish
      all.everyone = true
      all.start = nil
      let further =
        wish.everyone
        ? ""
        : """
        <p><a class="go" href="\(WebForm.attribute(all.place()))">Go through all whom you follow</a></p>
        """
      return """
        <h1 data-focus tabindex="-1">Review</h1>
        <p class="lede">\(HTMLText.escaped(ReviewWords.nothing))</p>
        \(further)
        """
    }

    private func closing() throws -> String {
      let closing = try sitting.closing()
      let text = ClosingText(closing: closing, width: 200, namesCommands: false)
      let words = text.paragraphs.map { "<p>\(WebLink.text($0))</p>" }
      return """
        <h1 data-focus tabindex="-1">This sitting</h1>
        \(words.joined(separator: "\n"))
        \(leaving(closing))
        \(further(closing))
        """
    }

    // The commands of the terminal are the page of the lists here.
    private func leaving(_ closing: Pond.Closing) -> String {
      guard !LeavingText(closing.leaving).lines.isEmpty else { return "" }
      return """
        <p><a class="go" href="/lists">Take the lists without those who leave</a></p>
        """
    }

    private func further(_ closing: Pond.Closing) -> String {
      guard closing.left > 0 else { return "" }
      var anew = wish
      anew.start = nil
      return """
        <p><a class="go" href="\(WebForm.attribute(anew.place()))">Go on with the review</a></p>
        """
    }
  }
#endif
