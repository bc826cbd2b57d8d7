import Foundation
import Testing

@testable import PondGraph

/// What is kept where sources say different things of one post: each rule at both of its sides.
@Suite("What sources know of one post, together (I9)")
struct PostKnowledgeTests {
  private func known(
    title: String? = nil, published: Double? = nil, kind: PostKind = .original,
    form: PostForm = .article, words: Int? = nil
  ) -> PostKnowledge {
    let post = Post(
      account: Invented.key("ada"), id: PostID("1"), title: title,
      published: published.map(Date.init(timeIntervalSince1970:)), kind: kind, form: form,
      words: words)
    return PostKnowledge(post, PostClaims(post, source: "s"))
  }

  private func both(_ one: PostKnowledge, _ other: PostKnowledge) -> PostKnowledge {
    let both = one.joined(with: other)
    #expect(both == other.joined(with: one))
    return both
  }

  @Test("the earliest date, the larger number of words; what one source alone knows stays")
  func numbers() {
    #expect(both(known(published: 1e9), known(published: 1e9 + 1)).published == 1_000_000_000_000)
    #expect(both(known(published: 1e9), known()).published == 1_000_000_000_000)
    #expect(both(known(published: 1e9), known(published: 0)).published == 1_000_000_000_000)
    #expect(known(published: -9_962_870_400).published == nil)
    #expect(both(known(words: 300), known(words: 299)).words == 300)
    #expect(both(known(words: 0), known()).words == 0)
    #expect(both(known(), known()).words == nil && both(known(), known()).published == nil)
  }

  @Test("the longer text; of two as long the one whose bytes come later")
  func texts() {
    #expect(both(known(title: "ab"), known(title: "abc")).title?.text == "abc")
    #expect(both(known(title: "zz"), known(title: "abc")).title?.text == "abc")
    #expect(both(known(title: "abc"), known(title: "abd")).title?.text == "abd")
    #expect(both(known(title: "é"), known(title: "ab")).title?.text == "é", "two bytes each")
    #expect(both(known(title: "ab"), known()).title?.text == "ab")
  }

  @Test("the more telling kind: a repost before a reply before an original (I7)")
  func kinds() {
    #expect(both(known(kind: .original), known(kind: .reply)).kind == .reply)
    #expect(both(known(kind: .reply), known(kind: .repost)).kind == .repost)
    #expect(both(known(kind: .original), known(kind: .repost)).kind == .repost)
  }

  @Test("the more telling form: an episode before a video before a note before an article")
  func forms() {
    #expect(both(known(form: .article), known(form: .note)).form == .note)
    #expect(both(known(form: .note), known(form: .video)).form == .video)
    #expect(both(known(form: .video), known(form: .episode)).form == .episode)
  }

  @Test("moments of a batch: at least five, and half of all or to a second", arguments: [0, 1_000])
  func batches(second: Int64) {
    func moments(_ same: Int, among others: Int) -> Set<Int64> {
      let batch = [Int64](repeating: 3_600_000 + second, count: same)
      return DateBatches((batch + (1...others).map { 10_000_000 + Int64($0) }).sorted()).moments
    }
    #expect(moments(4, among: 1).isEmpty)
    #expect(!moments(5, among: 5).isEmpty)
    // A date without a time of day is no batch unless half of all have it.
    #expect(moments(5, among: 6).isEmpty == (second == 0))
  }
}
