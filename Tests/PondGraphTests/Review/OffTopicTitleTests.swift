import Testing

@testable import PondGraph

@Suite("The title off the subject (R1)")
struct OffTopicTitleTests {
  private func titles(alike: Int, others: Int) -> [String] {
    let words = ["alder", "birch", "cedar", "hazel", "larch", "maple", "rowan", "willow"]
    let own = ["violin lesson", "harbour fog", "copper kettle", "winter train"]
    return words.prefix(alike).map { "garden \($0)" } + own.prefix(others)
  }

  private func place(alike: Int, others: Int) -> Int? {
    OffTopicTitle.place(among: titles(alike: alike, others: others))
  }

  @Test("it is told where three in four share a subject, and not where fewer do")
  func subject() {
    #expect(place(alike: 6, others: 2) == 6)
    #expect(place(alike: 5, others: 2) == nil)
    #expect(place(alike: 8, others: 0) == nil)
  }

  @Test("six titles make a subject, five do not; a single word is off no subject")
  func fewest() {
    #expect(place(alike: 5, others: 1) == 5)
    #expect(place(alike: 4, others: 1) == nil)
    #expect(OffTopicTitle.place(among: titles(alike: 6, others: 0) + ["violin"]) == nil)
  }
}
