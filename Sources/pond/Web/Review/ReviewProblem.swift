#if Web
  import PondGraph

  /// What is said where an answer could not be taken: what happened, that nothing was lost, how to go on.
  enum ReviewProblem {
    /// Another answer came meanwhile: from another tab, or from a command.
    static func answeredMeanwhile(
      _ question: Pond.Question, _ wish: ReviewWish, note: String?
    ) -> WebPage {
      let name = ReviewWords.name(question.overview.account)
      let said = question.overview.decision.map { decision in
        "\(name): you answered \(decision.answer.rawValue.replacing("-", with: " ")) meanwhile, in another "
          + "page or a command."
      }
      return page(
        "Answered meanwhile",
        [
          said ?? "\(name): the answer that this page knew of was taken back meanwhile.",
          "That answer stands as it is. What you pressed here was not kept.",
        ],
        note: note, question.note,
        ways: [
          ("Look at it again", wish.place(asking: question.overview.account.id)),
          ("Go on with the review", wish.place()),
        ])
    }

    /// No list names the account any more.
    static func vanished(_ wish: ReviewWish, note: String?) -> WebPage {
      page(
        "It is not there any more",
        [
          "None of your lists names this account any more: a newer list was brought, or one was left out.",
          "What you pressed here was not kept.",
        ], note: note, nil, ways: [("Go on with the review", wish.place())])
    }

    /// A form without an answer, or with a word that is none.
    static func noAnswer(_ wish: ReviewWish) -> WebPage {
      page(
        "That is no answer", ["The form named no answer that Pond knows. Nothing was changed."],
        note: nil, nil, ways: [("Go on with the review", wish.place())])
    }

    /// What was to be taken back is not the newest any more.
    static let notTheNewest =
      "Something else was answered meanwhile, so nothing was taken back. Undo now takes the newest."

    // Words that were written and could not be kept stay in sight, to be copied.
    private static func page(
      _ title: String, _ sentences: [String], note: String?, _ kept: String?,
      ways: [(String, String)]
    ) -> WebPage {
      let words = sentences.enumerated().map { place, sentence in
        "<p\(place == 0 ? " class=\"lede\"" : "")>\(WebLink.text(sentence))</p>"
      }
      let lost = (note ?? "").isEmpty || note == kept ? nil : note
      let own =
        lost.map {
          "<p>Your note was not kept either. Here it is, to be copied:</p>"
            + "<pre class=\"own\">\(WebForm.attribute($0))</pre>"
        } ?? ""
      let links = ways.map { "<a class=\"go\" href=\"\(WebForm.attribute($1))\">\($0)</a>" }
      return WebPage(
        title: title, room: .review,
        main: """
          <h1 data-focus tabindex="-1">\(title)</h1>
          \(words.joined(separator: "\n"))
          \(own)
          <p class="row">\(links.joined(separator: "\n"))</p>
          """)
    }
  }
#endif
