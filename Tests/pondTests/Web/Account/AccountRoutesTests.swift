#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond
  @testable import PondGraph

  @Suite("One account as a page (R1, R2, R3)")
  struct AccountRoutesTests {
    private func place(_ visitor: WebVisitor, _ piece: String) throws -> String {
      CaseLinks.page(
        of: try Pond(at: visitor.pond.pondFile.path, for: .looking).account(meant: piece))
    }

    private func digest(_ visitor: WebVisitor) throws -> String {
      try Pond(at: visitor.pond.pondFile.path, for: .looking).digest()
    }

    @Test("what pond why tells stands on it: sentence, both sides, posts, figures, months")
    func sameSentences() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let page = visitor.get(try place(visitor, "Korsund Harbour Wire"))
      let accountCase = try Pond(at: visitor.pond.pondFile.path, for: .looking)
        .why("Korsund Harbour Wire", now: visitor.now)
      let suggestion = accountCase.overview.assessment.suggestion
      let parts = [
        suggestion.forLeaving, suggestion.forKeeping, suggestion.whatWouldChange,
        suggestion.howMuchWasSeen,
      ]
      for sentence in parts.flatMap(\.sentences) { #expect(page.words.contains(sentence)) }
      let text = CaseText(accountCase: accountCase, width: 80)
      #expect(page.words.contains(text.headline))
      for figure in text.figuresInWords {
        #expect(
          page.words.contains("\(figure.name) \(figure.value)".trimmingCharacters(in: .whitespaces))
        )
      }
      #expect(page.text.contains("class=\"strip\"") && page.words.contains("Month by month"))
      #expect(page.words.contains("2025-07 not seen"), "I10")
      for remembered in accountCase.recent {
        #expect(page.words.contains(remembered.post.title ?? ""))
      }
    }

    @Test("an answer with its reason, and undo restores exactly; two tabs: the second is told")
    func decide() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let path = try place(visitor, "Linkdrift")
      let (page, other) = (visitor.get(path), visitor.get(path))
      let list = try visitor.pond.run("export", "opml").output
      let after = try visitor.follow(
        visitor.press(page, "\(path)/decide", "let-go", typing: ["reason": "too loud"]))
      #expect(after.notice.contains("Thank you for the company."))
      #expect(after.words.contains("You decided let-go on 2026-06-01: too loud"))
      #expect(after.words.contains("What you answered"))
      let told = try visitor.press(other, "\(path)/decide", "keep", typing: ["reason": "dear"])
      #expect(told.status == 409 && told.words.contains("What you wrote: dear"))
      let back = try visitor.follow(visitor.press(after, "\(path)/undo"))
      #expect(back.notice == "Taken back: let go, Linkdrift.")
      #expect(try visitor.pond.run("export", "opml").output == list)
    }

    @Test("note, declared words and joining, each taken back by the button beside its notice")
    func words() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let path = try place(visitor, "Linkdrift")
      let before = try digest(visitor)
      var page = try visitor.follow(
        visitor.press(visitor.get(path), "\(path)/note", typing: ["note": "for the links"]))
      #expect(
        page.notice == "Your note is kept." && page.text.contains(">for the links</textarea>"))
      page = try visitor.follow(visitor.press(page, "\(path)/note"))
      #expect(try page.notice == "Your note is gone." && digest(visitor) == before)
      page = try visitor.follow(
        visitor.post("\(path)/declare", [("word", "importance"), ("weight", "3")]))
      #expect(page.words.contains("You declared it importance 3"))
      page = try visitor.follow(visitor.press(page, "\(path)/withdraw"))
      #expect(try !page.words.contains("You declared it") && digest(visitor) == before)
      #expect(visitor.post("\(path)/declare", [("word", "friend")]).status == 400)
      page = try visitor.follow(
        visitor.press(page, "\(path)/join", typing: ["other": "Low Tide Radio"]))
      #expect(page.words.contains("one person with Low Tide Radio"))
      page = try visitor.follow(visitor.press(page, "\(path)/part"))
      #expect(try page.heading == "Linkdrift" && digest(visitor) == before)
      let odd = try visitor.press(page, "\(path)/join", typing: ["other": "nobody at all"])
      #expect(odd.status == 400 && odd.words.contains("no account matches"))
    }

    @Test("a repair at another address, and an address that is none")
    func repair() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let path = try place(visitor, "Linkdrift")
      let page = try visitor.follow(
        visitor.post("\(path)/repair", [("address", "https://moved.example/feed")]))
      #expect(page.notice.contains("https://moved.example/feed"))
      #expect(try visitor.pond.run("export", "opml").text.contains("https://moved.example/feed"))
      #expect(visitor.post("\(path)/repair", [("address", "javascript:alert(1)")]).status == 400)
    }

    @Test("an account that is gone is a page with a sentence, for looking and for answering")
    func gone() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      for path in ["/account/0123456789", "/account/..%2F..", "/account/Korsund", "/account/%00"] {
        let page = visitor.get(path)
        #expect(page.status == 404 && page.words.contains("No account has this address"), "\(path)")
        #expect(
          visitor.post("\(path)/decide", [("answer", "keep"), ("seen", "none")]).status == 404)
        #expect(visitor.post("\(path)/note", [("note", "x")]).status == 404)
      }
    }

    @Test("of a human being no figure that rates stands on the page (R2)")
    func nobodysScore() throws {
      let visitor = try WebVisitor.learned("Samples/mastodon")
      defer { visitor.pond.remove() }
      let person = try #require(
        try Pond(at: visitor.pond.pondFile.path, for: .looking).overviews(now: visitor.now)
          .first { $0.account.key.kind == .fediverse })
      let page = visitor.get(CaseLinks.page(of: person.account))
      #expect(page.status == 200 && page.words.contains("so far"))
      #expect(!page.words.contains("signal to noise") && !page.words.contains(" dB"))
    }
  }

  @Suite("The list of accounts as pages")
  struct AccountsRoutesTests {
    @Test(
      "pages of a hundred, in every order, found by a piece of a name; a page too far is the last")
    func pages() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let names = (1...230).map { "Tree\($0)" }
      try pond.run("import", try pond.put(RegretTests.list(names), "trees.opml"))
      let visitor = WebVisitor(pond)
      let first = visitor.get("/accounts")
      #expect(first.words.contains("230 accounts, page 1 of 3"))
      #expect(first.text.matches(of: /href="\/account\//).count == 100)
      #expect(first.text.contains("href=\"/accounts?page=2\" ") == false)
      #expect(first.text.contains("href=\"/accounts?page=2\">Further"))
      let last = visitor.get("/accounts?page=99&sort=volume")
      #expect(last.words.contains("page 3 of 3") && last.words.contains("The volume is unknown"))
      #expect(last.text.matches(of: /href="\/account\//).count == 30)
      let found = visitor.get("/accounts?q=TREE23")
      #expect(found.words.contains("2 accounts") && found.words.contains("Tree230"))
      #expect(visitor.get("/accounts?q=%3Cscript%3E").text.contains("value=\"&lt;script&gt;\""))
      #expect(visitor.get("/accounts?q=nobody").words.contains("No account fits."))
      #expect(first.words.contains("–") && !first.words.contains(" 0.0 "), "I10")
    }
  }
#endif
