import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("The case (R3, R7)")
struct SuggestionTests {
  private func suggestion(_ archetype: Archetype) -> Suggestion {
    Assessor.assess(archetype.evidence, prior: .fallback, now: Here.now).suggestion
  }

  @Test("a firehose is told by what it posts, what was read, what it asks for")
  func firehose() {
    let found = suggestion(.firehose)
    #expect(
      found.forLeaving.sentences.first
        == "It posted 60 times a day; you read 29 of 1,795 in the last 30 days.")
    #expect(found.forLeaving.text.contains("Reading all of it would take 27 hours a week."))
    #expect(found.forKeeping.text.hasPrefix("You read 29 of 1,795 in the last 30 days"))
    #expect(found.howMuchWasSeen.text.contains("21,900 posts in 12 months."))
    #expect(found.howMuchWasSeen.text.contains(" dB; with nine chances in ten"))
  }

  @Test("a quiet blog has nothing against it, and says from which volume it would")
  func quiet() {
    let found = suggestion(.quietBlog)
    #expect(found.forLeaving.text == "Nothing that could be seen speaks for leaving it.")
    #expect(found.forKeeping.sentences.first == "You read all 4 in the last 12 months.")
    #expect(found.whatWouldChange.text.hasPrefix("If it posted "))
  }

  @Test("what would change a let-go is true: so many posts read turn it, one fewer does not")
  func readingMore() throws {
    for archetype in [Archetype.loudMutual, .firehose] {
      let readings = Readings(archetype.evidence, now: Here.now)
      let (posts, verdict) = try #require(TurningPoints(readings)?.readingMore())
      func after(reading count: Int) -> Verdict {
        var evidence = archetype.evidence
        var left = count
        for index in evidence.posts.indices.reversed()
        where left > 0 && evidence.posts[index].acts.isEmpty {
          let post = evidence.posts[index]
          evidence.posts[index] = ObservedPost(
            at: post.at, acts: [.read], observability: post.observability, form: post.form)
          left -= 1
        }
        return Ruling(Readings(evidence, now: Here.now)).verdict
      }
      #expect(after(reading: posts) == verdict)
      #expect(after(reading: posts - 1) == archetype.verdict)
      let outcome = verdict == .keep ? "it would be kept" : "there would be less of it, not none"
      #expect(
        suggestion(archetype).whatWouldChange.text.contains(
          "read \(Figures.count(posts)) more of its newest posts, \(outcome)."))
    }
  }

  @Test("what would change a volume is true: it is kept below, and not above")
  func volumes() throws {
    for archetype in [Archetype.firehose, .loudMutual] {
      let readings = Readings(archetype.evidence, now: Here.now)
      let rate = try #require(TurningPoints(readings)?.postingLess())
      let mean = try #require(readings.rate?.mean)
      #expect(rate >= readings.bar.freePosts && rate < mean)
      #expect(TurningPoints(readings)?.verdict(atRate: rate) == .keep)
      #expect(TurningPoints(readings)?.verdict(atRate: rate * 1.2) != .keep)
      #expect(TurningPoints(readings)?.postingMore() == nil, "it is not kept")
    }
    for archetype in [Archetype.essayist, .dissenter, .ambientMicroblog, .quietBlog] {
      let readings = Readings(archetype.evidence, now: Here.now)
      let (rate, verdict) = try #require(TurningPoints(readings)?.postingMore())
      let mean = try #require(readings.rate?.mean)
      #expect(rate > mean && rate > readings.bar.freePosts && verdict != .keep)
      #expect(TurningPoints(readings)?.verdict(atRate: rate) == verdict)
      #expect(TurningPoints(readings)?.verdict(atRate: rate / 1.2) == .keep)
      #expect(TurningPoints(readings)?.postingLess() == nil, "it is kept")
    }
  }

  @Test("of what could not be seen, what was tasted is told; one post is told as one")
  func tastedAlone() {
    var evidence = Here.evidence(
      "tasted", days: 300, Here.posts(from: 299, to: 1, count: 300, observability: 0) { _ in [] })
    func seen() -> String {
      Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion.howMuchWasSeen.text
    }
    let unknown =
      "No source of your attention knows any of them, so what you read of it is unknown."
    #expect(seen().contains(unknown))
    evidence.tasted = [299, 298].map {
      TastedPost(
        account: evidence.account, post: PostID("\($0)"), published: evidence.posts[$0].at,
        answer: .notForMe, at: Here.now)
    }
    #expect(seen().contains("what is known is what you tasted, 2 posts."))
    evidence.posts[0] = ObservedPost(at: evidence.posts[0].at, acts: [], observability: 0.9)
    #expect(!seen().contains("what is known is what you tasted"))
  }

  @Test("waiting says each reason, and what would end it")
  func waiting() {
    let found = suggestion(.newcomer)
    #expect(
      found.whatWouldChange.text
        == "Observing it for another 11 days: so far 10 of 21 days. "
        + "Either 4 more posts (at its pace in about 45 days), or observing it for another 6 months."
    )
    #expect(found.howMuchWasSeen.text.contains("too little to say anything"))
    let unseen = Assessor.assess(
      Evidence(account: Here.key("unseen")), prior: .fallback, now: Here.now)
    #expect(unseen.verdict == .wait)
    #expect(unseen.suggestion.howMuchWasSeen.text.contains("nothing is known of them"))
    #expect(unseen.signal == nil && unseen.postsPerWeek == nil && unseen.window == nil)
  }

  @Test("attention that no source keeps is said to be unknown, and waits")
  func unknownAttention() {
    let posts = Here.posts(from: 300, to: 1, count: 900, observability: 0) { _ in [] }
    let found = Assessor.assess(
      Here.evidence("unknown", days: 300, posts), prior: .fallback, now: Here.now)
    #expect(found.verdict == .wait && found.signal == nil && found.snr == nil)
    #expect(found.suggestion.howMuchWasSeen.text.contains("unknown"))
    #expect(found.postsPerWeek != nil)
  }

  @Test("a few days of a reader's history never condemn a year of posts")
  func scarceAttention() {
    let posts = Here.posts(from: 360, to: 1, count: 3600) { _ in [] }
    let mixed = posts.enumerated().map { index, post in
      ObservedPost(at: post.at, acts: [], observability: index > 3500 ? 0.9 : 0)
    }
    let found = Assessor.assess(
      Here.evidence("scarce", days: 365, mixed), prior: .fallback, now: Here.now)
    #expect(found.verdict == .wait)
    #expect(found.suggestion.whatWouldChange.text.contains("99 of 3,600"))
  }

  @Test("what was seen years ago never lets go in the name of what others do")
  func attentionLongAgo() {
    let posts = Here.posts(from: 1500, to: 1100, count: 900) { _ in [] }
    var evidence = Here.evidence("old", days: 1500, posts)
    evidence.observed = [Span(from: Here.ago(1500), to: Here.ago(1099))]
    let prior = Prior(share: BetaDistribution(a: 0.1, b: 29), rate: Prior.fallback.rate)
    var louder = evidence
    louder.posts += Here.posts(from: 60, to: 1, count: 900, observability: 0) { _ in [] }
    louder.observed.append(Span(from: Here.ago(61), to: Here.now))
    for seen in [evidence, louder] {
      let found = Assessor.assess(seen, prior: prior, now: Here.now)
      #expect(found.verdict == .wait || found.verdict == .keep, "\(found.verdict)")
    }
  }

  @Test("a moved account is offered its new address, secrets masked")
  func moved() {
    var evidence = Archetype.moved.evidence
    evidence.reachability = .moved(to: Address("https://ada:secret@new-home.example/feed"))
    let text = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion
      .whatWouldChange.text
    #expect(text.contains("new-home.example/feed") && !text.contains("secret"))
    #expect(text.contains("What was seen of it would say: keep."))
  }

  @Test("words that go both ways keep a loud account, and the case says so (S3)")
  func conversation() {
    var evidence = Archetype.loudMutual.evidence
    evidence.written = evidence.addressed
    let found = Assessor.assess(evidence, prior: .fallback, now: Here.now)
    #expect(found.verdict == .keep && found.rung == .conversing)
    #expect(found.suggestion.forKeeping.text.hasPrefix("You and it answered each other in"))
    #expect(found.suggestion.whatWouldChange.text.hasSuffix("the figures alone would say: let-go."))
  }

  @Test("the person's word is given as such, with what the figures would say")
  func word() {
    var evidence = Archetype.loudMutual.evidence
    evidence.decision = Decision(
      account: evidence.account, answer: .hold, at: Here.ago(900), reason: nil, evidenceSeen: nil)
    let found = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion
    #expect(found.verdict == .keep)
    #expect(found.forKeeping.text.hasPrefix("You said that it stays"))
    #expect(found.whatWouldChange.text.contains("would say: let-go"))
  }

  @Test("every part of every case holds a sentence, in kind and plain words (R3, R7)")
  func words() {
    let forbidden = [
      "unread", "roi", "invest", "yield", "efficien", "productiv", "friend", "close", "intimate",
      "trusted", "waste", "worthless", "nan", "inf", "optional", "mutual",
    ]
    for seed in 0..<300 as Range<UInt64> {
      var random = RandomEvidence(seed: seed)
      var evidence = random.account()
      if seed.isMultiple(of: 7) { evidence.reachability = .unreachable(since: Here.ago(8)) }
      evidence.sources = seed.isMultiple(of: 3) ? ["a feed file", "a reader's database"] : []
      let found = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion
      for part in [
        found.forLeaving, found.forKeeping, found.whatWouldChange, found.howMuchWasSeen,
      ] {
        #expect(!part.sentences.isEmpty)
        for sentence in part.sentences {
          #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase ?? false, "\(sentence)")
          #expect(!sentence.contains("\n"))
          #expect(!sentence.contains("  "), "\(sentence)")
          let words = sentence.lowercased().split { !$0.isLetter }
          let isForbidden = words.contains { word in forbidden.contains { word.hasPrefix($0) } }
          #expect(!isForbidden, "\(sentence)")
        }
      }
    }
  }

  @Test("a part made of blanks admits that there is nothing to say")
  func blanks() {
    #expect(
      Suggestion.Part(Suggestion.Sentence("  ")).sentences == ["There is nothing to say here."])
    #expect(Suggestion.Part([], orElse: "Nothing.").text == "Nothing.")
  }

  @Test("extreme input neither traps nor prints nonsense")
  func extremes() {
    let dates = [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan), Here.now]
    for from in dates {
      for to in dates {
        var evidence = Evidence(
          account: Here.key("extreme"), observed: [Span(from: from, to: to)],
          posts: dates.map { ObservedPost(at: $0, acts: [.read], observability: .infinity) })
        evidence.posts.append(ObservedPost(at: Here.ago(1), observability: .nan, words: .max))
        evidence.written = dates
        evidence.addressed = dates
        evidence.reachability = .unreachable(since: from)
        let found = Assessor.assess([evidence], now: Here.now)
        #expect(found.count == 1)
      }
    }
  }
}
