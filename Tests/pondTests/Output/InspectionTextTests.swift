import Foundation
import PondGraph
import Testing

@testable import pond

@Suite("What an input would teach, in words")
struct InspectionTextTests {
  private func lines(_ fill: (inout Imported) -> Void) -> [String] {
    var imported = Imported(path: "/a/history", format: "firefox")
    fill(&imported)
    return InspectionText(imported: imported, limit: 20).lines
  }

  @Test("a history is not told as nothing: its pages are counted, and what becomes of them")
  func pages() {
    let page = PageAct(address: Address("https://a.example/1"), kind: .opened)
    let lines = lines { $0.pageActs = [page, page] }
    #expect(
      lines.contains("  2 acts of yours with pages: import keeps those of accounts you follow"))
    #expect(!lines.joined().contains("a.example"))
  }

  @Test("a duplicate is an entry of an address that is known, wherever it stands (I1)")
  func duplicates() {
    let ada = AccountMention(
      reading: Address("https://a.example/feed"), folders: [["A"], ["B"]], followed: true)
    let other = AccountMention(reading: Address("http://a.example/feed/"), followed: true)
    func told(_ accounts: [AccountMention], repeats: Int) -> String? {
      lines { ($0.accounts, $0.repeats) = (accounts, repeats) }.first { $0.contains("duplicate") }
    }
    #expect(told([ada], repeats: 2) == "  2 duplicates of an address")
    #expect(told([ada, other], repeats: 0) == "  1 duplicate of an address")
    #expect(told([ada], repeats: 0) == nil)
  }

  @Test("a part is told as a part, whatever made it one")
  func part() {
    #expect(lines { $0.isComplete = false }[0].hasSuffix("not the whole: only what is here"))
    #expect(lines { _ in }[0].hasSuffix("complete"))
  }
}
