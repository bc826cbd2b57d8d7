#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond
  @testable import PondGraph

  @Suite("The plan as a page (S5, S10)")
  struct PlanRoutesTests {
    @Test(
      "what it comes to stands in the terminal's words; every disc leads to a page of an account")
    func sameWords() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let page = visitor.get("/plan")
      #expect(page.status == 200)
      let plan = try Pond(at: visitor.pond.pondFile.path, for: .looking).plan(now: visitor.now)
      for row in PlanSummary(plan: plan, width: 80).rows {
        #expect(page.words.contains("\(row.name) \(row.text)"), "\(row)")
      }
      let words = PlanText(plan: plan, width: 80, limit: 0)
      for section in plan.sections {
        guard let line = words.line(of: section) else { continue }
        let plain = line.split(separator: " ").joined(separator: " ")
        #expect(page.words.contains(plain), "\(plain)")
      }
      let discs = page.text.matches(of: /<a href="([^"]*)" tabindex="-1"><g>/).map(\.output.1)
      #expect(discs.count > 40)
      for disc in Set(discs).prefix(3) { #expect(visitor.get(String(disc)).status == 200) }
      #expect(!page.text.contains("<style") && !page.text.contains(" style="))
    }

    @Test(
      "the sliders are labelled, stand where the room is, and without the script a button draws")
    func sliders() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let page = visitor.get("/plan?size=5&minutes=20")
      #expect(page.text.contains("<label for=\"size\">") && page.text.contains("value=\"5\""))
      #expect(page.text.contains("<label for=\"minutes\">") && page.text.contains("value=\"20\""))
      #expect(page.words.contains("20 minutes a day, 5 accounts"))
      let part = visitor.get("/plan/part?size=5&minutes=20")
      #expect(part.text.hasPrefix("<dl") && page.text.contains(part.text), "one and the same words")
      for odd in [
        "size=0&minutes=-1", "size=x&minutes=nan", "size=99999999999999999999", "minutes=inf",
      ] {
        #expect(
          visitor.get("/plan?" + odd).words.contains("45 minutes a day (default), 60 accounts"))
      }
    }

    @Test("the room is remembered, and undo restores what was remembered before")
    func remember() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let page = try visitor.follow(
        visitor.press(visitor.get("/plan?size=7&minutes=33"), "/plan/room"))
      #expect(page.notice.contains("33 minutes a day (remembered), 7 accounts (remembered)"))
      #expect(try visitor.pond.run("plan").text.contains("7 accounts (remembered)"))
      let undone = try visitor.follow(visitor.press(page, "/plan/room"))
      #expect(try visitor.pond.run("plan").text.contains("60 accounts (default)"))
      #expect(undone.notice.contains("(default)"))
    }

    @Test("a close ring is stayed with, and undo takes that back to the ring before")
    func keep() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let ring = { try Pond(at: visitor.pond.pondFile.path, for: .looking).keptRing() }
      let kept = try visitor.follow(visitor.press(visitor.get("/plan?size=2"), "/plan/keep"))
      #expect(kept.notice == PlanSummary.kept)
      let first = try ring()
      #expect(first.count == 2)
      let other = try visitor.follow(visitor.press(visitor.get("/plan?size=1"), "/plan/keep"))
      #expect(try ring().count == 1)
      let back = try visitor.follow(visitor.press(other, "/plan/keep"))
      #expect(back.notice == PlanSummary.keptNoMore)
      #expect(try ring() == first)
      _ = try visitor.press(kept, "/plan/keep")
      #expect(try ring().isEmpty)
    }

    @Test("what was looked up for one room serves the next, until the pond file changes")
    func fresh() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let before = visitor.get("/plan?size=9")
      #expect(!before.words.contains("you: let-go"))
      let again = visitor.get("/plan?size=9")
      #expect(again.words == before.words)
      try visitor.pond.run("decide", "Linkdrift", "let-go")
      #expect(visitor.get("/plan?size=9").words.contains("you: let-go"))
    }

    @Test("a list alone: nothing that nobody looked at is a 0 (I10)")
    func unknown() throws {
      let visitor = try WebVisitor.learned("Samples/ada/subscriptions.opml")
      defer { visitor.pond.remove() }
      let page = visitor.get("/plan")
      #expect(page.words.contains("what they post is unknown"))
      #expect(page.words.contains("unknown unknown"), "the row of today")
      #expect(!page.words.contains(" 0 posts") && !page.words.contains(" 0 minutes"))
    }
  }
#endif
