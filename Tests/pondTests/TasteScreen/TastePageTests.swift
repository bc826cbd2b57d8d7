import Foundation
import PondTestSupport
import Testing

@testable import PondGraph
@testable import pond

@Suite("The screen of a tasting, as text")
struct TastePageTests {
  private static let sizes = [
    ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 40, rows: 12),
  ]

  private static func post(
    title: String? = "The lock at Vell Bar is open again, and what the tugs say about it",
    beginning: String? = String(
      repeating: "It rained for nine days and then it did not. ", count: 12),
    length: Int? = nil, account: Account? = nil
  ) -> Pond.TastingPost {
    Pond.TastingPost(
      word: "0123456789abcdef",
      place: 12, length: length, title: title, beginning: beginning, account: account)
  }

  @Test("what a person sees, at two sizes: question, words, what was done, keys", arguments: sizes)
  func page(size: ScreenSize) {
    let page = TastePage(post: Self.post(), message: TasteWords.after(.wouldRead))
    let lines = page.lines(size).map(\.plain)
    #expect(lines.first == "Would you read this?   12")
    #expect(lines[2].hasPrefix("The lock at Vell Bar is open again"))
    #expect(lines.contains { $0.hasPrefix("It rained for nine days") })
    #expect(lines.contains("You would read it. . tells whose it was."))
    let keys = lines.suffix(size.columns == 80 ? 2 : 3).joined(separator: " ")
    for key in TasteKey.all { #expect(keys.contains("\(key.name) \(key.label)")) }
    let counted = TastePage(post: Self.post(length: 20)).lines(size)
    #expect(counted.first?.plain == "Would you read this?   12 of 20")
  }

  @Test(
    "whatever the words, no line is wider than the screen, and the keys are there",
    arguments: [nil, "", "Word", String(repeating: "日本語", count: 90), "\u{1B}[31mred\u{202E}"])
  func anyTitle(title: String?) {
    for size in Self.sizes + [TastePage.smallest, ScreenSize(columns: 200, rows: 60)] {
      let page = TastePage(post: Self.post(title: title), message: "Taken back. Here it is again.")
      let lines = page.lines(size)
      #expect(lines.count == size.rows)
      #expect(lines.allSatisfy { $0.width <= size.columns })
      #expect(lines.contains { $0.plain.contains("enough") })
      #expect(!lines.contains { $0.plain.contains("\u{1B}") || $0.plain.contains("\u{202E}") })
    }
    let tiny = TastePage(post: Self.post()).lines(ScreenSize(columns: 20, rows: 5))
    #expect(tiny.count == 5 && tiny.allSatisfy { $0.width <= 20 })
  }

  @Test("every key is told apart, and s or a blank line is cannot say on a plain stream")
  func keys() {
    #expect(TasteKey.action(.scalar(" ")) == .answer(.cannotSay))
    #expect(TasteKey.action(.scalar("y")) == .answer(.wouldRead))
    #expect(TasteKey.action(.enter) == nil)
    #expect(TasteKey.action(typed: "s") == .answer(.cannotSay))
    #expect(TasteKey.action(typed: " ") == .answer(.cannotSay))
    #expect(TasteKey.action(typed: "") == nil)
    #expect(TasteKey.action(typed: "Not for me") == .answer(.notForMe))
    #expect(TasteKey.action(typed: "ENOUGH") == .quit)
    #expect(Set(TasteKey.all.map(\.letter)).count == TasteKey.all.count)
  }
}
