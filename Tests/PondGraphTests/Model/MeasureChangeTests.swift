import Testing

@testable import PondGraph

@Suite("A change of the measures in words")
struct MeasureChangeTests {
  static let all: [MeasureChange] = [
    .price(0.15), .price(1), .allowance(8), .allowance(120), .ambience(0), .ambience(0.1),
    .credit(.opened, 0.5), .credit(.reshared, 0), .folder("News", .thin), .folder("A/b c", .keep),
    .folder("50% # off\n\u{7F}ä🙂", .thin),
  ]

  @Test("what is written is read back, on one line without a remark in it (E4)", arguments: all)
  func again(change: MeasureChange) {
    #expect(MeasureChange(change.words) == change)
    #expect(!change.words.contains("#") && !change.words.contains(where: \.isNewline))
  }

  @Test(
    "what is none, or outside of its bounds, is none",
    arguments: [
      "", "price", "price 0", "price 1.01", "price -1", "price nan", "price 0.1 0.2", "allowance 0",
      "allowance 121", "allowance inf", "ambience -0.1", "ambience 1.1", "credit read",
      "credit seen 1",
      "credit read 1.1", "credit praised 1", "folder let-go News", "folder thin",
      "folder wait News",
      "weight 1",
    ])
  func none(words: String) {
    #expect(MeasureChange(words) == nil)
  }
}
