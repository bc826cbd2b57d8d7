#if Web
  import PondGraph

  /// What a person can say of one account: an answer, a note, a word, that two are one.
  struct AccountForms {
    let accountCase: Pond.AccountCase
    let visit: WebVisit

    private var overview: AccountOverview { accountCase.overview }
    private var account: Account { overview.account }
    private var place: String { CaseLinks.page(of: account) }

    /// The forms.
    var html: String {
      """
      <section aria-labelledby="h-say" class="say"><h2 id="h-say">What you say</h2>
      \(account.isFollowed ? decide + repair : follow)
      \(note)
      \(declare)
      \(join)
      </section>
      """
    }

    private var follow: String {
      WebForm.button("Follow it", to: "\(place)/follow", visit: visit)
    }

    private var decide: String {
      let buttons = ReviewKey.all.compactMap { key -> String? in
        guard case .answer(let answer) = key.action else { return nil }
        return """
          <button name="answer" value="\(answer.rawValue)" class="answer-\(answer.rawValue)" \
          title="\(HTMLText.escaped(key.meaning))">\(HTMLText.escaped(key.label))</button>
          """
      }
      return WebForm.post(
        to: "\(place)/decide", visit: visit,
        hidden: [("seen", SeenAnswer.word(overview.decision))],
        """
        <div class="keys" role="group" aria-label="Your answer">\(buttons.joined(separator: "\n"))</div>
        <p><label for="reason">Why, in your own words (kept in the journal)</label>
        <input id="reason" name="reason" maxlength="2000" autocomplete="off"></p>
        """)
    }

    private var repair: String {
      guard account.key.kind == .feed else { return "" }
      return Self.folded(
        "It is read at another address",
        WebForm.post(
          to: "\(place)/repair", visit: visit,
          """
          <p><label for="address">The new address; empty takes the one to which it says it moved</label>
          <input id="address" name="address" type="url" maxlength="2000" autocomplete="off"></p>
          <p><button>Repair</button></p>
          """))
    }

    private var note: String {
      WebForm.post(
        to: "\(place)/note", visit: visit,
        """
        <p><label for="note">Your note: why do you follow?</label>
        <textarea id="note" name="note" rows="2" maxlength="4000">\
        \(WebForm.attribute(accountCase.note ?? ""))</textarea></p>
        <p><button class="small">Keep the note</button></p>
        """)
    }

    private var declare: String {
      let rows = Self.words.map { word, meaning in
        let said = overview.declared.first { $0.name == word }
        let form = said == nil ? declaring(word, meaning) : withdrawing(word, said?.weight)
        return "<li>\(form)</li>"
      }
      return Self.folded(
        "What only you can say of it",
        "<ul class=\"plain\">\(rows.joined(separator: "\n"))</ul>")
    }

    private func declaring(_ word: String, _ meaning: String) -> String {
      let weight =
        word == "importance"
        ? """
        <label for="weight">how much</label>
        <input id="weight" name="weight" type="number" step="any" required>
        """ : ""
      return WebForm.post(
        to: "\(place)/declare", visit: visit, hidden: [("word", word)], attributes: "class=\"row\"",
        "<button class=\"small\">\(word)</button> \(weight) <span>\(meaning)</span>")
    }

    private func withdrawing(_ word: String, _ weight: Double?) -> String {
      let much = weight.map { " \(Words.figure($0))" } ?? ""
      return WebForm.post(
        to: "\(place)/withdraw", visit: visit, hidden: [("word", word)],
        attributes: "class=\"row\"",
        "<button class=\"small\">Take \(word) back</button> <span>You said \(word)\(much).</span>")
    }

    private static let words = DeclaredWord.names.map {
      ($0, DeclaredMeaning.of($0).replacing("WEIGHT", with: "so"))
    }

    private var join: String {
      let parting =
        accountCase.others.isEmpty
        ? ""
        : WebForm.button("It is on its own again", to: "\(place)/part", visit: visit, kind: "small")
      return Self.folded(
        "It is the same person as another account",
        WebForm.post(
          to: "\(place)/join", visit: visit,
          """
          <p><label for="other">The other account: a piece of its address or title, or its id</label>
          <input id="other" name="other" maxlength="500" autocomplete="off" required></p>
          <p><button>Join them</button></p>
          """) + parting)
    }

    private static func folded(_ summary: String, _ html: String) -> String {
      "<details><summary>\(summary)</summary>\n\(html)\n</details>"
    }
  }
#endif
