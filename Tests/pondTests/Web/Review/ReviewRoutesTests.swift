#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond
  @testable import PondGraph

  @Suite("The review as pages (R1, R3, R4, R6)")
  struct ReviewRoutesTests {
    /// The lines of a command as one text.
    private func words(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func digest(_ visitor: WebVisitor) throws -> String {
      try Pond(at: visitor.pond.pondFile.path, for: .looking).digest()
    }

    @Test("the first question holds the sentences of the terminal's, evidence before figures (R1)")
    func sameSentences() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let page = visitor.get("/review")
      #expect(page.status == 200)
      let sitting = try Pond(at: visitor.pond.pondFile.path, for: .looking)
        .review(Pond.Asking(limit: 20, meeting: .ofTheDay), now: visitor.now)
      let question = try #require(try sitting.question())
      #expect(page.heading == "Korsund Harbour Wire")
      let parts = QuestionRows(question: question).parts.filter { $0.label != QuestionRows.note }
      for line in parts.flatMap({ [$0.label] + $0.lines }) {
        #expect(page.words.contains(words(line)), "\(line)")
      }
      for line in FigureRows(question: question, isDrawn: false).parts.flatMap(\.lines) {
        #expect(page.words.contains(words(line)), "\(line)")
      }
      #expect(page.words.contains(ReviewWords.suggestion(question)))
      #expect(page.words.contains("Question 1 of 16"))
      let (evidence, figures) = (
        try #require(page.text.range(of: "For leaving")),
        try #require(page.text.range(of: "<details class=\"figures\">"))
      )
      #expect(evidence.lowerBound < figures.lowerBound)
      let plain = try visitor.pond.run(["review", "--plain"], input: "q\n").text
      #expect(words(plain).contains("Question 1 of 16: Korsund Harbour Wire"))
    }

    @Test("every answer of the terminal has its button, and its key, and repair where there is one")
    func everyAnswer() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      var page = visitor.get("/review")
      var repairs = 0
      for _ in 0..<16 {
        let isRepair = page.text.contains("value=\"repair\"")
        repairs += isRepair ? 1 : 0
        for key in ReviewKey.all {
          guard let word = ReviewDeed.word(key.action) else { continue }
          let isThere = page.text.contains(
            "name=\"answer\" value=\"\(word)\" class=\"answer-\(word)\" data-key=\"\(key.letter)\"")
          #expect(isThere == (key.action != .repair || isRepair), "\(key.label)")
        }
        for key in ["n", ".", "?", "q"] { #expect(page.text.contains("data-key=\"\(key)\"")) }
        page = try visitor.follow(try visitor.press(page, "/review/answer", "skip"))
      }
      #expect(repairs > 0, "some question offers a repair")
      #expect(page.heading == "This sitting" && page.words.contains("16 passed over"))
    }

    @Test("an answer is durable before the next question; undo restores exactly (E3, R4)")
    func answerAndUndo() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let before = try visitor.pond.run("export", "opml").output
      let first = visitor.get("/review")
      let second = try visitor.follow(try visitor.press(first, "/review/answer", "let-go"))
      #expect(second.notice == "Korsund Harbour Wire: let go. Thank you for the company.")
      #expect(second.heading != first.heading && second.words.contains("Question 2 of 16"))
      #expect(try visitor.pond.run("journal").text.contains("let-go"))
      #expect(try visitor.pond.run("export", "opml").output != before)
      let back = try visitor.follow(try visitor.press(second, "/review/undo"))
      #expect(back.notice == "Taken back: let go, Korsund Harbour Wire.")
      #expect(back.heading == first.heading && back.words.contains("Question 1 of 16"))
      #expect(try visitor.pond.run("export", "opml").output == before)
      #expect(visitor.get("/review").notice.isEmpty, "told once")
    }

    @Test("the whole sitting: every answer, the limit, the closing as the terminal's")
    func wholeSitting() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      var page = visitor.get("/review?limit=4")
      for answer in ["keep", "thin", "wait"] {
        page = try visitor.follow(try visitor.press(page, "/review/answer", answer))
      }
      #expect(page.words.contains("Question 4 of 4"))
      page = try visitor.follow(try visitor.press(page, "/review/answer", "hold"))
      #expect(page.heading == "This sitting")
      #expect(page.words.contains("Kept safe: 1 keep, 1 thin, 1 wait and 1 hold."))
      #expect(page.words.contains("questions are open."))
      let again = try visitor.follow(try visitor.press(page, "/review/undo"))
      #expect(again.words.contains("Question 4 of 4"), "taking back opens the sitting again")
      #expect(!visitor.get("/review").words.contains("Kept safe"))
    }

    @Test("a note goes with whatever is pressed, and alone with its own button")
    func note() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let first = visitor.get("/review")
      let same = try visitor.follow(
        try visitor.press(first, "/review/answer", "note", typing: ["note": "For the\r\nferries"]))
      #expect(same.heading == first.heading && same.notice == "Your note is kept.")
      #expect(same.text.contains(">For the ferries</textarea>"))
      let next = try visitor.follow(
        try visitor.press(same, "/review/answer", "keep", typing: ["note": "For the fog"]))
      #expect(next.notice.hasSuffix("Your note is kept."))
      #expect(try visitor.pond.run("why", "Korsund Harbour Wire").text.contains("For the fog"))
      let stays = try visitor.follow(try visitor.press(next, "/review/answer", "note"))
      #expect(stays.notice == "Your note is as it was.")
    }

    @Test("two tabs: the second is told, nothing is overwritten, a note is not lost (R4)")
    func twoTabs() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let (one, other) = (visitor.get("/review"), visitor.get("/review"))
      _ = try visitor.follow(try visitor.press(one, "/review/answer", "keep"))
      let after = try digest(visitor)
      let told = try visitor.press(
        other, "/review/answer", "let-go", typing: ["note": "<b>never again</b>"])
      #expect(told.status == 409 && told.heading == "Answered meanwhile")
      #expect(told.words.contains("Korsund Harbour Wire: you answered keep meanwhile"))
      #expect(told.words.contains("What you pressed here was not kept."))
      #expect(told.text.contains("&lt;b&gt;never again&lt;/b&gt;"), "the note can be copied")
      #expect(try digest(visitor) == after)
      #expect(!(try visitor.pond.run("journal").text.contains("let-go")))
      // The same answer twice, as a double click says it, is one answer.
      let twice = try visitor.press(other, "/review/answer", "keep")
      #expect(try twice.status == 303 && digest(visitor) == after)
      // What was answered by a command is seen as well.
      let third = visitor.get("/review")
      try visitor.pond.run("decide", third.heading, "hold")
      #expect(try visitor.press(third, "/review/answer", "thin").status == 409)
    }

    @Test("an undo that is not the newest any more takes nothing back, and says so")
    func staleUndo() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let first = try visitor.follow(
        try visitor.press(visitor.get("/review"), "/review/answer", "keep"))
      _ = try visitor.follow(try visitor.press(first, "/review/answer", "thin"))
      let before = try digest(visitor)
      let told = try visitor.follow(try visitor.press(first, "/review/undo"))
      #expect(try told.notice == ReviewProblem.notTheNewest && digest(visitor) == before)
    }

    @Test("an account that vanished meanwhile: a page with a sentence, and nothing is kept")
    func vanished() throws {
      let visitor = try WebVisitor.learned("Samples/ada/subscriptions.opml", "Samples/ada/feeds")
      defer { visitor.pond.remove() }
      let page = visitor.get("/review?everyone=1")
      #expect(page.status == 200 && !page.heading.isEmpty)
      let form = try page.form("/review/answer", holding: "keep")
      let fields = form.fields.map { ($0.name, $0.name == "account" ? "0000000000" : $0.value) }
      let before = try digest(visitor)
      let told = visitor.post("/review/answer", fields + [("answer", "keep")])
      #expect(told.status == 404 && told.words.contains("None of your lists names this account"))
      let odd = visitor.post("/review/answer", form.fields.map { ($0.name, $0.value) })
      #expect(odd.status == 400 && odd.heading == "That is no answer")
      #expect(try digest(visitor) == before)
    }

    @Test(
      "the back button and a reload: an old page asks on, and a sitting of yesterday begins anew")
    func backAndReload() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let second = try visitor.press(visitor.get("/review"), "/review/answer", "keep")
      let place = try #require(second.location)
      let (once, twice) = (visitor.get(place), visitor.get(place))
      #expect(once.heading == twice.heading && twice.words.contains("Question 2 of 16"))
      #expect(visitor.get("/review?from=rubbish").words.contains("Question 1 of 15"))
      var later = visitor
      later.now = visitor.now.addingTimeInterval(86_400)
      #expect(later.get(place).words.contains("Question 1 of"))
      #expect(visitor.get("/review?folder=nowhere").status == 400)
    }

    @Test("whom one let go is asked about after a month: missed? keep brings them back (R6)")
    func missed() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let list = try pond.put(RegretTests.list(["Ash", "Birch", "Cedar"]), "trees.opml")
      try pond.run("import", list)
      try pond.run("decide", "Birch", "let-go")
      var visitor = WebVisitor(pond)
      visitor.now = visitor.now.addingTimeInterval(31 * 86_400)
      let page = visitor.get("/review")
      #expect(page.heading == "Birch" && page.words.contains("Missed? k brings it back"))
      #expect(page.words.contains("Since then"))
      let back = try visitor.follow(try visitor.press(page, "/review/answer", "keep"))
      #expect(back.notice.contains("Welcome back."))
      #expect(try pond.run("export", "opml", "--yes").text.contains("birch"))
      let undone = try visitor.follow(try visitor.press(back, "/review/undo"))
      #expect(undone.heading == "Birch" && undone.words.contains("Missed?"))
    }

    @Test("nothing doubtful: the terminal's sentence, and a way to everybody")
    func nothing() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let list = try pond.put(RegretTests.list(["Ash"]), "trees.opml")
      try pond.run("import", list)
      let visitor = WebVisitor(pond)
      let page = visitor.get("/review")
      #expect(page.words.contains(ReviewWords.nothing))
      #expect(page.text.contains("/review?everyone=1"))
      let ash = visitor.get("/review?everyone=1")
      #expect(ash.heading == "Ash" && ash.words.contains("No file shows a post."))
      #expect(!ash.words.contains("0 posts") && ash.words.contains("nothing to say"), "I10")
    }
  }
#endif
