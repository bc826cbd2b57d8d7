import Foundation
import PondTestSupport
import Testing

@testable import PondGraph
@testable import pond

@Suite("The screen of a review, as text")
struct ReviewPageTests {
  static let sizes = [
    ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 60, rows: 20),
    ScreenSize(columns: 120, rows: 40),
  ]
  static let now = Date(timeIntervalSince1970: 1_780_300_800)

  static func text(_ page: ReviewPage, _ size: ScreenSize) -> String {
    page.lines(size).map { $0.plain.trimmingBlanksAtEnd + "\n" }.joined()
  }

  @Test("what a person sees, at three sizes", arguments: sizes)
  func snapshots(size: ScreenSize) throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let file = try Pond(at: pond.pondFile.path, for: .deciding)
    let sitting = try file.review(Pond.Asking(), now: Self.now)
    let question = try #require(try sitting.question())
    let name = "review-\(size.columns)x\(size.rows)"
    let page = ReviewPage(content: .evidence(question))
    try expectSnapshot(Self.text(page, size), named: name)
    #expect(!Self.text(page, size).contains("dB"), "figures stand behind a key (R1)")
    try expectSnapshot(
      Self.text(ReviewPage(content: .figures(question)), size), named: name + "-figures")
    try sitting.answer(.letGo, now: Self.now)
    try sitting.skip(now: Self.now)
    try expectSnapshot(
      Self.text(ReviewPage(content: .closing(try sitting.closing())), size),
      named: name + "-closing")
  }

  @Test(
    "after an answer there is one kind line, and the keys stay (R7)", arguments: Answer.allCases)
  func kindLine(answer: Answer) {
    let long = Self.question(title: String(repeating: "日本 ", count: 40))
    let said = ReviewWords.after(answer, long.overview.account)
    let page = ReviewPage(content: .evidence(long), message: said)
    let lines = page.lines(Self.sizes[0]).map(\.plain)
    #expect(lines.contains(said), "it fits 80 columns")
    #expect(lines.last?.contains("q quit") == true)
  }

  @Test("help and the note being written", arguments: sizes.prefix(1))
  func smallPages(size: ScreenSize) throws {
    try expectSnapshot(Self.text(ReviewPage(content: .help), size), named: "review-80x24-help")
    let page = ReviewPage(content: .note(Self.question(), "she answers letters, 日本"))
    #expect(Self.text(page, size).hasSuffix("> she answers letters, 日本_\n"))
    let long = ReviewPage(content: .note(Self.question(), String(repeating: "日", count: 200)))
    #expect(long.lines(size).allSatisfy { $0.width <= 80 })
    #expect(long.lines(size).last?.plain.hasSuffix("日_") == true, "its end is what is written at")
  }

  @Test("whatever strangers write: rows and columns hold, nothing acts, the keys stay (T-I07)")
  func hostile() {
    let texts =
      TrustSideBySide.TerminalTests.hostile + [
        String(repeating: "日本語", count: 60), String(repeating: "👩‍🔬🏳️‍🌈", count: 60),
        String(repeating: "e\u{301}\u{302}", count: 90), String(repeating: "word ", count: 400),
        "دفتر البيت עברית", "",
      ]
    for text in texts {
      let question = Self.question(
        title: text, posts: [text, text + text], note: text, folder: text, passed: [text])
      for size in Self.sizes + [ReviewPage.smallest] {
        for content in [ReviewPage.Content.evidence(question), .figures(question)] {
          let lines = ReviewPage(content: content, message: Sanitize.line(text)).lines(size)
          #expect(lines.count == size.rows)
          #expect(lines.allSatisfy { $0.width <= size.columns }, "\(text)")
          let plain = lines.map(\.plain).joined(separator: "\n")
          #expect(plain.unicodeScalars.allSatisfy { $0 == "\n" || Sanitize.isHarmless($0) })
          for key in ["k keep", "l let go", "q quit", "? help"] { #expect(plain.contains(key)) }
        }
      }
    }
  }

  @Test(
    "a page smaller than a question says so, and never fails",
    arguments: Rounds.some(20, of: Array(0..<60)))
  func anySize(columns: Int) {
    let question = Self.question()
    for rows in 0..<30 {
      let size = ScreenSize(columns: columns, rows: rows)
      for content in [ReviewPage.Content.evidence(question), .note(question, "words"), .help] {
        let page = ReviewPage(content: content, scroll: 7)
        let lines = page.lines(size)
        #expect(lines.count <= rows && lines.allSatisfy { $0.width <= columns })
        #expect(page.mostScroll(size) >= 0)
      }
    }
    let small = ReviewPage(content: .evidence(question)).lines(ScreenSize(columns: 38, rows: 20))
    #expect(small.map(\.plain).joined(separator: " ").contains("too small"))
  }

  @Test("a long question scrolls to its last word, and says how much there is")
  func scrolls() {
    let question = Self.question(passed: (0..<40).map { "Line number \($0)." })
    let size = ScreenSize(columns: 80, rows: 24)
    var page = ReviewPage(content: .evidence(question))
    #expect(Self.text(page, size).contains("more lines"))
    page.scroll = page.mostScroll(size)
    let last = Self.text(page, size)
    #expect(last.contains("What was seen") && !last.contains("more line"))
    #expect(last.contains("↑ "))
    page.scroll = 10_000
    #expect(Self.text(page, size) == last)
  }

  @Test("what colour and weight say, the words say too; NO_COLOR leaves no colour")
  func colourAlone() {
    let lines = ReviewPage(content: .evidence(Self.question())).lines(Self.sizes[0])
    for line in lines {
      let bare = line.escaped(colour: true).replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(bare == line.plain)
      #expect(!line.escaped(colour: false).contains(/\u{1B}\[[0-9;]*3[0-9]m/))
    }
  }

  @Test("a human being gets no figure that rates them; a source does (R2)")
  func nobodyGetsAScore() {
    func figures(_ kind: AccountKind) -> String {
      Self.text(ReviewPage(content: .figures(Self.question(kind: kind))), Self.sizes[2])
    }
    #expect(figures(.feed).contains("Signal to noise") && figures(.feed).contains("The bar"))
    for kind in [AccountKind.fediverse, .bluesky, .x, .linkedin] {
      #expect(!figures(kind).contains("Signal") && !figures(kind).contains("The bar"))
      #expect(figures(kind).contains("A human being gets none"))
    }
  }

  @Test("the small columns are on one scale for all; a week nobody saw is no empty week (I6)")
  func weeks() {
    let text = Self.text(ReviewPage(content: .figures(Self.question())), Self.sizes[0])
    #expect(text.contains("| ▁▂▇|  at most 90 posts in a week"), "\(text)")
    #expect(text.contains("▁ none") && text.contains("█ 200 or more; blank: not seen"))
  }
}

extension ReviewPageTests {
  /// An invented question.
  static func question(
    kind: AccountKind = .feed, title: String = "Harbour Notes", posts: [String] = ["A title"],
    note: String? = nil, folder: String = "Places", passed: [String] = ["You read 3 of its posts."]
  ) -> Pond.Question {
    let key = AccountKey(kind: kind, value: "harbour.example/feed")
    let account = Account(
      id: key.id, key: key, title: title, feed: Address("https://harbour.example/\(title)"),
      site: nil, folders: [[folder]], tags: [], isFollowed: true, followedAt: now, importance: nil)
    let seen = (0..<600).map {
      ObservedPost(at: now.addingTimeInterval(-Double($0) * 7_200), observability: 0.9)
    }
    let evidence = Evidence(
      account: key, observed: [Span(from: now.addingTimeInterval(-90 * 86_400), to: now)],
      posts: seen)
    return Pond.Question(
      overview: AccountOverview(
        account: account, assessment: Assessor.assess([evidence], now: now)[0], decision: nil),
      place: 3, length: 20, note: note,
      posts: posts.enumerated().map { index, title in
        RememberedPost(
          post: Post(account: key, id: PostID("\(index)"), title: title, published: now), acts: [])
      }, offTopic: posts.count - 1, passed: passed, costs: [], others: [account],
      weeks: [nil, 0, 1, 90])
  }
}
