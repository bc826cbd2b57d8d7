#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond
  @testable import PondGraph

  @Suite("The tasting as pages (R4)")
  struct TasteRoutesTests {
    private func made() throws -> WebVisitor {
      try WebVisitor.learned("Samples/ada/subscriptions.opml", "Samples/ada/feeds")
    }

    private func post(_ visitor: WebVisitor, _ page: Answered) throws -> String {
      try page.form("/taste/answer").fields.first { $0.name == "post" }?.value ?? ""
    }

    @Test("the same posts as in the terminal, blind; each answer stands before the next post")
    func blind() throws {
      let visitor = try made()
      defer { visitor.pond.remove() }
      let plain = try visitor.pond.run("taste", "--plain", input: "q\n").lines
      let title = try #require(plain.first { $0.hasPrefix("Title: ") }).dropFirst(7)
      let page = visitor.get("/taste")
      #expect(page.status == 200 && page.words.contains(TasteWords.question))
      #expect(page.words.contains(title))
      for key in TasteKey.all {
        guard case .answer(let answer) = key.action else { continue }
        #expect(page.text.contains("name=\"answer\" value=\"\(answer.rawValue)\""))
        #expect(page.text.contains("data-key=\"\(key.letter)\""))
      }
      #expect(page.words.contains("Answer first; then . tells whose it was."))
      let next = try visitor.follow(try visitor.press(page, "/taste/answer", "would-read"))
      #expect(next.notice == TasteWords.said(.wouldRead))
      #expect(try post(visitor, next) != post(visitor, page))
      #expect(next.text.contains("<details class=\"reveal\">"))
      #expect(next.words.contains("You would read it."), "whose it was stands behind a summary")
      let shown = try visitor.pond.run("taste", "--plain", input: "q\n").text
      #expect(next.words.contains(try #require(shown.firstMatch(of: /Title: (.*)/)).output.1))
    }

    @Test("undo brings the post back, exactly; an undo that is not the newest changes nothing")
    func undo() throws {
      let visitor = try made()
      defer { visitor.pond.remove() }
      let digest = { try Pond(at: visitor.pond.pondFile.path, for: .looking).digest() }
      let (before, first) = (try digest(), visitor.get("/taste"))
      let second = try visitor.follow(try visitor.press(first, "/taste/answer", "not-for-me"))
      let third = try visitor.follow(try visitor.press(second, "/taste/answer", "gladly"))
      let told = try visitor.follow(try visitor.press(second, "/taste/undo"))
      #expect(told.notice == ReviewProblem.notTheNewest)
      let back = try visitor.follow(try visitor.press(third, "/taste/undo"))
      #expect(back.notice == "Taken back. Here it is again.")
      #expect(try post(visitor, back) == post(visitor, second))
      let start = try visitor.follow(try visitor.press(back, "/taste/undo"))
      #expect(try post(visitor, start) == post(visitor, first))
      #expect(try !visitor.pond.run("export", "decisions").text.contains("taste "))
      #expect(before.isEmpty == false)
    }

    @Test("two tabs with one post: the second is told, and nothing is overwritten")
    func twoTabs() throws {
      let visitor = try made()
      defer { visitor.pond.remove() }
      let (one, other) = (visitor.get("/taste"), visitor.get("/taste"))
      _ = try visitor.follow(try visitor.press(one, "/taste/answer", "gladly"))
      let told = try visitor.press(other, "/taste/answer", "not-for-me")
      #expect(told.status == 409 && told.heading == "Answered meanwhile")
      #expect(visitor.post("/taste/answer", [("answer", "odd")]).status == 400)
      let closing = visitor.get("/taste/end")
      #expect(closing.words.contains("1 answer stands"))
    }

    @Test("a tasting of so many posts ends with what it came to, its own answers counted")
    func closing() throws {
      let visitor = try made()
      defer { visitor.pond.remove() }
      var later = visitor
      var page = visitor.get("/taste?posts=3")
      #expect(page.words.contains("1 of 3"))
      for answer in ["would-read", "not-for-me", "cannot-say"] {
        // Each a minute after the other, as clocks go.
        later.now = later.now.addingTimeInterval(60)
        page = try later.follow(try later.press(page, "/taste/answer", answer))
      }
      #expect(page.heading == "This tasting")
      #expect(
        page.words.contains(
          "You tasted 3 posts: 1 you would read, 1 not for you and 1 you could not say."))
    }

    @Test("nothing to taste: the terminal's sentence")
    func nothing() throws {
      let visitor = try WebVisitor.learned("Samples/ada/subscriptions.opml")
      defer { visitor.pond.remove() }
      #expect(visitor.get("/taste").words.contains("There is nothing to taste"))
    }
  }
#endif
