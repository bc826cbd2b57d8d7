import Foundation
import Testing

@testable import PondGraph

@Suite("The words of a question")
struct WordsOfReviewTests {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  private func assessment(_ kind: AccountKind = .feed, posts: Int = 0) -> Assessment {
    let key = AccountKey(kind: kind, value: "somebody@example.org")
    let seen = (0..<posts).map {
      ObservedPost(at: Self.now.addingTimeInterval(-Double($0) * 3_600), observability: 0.9)
    }
    return Assessor.assess(
      [
        Evidence(
          account: key,
          observed: [Span(from: Self.now.addingTimeInterval(-90 * 86_400), to: Self.now)],
          posts: seen)
      ], now: Self.now)[0]
  }

  private func words(_ exchange: Exchange, posts: Int = 10) -> String {
    ExchangeWords.sentences(exchange, assessment(posts: posts), now: Self.now)
      .joined(separator: " ")
  }

  @Test("what passed between the two is told in words, never as a rate (R1, R2)")
  func passed() {
    let exchange = Exchange(
      acts: [.seen: 90, .read: 1_204, .starred: 3, .wrote: 2],
      lastAct: Self.now.addingTimeInterval(-3 * 86_400), addressed: 1,
      lastAddressed: Self.now.addingTimeInterval(-400 * 86_400))
    #expect(
      words(exchange) == """
        You read 1,204 and starred 3 of its posts, the last time 3 days ago. You wrote to it \
        twice. Its words were addressed to you once, the last time 13 months ago.
        """)
  }

  @Test("nothing seen is told apart from nothing done (I6)")
  func nothing() {
    let none = Exchange(acts: [:], lastAct: nil, addressed: 0, lastAddressed: nil)
    #expect(words(none).contains("left a trace"))
    #expect(words(none, posts: 0).contains("No file that Pond was shown"))
    let seen = Exchange(acts: [.seen: 1], lastAct: nil, addressed: 0, lastAddressed: nil)
    #expect(words(seen).hasPrefix("1 post went by before your eyes"))
  }

  @Test("no word calls anybody friend, dead or useless (R7)")
  func kind() {
    let everything = Dictionary(uniqueKeysWithValues: ActKind.allCases.map { ($0, 5) })
    let exchange = Exchange(
      acts: everything, lastAct: Self.now, addressed: 9, lastAddressed: Self.now)
    let cold = /(?i)friend|close|intimate|dead|useless|worthless|ROI|unread/
    #expect(words(exchange).firstMatch(of: cold) == nil)
  }

  @Test("whom one could thank is told without debt, score or duty (R7)")
  func thanks() {
    let reasons: [Thanks.Reason] = [
      .theirWords(at: Self.now),
      .theirPosts(ActKind.allCases.map { ActTally(kind: $0, count: 5) }),
      .theirPosts([ActTally(kind: .liked, count: 1)]),
    ]
    let cold = /(?i)friend|close|intimate|dead|useless|ROI|unread|should|must|owe|debt|score|late|%/
    for reason in reasons {
      #expect(reason.sentence.firstMatch(of: cold) == nil, "\(reason.sentence)")
    }
    let two = [ActTally(kind: .starred, count: 1_204), ActTally(kind: .reshared, count: 1)]
    #expect(
      Thanks.Reason.theirPosts(two).sentence == """
        You starred 1,204 of their posts and passed on 1; no file tells of a word of yours to them.
        """)
    #expect(
      Thanks.Reason.theirWords(at: Self.now).sentence == """
        Their words were addressed to you on 2027-01-15; nothing of yours came after, as far as \
        your files tell.
        """)
  }

  @Test("a human being gets no figure that rates them; a source does (R2)")
  func nobodyGetsAScore() {
    let feed = assessment(.feed, posts: 900).suggestion
    let person = assessment(.fediverse, posts: 900).suggestion
    let score = /dB|Signal to noise|%[^.]*worth/
    #expect(feed.howMuchWasSeen.text.firstMatch(of: score) != nil)
    #expect(feed.forLeaving.text.firstMatch(of: score) != nil)
    for part in [person.forLeaving, person.forKeeping, person.howMuchWasSeen] {
      #expect(part.text.firstMatch(of: score) == nil, "\(part.text)")
    }
  }

  @Test("the title off the usual topic is found, and none where there is no topic (R1)")
  func offTopic() {
    let tides = [
      "Spring tide at Vell Bar", "Neap tide, quiet harbour", "Harbour fog this morning",
      "My father's violin", "Tide tables for June", "Harbour dredging delayed",
      "Fog and spring tide",
    ]
    #expect(OffTopicTitle.place(among: tides) == 3)
    #expect(OffTopicTitle.place(among: Array(tides.prefix(4))) == nil)
    #expect(OffTopicTitle.place(among: (0..<9).map { "Word\($0 == 0 ? "a" : "b")x" }) == nil)
    #expect(OffTopicTitle.place(among: []) == nil)
  }

  @Test("what is off topic is shown even where it is not among the newest")
  func shownPosts() {
    let titles = (0..<9).map { "Harbour tide number \($0)" } + ["My father's violin"]
    let posts = titles.enumerated().map { index, title in
      RememberedPost(
        post: Post(
          account: AccountKey(kind: .feed, value: "a"), id: PostID("\(index)"), title: title),
        acts: [])
    }
    let shown = ShownPosts(among: posts + posts, most: 5)
    #expect(shown.posts.map { $0.post.title } == Array(titles.prefix(4)) + ["My father's violin"])
    #expect(shown.offTopic == 4)
    #expect(ShownPosts(among: [], most: 5).posts.isEmpty)
  }

  @Test("the cost of leaving is told where the network has one (R8)")
  func costs() {
    func costs(_ kind: AccountKind, folders: [FolderPath] = [], since: Date? = nil) -> String {
      let key = AccountKey(kind: kind, value: "x")
      return LeavingCost.sentences(
        of: Account(
          id: key.id, key: key, title: nil, feed: nil, site: nil, folders: folders, tags: [],
          isFollowed: true, followedAt: since, importance: nil)
      ).joined(separator: " ")
    }
    #expect(costs(.feed, folders: [["A"]], since: Self.now).isEmpty)
    let mastodon = costs(.fediverse, folders: [["A"], ["B"]], since: Self.now)
    for words in ["date", "“A” and “B”", "tells them", "approves followers"] {
      #expect(mastodon.contains(words))
    }
    #expect(costs(.bluesky) == "Following again tells them so.")
    #expect(costs(.linkedin).contains("request"))
  }

  @Test("weeks that nobody saw are told apart from weeks without a post (I6)")
  func weeks() {
    let window = Span(from: Self.now.addingTimeInterval(-15 * 86_400), to: Self.now)
    #expect(SeenWeeks.counts([5, 0, 2, 0], within: window, now: Self.now) == [nil, 0, 2, 0])
    #expect(SeenWeeks.counts([1, 2], within: nil, now: Self.now) == [nil, nil])
  }
}
