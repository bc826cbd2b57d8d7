import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Which sentences the two cases of an account hold")
struct CaseWordsTests {
  private func suggestion(
    _ kind: AccountKind = .feed, posts: Int = 3000, days: Double = 300,
    observability: Double = 0.95,
    reposts every: Int = 0, acts: (Int) -> [ActKind] = { _ in [] }
  ) -> Suggestion {
    let shown = (0..<posts).map { index in
      ObservedPost(
        at: Here.ago(days - 1 - (days - 2) * Double(index) / Double(posts)), acts: acts(index),
        observability: observability, kind: every > 0 && index % every == 0 ? .repost : .original)
    }
    return Assessor.assess(
      Evidence(
        account: AccountKey(kind: kind, value: "loud.example"),
        observed: [Span(from: Here.ago(days), to: Here.now)], posts: shown),
      prior: .fallback, now: Here.now
    ).suggestion
  }

  @Test("a share below the bar is told of a feed in figures, of a person in words alone (R2)")
  func persons() {
    let feed = suggestion(.feed).forLeaving.text
    #expect(feed.contains("the chance that this is too little is"))
    for kind in [AccountKind.fediverse, .bluesky, .x] {
      let person = suggestion(kind).forLeaving.text
      #expect(person.contains("that this only seems so is unlikely"), "\(kind)")
      #expect(!person.contains("the chance that this is too little"), "\(kind)")
    }
  }

  @Test("a stretch of a day, or of less, is told as one says it")
  func shortStretches() {
    func told(_ days: Double) -> String {
      let evidence = Here.evidence("new", days: days, [ObservedPost(at: Here.ago(days / 2))])
      return LatestStretch(Observation(evidence, now: Here.now))?.when ?? ""
    }
    #expect(told(0.2) == "in less than a day")
    #expect(told(1) == "in the last day")
    #expect(told(2) == "in the last 2 days")
    #expect(suggestion(posts: 1, days: 60).howMuchWasSeen.text.contains("there is 1 of 5 posts"))
    #expect(suggestion(posts: 2, days: 60).howMuchWasSeen.text.contains("there are 2 of 5 posts"))
  }

  @Test("where no attention could be seen, the volume is told alone")
  func volumeAlone() {
    let blind = suggestion(observability: 0).forLeaving.text
    #expect(blind.contains("It posted 10 times a day in the last") && !blind.contains("; you "))
    #expect(suggestion().forLeaving.text.contains("; you "))
    #expect(!suggestion { _ in [.read] }.forLeaving.text.contains("; you "))
  }

  @Test("what is enough at its volume is told of a feed in figures, of a person in words (R2)")
  func enough() {
    func told(_ kind: AccountKind) -> String {
      suggestion(kind) { $0 % 3 == 0 ? [.read] : [] }.forKeeping.text
    }
    #expect(told(.feed).contains("of it would have to be worth your attention, and about"))
    #expect(told(.fediverse).contains("At its volume enough of it is worth your attention."))
    #expect(!told(.fediverse).contains("%"))
  }

  @Test("what was made of the latest posts: of one in its own words, of several in figures")
  func attention() {
    func latest(_ posts: Int, _ acts: @escaping (Int) -> [ActKind]) -> String? {
      let evidence = Here.evidence(
        "few", days: 20, Here.posts(from: 19, to: 1, count: posts, acts: acts))
      return LatestStretch(Observation(evidence, now: Here.now))?.attention
    }
    #expect(
      latest(1) { _ in [.read] } == "read it" && latest(1) { _ in [] } == "have not opened it")
    #expect(latest(4) { _ in [.read] } == "read all 4")
    #expect(latest(4) { _ in [] } == "opened none of 4")
    #expect(latest(4) { $0 == 0 ? [.read] : [] } == "read 1 of 4")
  }

  @Test("a glimpse is told where nothing more was done")
  func glimpses() {
    let words = "Its posts go by before your eyes"
    #expect(suggestion(posts: 40) { $0 < 39 ? [] : [.seen] }.forKeeping.text.contains(words))
    #expect(!suggestion(posts: 40).forKeeping.text.contains(words))
    #expect(!suggestion(posts: 40) { $0 < 39 ? [.read] : [.seen] }.forKeeping.text.contains(words))
  }

  @Test("what it passes on is told from one in five on")
  func reposts() {
    let words = "Without what it passes on"
    #expect(suggestion(reposts: 4).forKeeping.text.contains(words))
    #expect(!suggestion(reposts: 6).forKeeping.text.contains(words))
    #expect(!suggestion().forKeeping.text.contains(words))
  }
}
