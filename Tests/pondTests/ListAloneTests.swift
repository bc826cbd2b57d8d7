import Foundation
import PondTestSupport
import Testing

/// A list and its feeds, and nothing of what is read: how much is asked for is known, what it gives is not.
@Suite("A list and its feeds alone (S11, I10)")
struct ListAloneTests {
  /// The samples' present.
  private static let present = Date(timeIntervalSince1970: 1_780_300_800)

  /// A feed of so many posts of so many words, by the hours of each before the samples' present.
  static func feed(_ name: String, hours: [Double], words: Int = 1200) -> Data {
    let format = Date.ISO8601FormatStyle()
    let text = String(repeating: "word ", count: words)
    let items = hours.enumerated().map { number, hours in
      let date = Self.present.addingTimeInterval(-hours * 3600).formatted(format)
      return """
        <entry><id>urn:\(name):\(number)</id><title>\(name) \(number)</title><updated>\(date)</updated>\
        <published>\(date)</published><link href="https://\(name).example/\(number)"/>\
        <content>\(text)</content></entry>
        """
    }
    return Data(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>\(name)</title><id>urn:\(name)</id>
      <link href="https://\(name).example/"/>
      <link rel="self" href="https://\(name).example/feed"/>
      <updated>2026-06-01T08:00:00Z</updated>
      \(items.joined(separator: "\n"))
      </feed>
      """.utf8)
  }

  /// “costly” posts two long texts a day; of “same” eight posts carry one date, which is none of theirs;
  /// of “unseen” there is the address alone.
  private func made() throws -> PondProcess {
    let pond = try PondProcess()
    let names = ["Costly", "Same", "Unseen"]
    let list = names.map {
      """
      <outline text="\($0)"><outline text="\($0)" type="rss" \
      xmlUrl="https://\($0.lowercased()).example/feed"/></outline>
      """
    }
    let opml = "<opml version=\"2.0\"><head/><body>\(list.joined(separator: "\n"))</body></opml>"
    let paths = [
      try pond.put(Data(opml.utf8), "list.opml"),
      try pond.put(Self.feed("costly", hours: (0..<90).map { 12 * Double($0) + 5 }), "costly.xml"),
      try pond.put(
        Self.feed("same", hours: Array(repeating: 68, count: 8)), "same.xml"),
    ]
    let outcome = try pond.run(["import"] + paths)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return pond
  }

  @Test("the review asks what the plan says it asks, first and without a suggestion (model §4.7)")
  func asked() throws {
    let pond = try made()
    defer { pond.remove() }
    let plan = try pond.run("plan").text
    #expect(plan.contains("pond review asks by name"))
    #expect(try pond.run().text.replacing("\n", with: " ").contains("1 question is open."))
    let review = try pond.run(["review", "--plain"], input: "k\n")
    #expect(review.text.contains("Question 1 of 1: Costly"))
    #expect(review.text.contains("Pond suggests nothing, and asks you: do you read it?"))
    #expect(review.text.contains("No question is open."))
    #expect(try pond.run("journal").text.contains("keep"))
  }

  @Test("--print asks it as a question, too")
  func printed() throws {
    let pond = try made()
    defer { pond.remove() }
    #expect(
      try pond.run("review", "--print").text.contains("suggestion: none, and a question to you"))
  }

  @Test("the week of the report is the week of the plan; who is not yet known is on no bank")
  func week() throws {
    let pond = try made()
    defer { pond.remove() }
    #expect(try pond.run("plan").text.contains("In the last seven days 14 posts came"))
    let page = try pond.run("report", "-o", "-").text
    #expect(page.contains("In the last seven days 14 posts came."))
    #expect(page.contains("not yet known, above that"))
    #expect(!page.contains("class=\"dots-bank\""))
    #expect(
      page.contains("how much it posts is unknown") && page.contains("its posts were never seen"))
  }

  @Test(
    "folders of which nobody was seen have no share, and the intro tells minutes as the plan does")
  func folders() throws {
    let pond = try made()
    defer { pond.remove() }
    let page = try pond.run("report", "-o", "-").text
    let folders = try #require(page.firstMatch(of: /(?s)<section id="folders".*?<\/section>/))
      .output
    #expect(folders.matches(of: /unknown/).count == 2)
    let minutes = try #require(
      page.firstMatch(of: /Reading all of it would take <b>([\d.]+) minutes/)
    ).output.1
    #expect(try pond.run("plan").text.contains("\(minutes) minutes a day"))
  }

  @Test("what an answer about the unseen frees is unknown: in the plan, its JSON and the closing")
  func freed() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let list = try pond.put(RegretTests.list(["Ash", "Birch"]), "trees.opml")
    try pond.run("import", list)
    let empty = try pond.run("plan", "--json").text
    #expect(empty.contains(/(?s)"lastWeek" : \{\s*"all" : null,\s*"close" : null/))
    try pond.run("decide", "Ash", "let-go")
    let plan = try pond.run("plan").text
    #expect(plan.contains("1 to let go: what that frees is unknown"))
    try pond.run("decide", "Birch", "thin")
    let json = try pond.run("plan", "--json").text
    #expect(
      json.contains(
        /(?s)"thin" : \{\s*"accounts" : 0,\s*"minutesPerDay" : null,\s*"postsPerWeek" : null,\s*"unseen" : 1/
      ))
    let closing = try pond.run(["review", "--plain", "--everyone"], input: "q\n").text
    #expect(!closing.contains("0.00"))
    #expect(try pond.run("history", "--json").text.contains("\"hours\" : null"))
  }

  @Test("the closing of a review says that what they post is unknown, wholly or in part")
  func closing() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    try pond.run("import", try pond.put(RegretTests.list(["Ash", "Birch"]), "trees.opml"))
    let all = try pond.run(["review", "--plain", "--everyone"], input: "l\nq\n").text
    #expect(all.contains("Your list goes from 2 to 1 account; how much they post is unknown."))
    let some = try made()
    defer { some.remove() }
    let part = try some.run(["review", "--plain"], input: "l\nq\n").text
      .replacing("\n", with: " ")
    #expect(part.contains("Your list goes from 3 to 2 accounts, and from about"))
    #expect(part.contains("posts a week; unknown for 2 of the 3."))
  }

  @Test(
    "where everybody was let go the list still says whom it names, and missed is a question that is open"
  )
  func everybodyGone() throws {
    var pond = try PondProcess()
    defer { pond.remove() }
    try pond.run("import", try pond.put(RegretTests.list(["Ash"]), "trees.opml"))
    try pond.run("decide", "Ash", "let-go")
    #expect(try pond.run().text.contains("You let go of everybody whom your lists name."))
    pond.environment["POND_NOW"] = "2026-07-05T08:00:00Z"
    #expect(try pond.run().text.replacing("\n", with: " ").contains("1 question is open."))
    #expect(
      try pond.run("review", "--print").errors.contains(
        "Whether you miss 1 account that you let go, pond review asks."))
    #expect(
      try pond.run(["review", "--plain"], input: "l\n").text.contains("No question is open."))
    #expect(!(try pond.run().text.contains("question is open.")))
  }

  @Test("above a thousand accounts Pond says that they are too many, and what they cost (model §6)")
  func tooMany() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    func plan(_ count: Int) throws -> String {
      let list = RegretTests.list((0..<count).map { "Tree\($0)" })
      try pond.run("import", try pond.put(list, "trees.opml"))
      return try pond.run("plan").text.replacing(/\s+/, with: " ")
    }
    let words = "more than 1,000 is more than anybody can follow"
    #expect(!(try plan(1000)).contains(words))
    #expect(try plan(1001).contains("today 1,001 accounts, what they post is unknown; \(words)"))
  }
}
