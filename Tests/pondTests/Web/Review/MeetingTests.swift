#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond

  @Suite("A meeting by chance at the end of a review, as pages")
  struct MeetingTests {
    @Test("it comes last, once, whatever was answered before it")
    func last() throws {
      let pond = try LearnTests.made("keep")
      defer { pond.remove() }
      var visitor = WebVisitor(pond)
      visitor.now = try Date("2026-09-15T08:00:00Z", strategy: .iso8601)
      var page = visitor.get("/review")
      #expect(page.words.contains("Question 1 of 3"))
      page = try visitor.follow(try visitor.press(page, "/review/answer", "thin"))
      page = try visitor.follow(try visitor.press(page, "/review/answer", "thin"))
      #expect(page.words.contains("Question 3 of 3"))
      #expect(page.words.contains("By chance: you kept it on 2026-06-01. Still glad of it?"))
      page = try visitor.follow(try visitor.press(page, "/review/answer", "keep"))
      #expect(page.heading == "This sitting" && !page.words.contains("By chance"))
      #expect(page.words.contains("Kept safe: 1 keep and 2 thin."))
    }
  }
#endif
