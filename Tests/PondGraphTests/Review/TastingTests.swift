import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Which post is tasted next (model §8.1)")
struct TastingTests {
  private typealias Stake = TastingStakes.Stake

  private func stakes(_ losses: KeyValuePairs<String, Double>) -> [Stake] {
    losses.map { Stake(account: Invented.key($0.key), loss: $0.value) }
  }

  @Test(
    "the largest loss for its answers first; none twice in a row while another has half as much")
  func nextAccount() {
    let near = stakes(["a": 1, "b": 0.5, "c": 0.4])
    #expect(Tasting.next(among: near, after: nil) == Invented.key("a"))
    #expect(Tasting.next(among: near, after: Invented.key("b")) == Invented.key("a"))
    #expect(Tasting.next(among: near, after: Invented.key("a")) == Invented.key("b"))
    let far = stakes(["a": 1, "b": 0.49])
    #expect(Tasting.next(among: far, after: Invented.key("a")) == Invented.key("a"))
    #expect(Tasting.next(among: stakes(["a": 1]), after: Invented.key("a")) == Invented.key("a"))
    #expect(Tasting.next(among: [], after: nil) == nil)
    let asked = Stake(account: Invented.key("a"), loss: 1, answers: 9)
    #expect(asked.hope == 0.1, "a tenth answer tells less than a first")
  }

  @Test("it ends after so many posts, so many minutes, where little is left, where nothing is")
  func ends() {
    let now = Invented.now
    func end(_ tasting: Tasting, anything: Bool = true, much: Bool = true, after: Double = 0)
      -> TastingEnd?
    {
      tasting.end(
        isAnythingLeft: anything, isMuchLeft: much, at: now.addingTimeInterval(after))
    }
    let said = TastedPost(
      account: Invented.key("a"), post: PostID("1"), published: now, answer: .gladly, at: now)
    var two = Tasting(Tasting.Wish(posts: 2), at: now)
    two.take(said)
    #expect(end(two) == nil)
    two.take(said)
    #expect(end(two) == .enoughPosts)
    two.takeBack(said)
    #expect(end(two) == nil)
    // Only that answer is taken back: not another post's, not another account's, not one of another time.
    let others = [
      TastedPost(
        account: said.account, post: PostID("2"), published: now, answer: .gladly, at: now),
      TastedPost(
        account: Invented.key("b"), post: said.post, published: now, answer: .gladly, at: now),
      TastedPost(
        account: said.account, post: said.post, published: now, answer: .gladly,
        at: now.addingTimeInterval(1)),
    ]
    var several = Tasting(Tasting.Wish(), at: now, given: others + [said])
    several.takeBack(said)
    #expect(several.given == others)
    let timed = Tasting(Tasting.Wish(seconds: 300), at: now)
    #expect(end(timed, after: 299) == nil && end(timed, after: 300) == .enoughTime)
    let free = Tasting(Tasting.Wish(), at: now)
    #expect(end(free) == nil && end(free, much: false) == .littleLeft)
    #expect(end(free, anything: false, much: false) == .nothingLeft)
    let further = Tasting(Tasting.Wish(goesOn: true), at: now)
    #expect(end(further, much: false) == nil)
    #expect(end(further, anything: false, much: false) == .nothingLeft)
    #expect(TastingStakes.little == 0.02 && TastingStakes.days == 90)
  }

  private func post(_ id: String, _ title: String?, excerpt: String? = nil) -> Post {
    Post(
      account: Invented.key("a"), id: PostID(id), title: title, published: Invented.now,
      excerpt: excerpt)
  }

  @Test("lots are the same in every run, untouched by what was answered or how posts come in")
  func lots() {
    let posts = (0..<40).map { post("\($0)", "title \($0)") }
    let all = TastingPosts(posts, seed: "x").posts.map(\.id)
    #expect(TastingPosts(posts.reversed(), seed: "x").posts.map(\.id) == all)
    #expect(TastingPosts(posts, seed: "y").posts.map(\.id) != all)
    #expect(all != posts.map(\.id) && Set(all).count == 40)
    let next = TastingPosts(posts, seed: "x").next(without: Set(all.prefix(5)))
    #expect(next?.id == all[5])
    #expect(TastingPosts(posts, seed: "x").next(without: Set(all)) == nil)
  }

  @Test("posts that show the same words are tasted once, and never again once answered")
  func identicalTitles() {
    let same = (0..<5).map { post("\($0)", "Untitled") } + [post("9", "Untitled", excerpt: "no")]
    let drawn = TastingPosts(same, seed: "x")
    #expect(drawn.next(without: [PostID("3")])?.id.value == "9")
    #expect(drawn.next(without: [PostID("3"), PostID("9")]) == nil)
  }

  @Test("who wrote it is hidden in the words: title, home, name; a short word stays")
  func blindness() {
    let site = Address("https://www.harbour-wire.example/x")
    func account(_ title: String) -> Account {
      Account(
        id: Invented.key("h").id, key: Invented.key("h"), title: title,
        feed: Address("https://feeds.harbour.example/rss"), site: site, folders: [], tags: [],
        isFollowed: true, followedAt: nil, importance: nil)
    }
    let shown = BlindText(
      post("1", "harbour wire: boats", excerpt: "Read at Harbour-Wire.example, by Harbour Wire"),
      hiding: account("Harbour Wire"))
    #expect(shown.title == "[…]: boats")
    #expect(shown.beginning == "Read at […], by […]")
    #expect(
      BlindText(post("1", "Rust 1.9 is out"), hiding: account("Rust")).title == "Rust 1.9 is out")
    // A word of eight letters is a name, one of seven is not; two words are from four letters on.
    for (title, hides) in [("Harbours", true), ("Harbour", false), ("a bc", true), ("a b", false)] {
      #expect((BlindText(post("1", title), hiding: account(title)).title == "[…]") == hides)
    }
    #expect(BlindText(post("1", "Same", excerpt: "Same"), hiding: nil).beginning == nil)
    #expect(BlindText(post("1", " ", excerpt: "Note"), hiding: nil).title == nil)
  }

  @Test("ten thousand accounts: weighed before the first screen, and again after an answer")
  func manyAccounts() {
    let evidence = (0..<10_000).map { number in
      Neighbourhood.evidence(
        "account-\(number)", days: 30,
        Neighbourhood.posts(
          from: 29, to: 0.1, count: 5 + number % 20, observability: 0, acts: { _ in [] }))
    }
    let start = ThreadTime.spent
    var stakes = TastingStakes(evidence, now: Neighbourhood.now)
    let weighed = ThreadTime.spent
    #expect(stakes.stakes.count == 10_000)
    let first = stakes.stakes[0]
    let post = evidence.first { $0.account == first.account }?.posts.last
    stakes.set([
      first.account: [
        TastedPost(
          account: first.account, post: PostID("1"), published: post?.at ?? Neighbourhood.now,
          answer: .notForMe, at: Neighbourhood.now)
      ]
    ])
    // Without optimisation; a built pond is ten times as fast.
    #expect(weighed - start < .seconds(12) && ThreadTime.spent - weighed < .seconds(6))
    #expect(stakes.stakes.first { $0.account == first.account }?.loss != first.loss)
  }
}
