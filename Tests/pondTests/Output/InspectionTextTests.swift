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

  @Test("a part is told as a part, whatever made it one")
  func part() {
    #expect(lines { $0.isComplete = false }[0].hasSuffix("not the whole: only what is here"))
    #expect(lines { _ in }[0].hasSuffix("complete"))
  }
}
