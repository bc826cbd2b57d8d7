import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Questions about people with whom no file shows that one ever had anything to do (issue 13, 3).
@Suite("Questions about whom one never touched")
struct UntouchedTests {
  let shelf: Shelf
  let pond: Pond
  private var now: Date { Invented.now }

  private static func key(_ name: String, _ kind: AccountKind = .instagram) -> AccountKey {
    AccountKey(kind: kind, value: name)
  }

  private static func mention(_ name: String, years: Double) -> AccountMention {
    AccountMention(
      key: key(name), address: nil, title: name, site: nil, folders: [], followed: true,
      followedAt: Invented.day(-365 * years))
  }

  /// An export of six years: old and new follows, one liked, one that wrote to the person.
  init() throws {
    shelf = try Shelf()
    var export = Imported(path: "instagram.zip", format: "instagram")
    export.accounts = [
      Self.mention("old", years: 8), Self.mention("newer", years: 2),
      Self.mention("liked", years: 5),
      Self.mention("writes", years: 7), Self.mention("after", years: 0.001),
    ]
    export.acts = [
      Act(account: Self.key("liked"), post: PostID("1"), kind: .liked, at: Invented.day(-400)),
      // That something went by is nothing that the person did.
      Act(account: Self.key("newer"), post: PostID("2"), kind: .seen, at: Invented.day(-300)),
    ]
    export.addressed = [AddressedWords(account: Self.key("writes"), at: Invented.day(-30))]
    export.attention = [
      Attention(
        kind: .instagram, from: Invented.day(-6 * 365), to: Invented.day(-1), observability: 0.2)
    ]
    _ = try shelf.pond().write(export, at: Invented.now)
    pond = try Pond(at: shelf.file("pond.sqlite"), for: .deciding)
  }

  private func asked(_ asking: Pond.Asking = Pond.Asking()) throws -> [Pond.Question] {
    let sitting = try pond.review(asking, now: now)
    var questions: [Pond.Question] = []
    while let question = try sitting.question() {
      questions.append(question)
      try sitting.skip(now: now)
    }
    // What was passed over only to look is taken back, and nothing that was answered before.
    for _ in questions { _ = try sitting.undo(now: now) }
    return questions
  }

  @Test("the longest silence that the export covers comes first, who addressed the person last")
  func order() throws {
    let names = try asked().map { $0.overview.account.title ?? "" }
    #expect(names == ["old", "newer", "after", "writes"], "whom one liked is no question")
  }

  @Test("the question says what the export covers, and that nothing is suggested")
  func words() throws {
    let questions = try asked()
    #expect(
      questions.first?.passed == [
        "In the 6 years of this archive you liked, saved and commented on nothing of theirs."
      ])
    #expect(questions.last?.passed.contains("Their words were addressed to you.") == true)
    for question in questions {
      #expect(question.overview.hasNothingToSuggest)
      #expect(question.overview.assessment.verdict == .wait)
    }
    let file = try #require(try pond.questions(Pond.Asking(), now: now) { $0 })
    #expect(file.contains("#   suggestion: none, for nothing was seen"))
    #expect(file.contains("#   In the 6 years of this archive"))
  }

  @Test("an answer settles it; everyone are asked about with --everyone, in sittings")
  func everyone() throws {
    try pond.decide("old", .letGo, reason: nil, now: now)
    #expect(try asked().map(\.overview.account.title) == ["newer", "after", "writes"])
    let all = try asked(Pond.Asking(everyone: true)).map { $0.overview.account.title ?? "" }
    #expect(all == ["newer", "after", "writes", "liked"])
    let oldest = try asked(Pond.Asking(order: .oldest, limit: 2, everyone: true))
    #expect(oldest.map { $0.overview.account.title } == ["writes", "liked"])
  }

  @Test("where posts could be fetched and no export tells of attention, nobody is asked about yet")
  func fetchable() throws {
    var list = Imported(path: "following_accounts.csv", format: "mastodon-following")
    list.accounts = [
      AccountMention(
        key: Self.key("ada@social.example", .fediverse), address: nil, title: "Ada", site: nil,
        folders: [], followed: true, followedAt: nil),
      AccountMention(
        key: Self.key("in/grace", .linkedin), address: nil, title: "Grace", site: nil,
        folders: [], followed: true, followedAt: nil),
    ]
    _ = try shelf.pond().write(list, at: now)
    let questions = try asked()
    #expect(!questions.contains { $0.overview.account.title == "Ada" })
    let grace = try #require(questions.first { $0.overview.account.title == "Grace" })
    #expect(
      grace.passed == ["No file shows what passed between you, only that you follow them."])
  }
}
