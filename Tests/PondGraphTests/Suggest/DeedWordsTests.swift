import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("What was done where no post is known (E-8)")
struct DeedWordsTests {
  private func words(_ tallies: [ActTally], _ kind: AccountKind = .feed) -> [String] {
    DeedWords.sentences(tallies, of: kind, now: Here.now)
  }

  @Test("in words that fit the source, with the last time where it is known")
  func sentences() {
    #expect(
      words([ActTally(kind: .opened, count: 40, last: Here.ago(0.3))])
        == ["You opened 40 of its pages, last today."])
    #expect(
      words([ActTally(kind: .watched, count: 423)], .youtube) == ["You watched 423 of its videos."])
    #expect(
      words([ActTally(kind: .liked, count: 24)], .fediverse) == ["You liked 24 of its posts."])
    #expect(
      words([ActTally(kind: .opened, count: 1, last: Here.ago(1.5))])
        == ["You opened one of its pages, yesterday."])
    #expect(
      words([ActTally(kind: .wrote, count: 2, last: Here.ago(5))], .x)
        == ["You wrote to it twice, last 5 days ago."])
    #expect(words([ActTally(kind: .saved, count: 1)]) == ["You saved one of its pages."])
    #expect(words([ActTally(kind: .saved, count: 2)], .fediverse) == ["You saved 2 of its posts."])
    #expect(words([ActTally(kind: .seen, count: 9)]).isEmpty)
    #expect(
      words([ActTally(kind: .liked, count: 2), ActTally(kind: .reshared, count: 7)], .bluesky)
        == ["You passed on 7 of its posts.", "You liked 2 of its posts."])
  }

  @Test("first among the reasons to keep, and never beside a lack of any reason")
  func first() {
    var evidence = Evidence(account: Here.key("visited"))
    evidence.elsewhere = [ActTally(kind: .opened, count: 40, last: Here.ago(0.3))]
    evidence.touched = (0..<40).map { Here.ago(0.3 + Double($0)) }
    let found = Assessor.assess(evidence, prior: .fallback, now: Here.now)
    let reasons = found.suggestion.forKeeping
    #expect(reasons.sentences.first == "You opened 40 of its pages, last today.")
    #expect(!reasons.text.contains("no file knows"))
    #expect(found.rung == .attentive && found.verdict == .wait)
    #expect(
      found.suggestion.howMuchWasSeen.text
        == "No source shows its posts, so its volume is unknown; only what you did is known.")
    evidence.elsewhere = []
    let told = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion.forKeeping
    #expect(told.sentences.first == "You came to it 40 times, last today.")
    let nothing = Assessor.assess(
      Evidence(account: Here.key("nothing")), prior: .fallback, now: Here.now)
    #expect(nothing.suggestion.forKeeping.text.contains("no file knows"))
    func seen(_ change: (inout Evidence) -> Void) -> String {
      var evidence = Evidence(account: Here.key("visited"))
      change(&evidence)
      return Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion.howMuchWasSeen
        .text
    }
    let deeds = "No source shows its posts, so its volume is unknown; only what you did is known."
    #expect(seen { _ in } == "No source shows its posts, so nothing is known of them.")
    #expect(seen { $0.touched = [Here.ago(3)] } == deeds)
    #expect(seen { $0.elsewhere = [ActTally(kind: .liked, count: 1)] } == deeds)
    #expect(seen { $0.undatedPosts = 1 }.hasSuffix("so its volume is unknown; 1 post is known."))
    #expect(
      seen { $0.batchDatedPosts = 3 }.contains("None of its posts has a date of its own"))
    #expect(seen { $0.undatedPosts = 2 }.hasSuffix("so its volume is unknown; 2 posts are known."))
  }

  @Test("words written are told as an exchange where there is one, and not as deeds beside it")
  func writing() {
    var evidence = Evidence(account: AccountKey(kind: .fediverse, value: "ann@a.example"))
    evidence.elsewhere = [ActTally(kind: .wrote, count: 3), ActTally(kind: .liked, count: 4)]
    func told() -> String {
      Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion.forKeeping.text
    }
    #expect(told().contains("You liked 4 of") && told().contains("You wrote to"))
    evidence.written = [3, 30, 60].map(Here.ago)
    #expect(told().contains("You liked 4 of") && !told().contains("You wrote to it 3 times"))
  }

  @Test("beside posts that count they are more of them, and come after (E-8)")
  func besides() throws {
    var evidence = Archetype.essayist.evidence
    evidence.elsewhere = [ActTally(kind: .read, count: 1), ActTally(kind: .starred, count: 7)]
    let told = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion.forKeeping
      .sentences.map { "\($0)" }
    let seven = try #require(told.firstIndex(of: "You starred 7 more of its posts."))
    #expect(told[seven + 1] == "You read one more of its posts.")
    #expect(seven > 0 && told[seven - 1].contains(" of "))
  }

  @Test("posts that count against nobody are named with their reason (I10)")
  func notCounted() {
    var evidence = Archetype.essayist.evidence
    evidence.notCounted = NotCounted(beforeFollowing: 1, backlog: 24, afterLastUse: 3)
    evidence.undatedPosts = 2
    evidence.batchDatedPosts = 9
    let text = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion
      .howMuchWasSeen.text
    #expect(text.contains("Not counted: 24 posts that were there when you began; "))
    #expect(text.contains("1 post that was published before you followed; "))
    #expect(text.contains("3 posts that were published after you last used the reader."))
    #expect(text.contains("2 more posts are known that carry no date"))
    #expect(text.contains("9 posts have the date of a fetch or of a build"))
    var batch = Evidence(account: Here.key("batch"), observed: Archetype.essayist.evidence.observed)
    batch.batchDatedPosts = 20
    let assessed = Assessor.assess(batch, prior: .fallback, now: Here.now)
    #expect(assessed.posts == 0 && assessed.knownPosts == nil)
    var misdated = Evidence(account: Here.key("ahead"))
    misdated.notCounted = NotCounted(datedAhead: 10)
    let told = Assessor.assess(misdated, prior: .fallback, now: Here.now).suggestion
    #expect(told.howMuchWasSeen.text.contains("dates that cannot be theirs"))
    #expect(told.howMuchWasSeen.text.contains("10 posts that were dated ahead of today."))
    #expect(told.whatWouldChange.text.contains("A source that dates its posts."))
    // One page of many, as Miniflux hands it over: dated posts, and no stretch that is whole.
    var page = Evidence(account: Here.key("page"))
    page.notCounted = NotCounted(outsideSeen: 48)
    let pieces = Assessor.assess(page, prior: .fallback, now: Here.now)
    #expect(pieces.verdict == .wait && pieces.knownPosts == nil)
    let words = pieces.suggestion
    #expect(words.howMuchWasSeen.text.contains("No source shows all of its posts of any time"))
    #expect(words.howMuchWasSeen.text.contains("48 posts that were published outside of the time"))
    #expect(words.whatWouldChange.text.contains("A source that shows all of its posts"))
    let none = Assessor.assess(Archetype.essayist.evidence, prior: .fallback, now: Here.now)
    #expect(!none.suggestion.howMuchWasSeen.text.contains("Not counted"))
  }

  @Test("ambient is proposed where it is steady, free and never reacted to (model §5.2)")
  func ambient() {
    func proposes(_ evidence: Evidence) -> Bool {
      Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion.forKeeping.text
        .contains("company to you")
    }
    #expect(proposes(Archetype.ambientMicroblog.evidence))
    var declared = Archetype.ambientMicroblog.evidence
    declared.declared = [.ambient]
    #expect(!proposes(declared))
    var liked = Archetype.ambientMicroblog.evidence
    liked.elsewhere = [ActTally(kind: .liked, count: 1)]
    #expect(!proposes(liked))
    func weekly(_ weeks: Int) -> Evidence {
      Here.evidence(
        "weekly", days: 300,
        Here.posts(from: 299, to: 90, count: 30, form: .note) { _ in [] }
          + (0..<weeks).map { ObservedPost(at: Here.ago(Double($0) * 7 + 3), form: .note) })
    }
    #expect(proposes(weekly(8)) && !proposes(weekly(7)))
    #expect(!proposes(Archetype.loudMutual.evidence) && !proposes(Archetype.quietBlog.evidence))
  }
}
