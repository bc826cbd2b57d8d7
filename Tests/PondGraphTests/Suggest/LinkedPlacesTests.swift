import Foundation
import Testing

@testable import PondGraph

/// Links inside posts as votes (model §7).
@Suite("At whom posts point")
struct LinkedPlacesTests {
  private func feed(_ name: String) -> AccountKey {
    AccountKey(kind: .feed, value: "\(name).example/feed")
  }

  private func site(_ name: String) -> AccountKey { AccountKey(kind: .site, value: name) }

  private func account(_ key: AccountKey, site: String? = nil, followed: Bool = true) -> Account {
    Account(
      id: key.id, key: key, title: nil, feed: nil, site: site.map(Address.init), folders: [],
      tags: [], isFollowed: followed, followedAt: nil, importance: nil)
  }

  private func pointer(
    _ source: String, _ place: AccountKey, _ posts: Int, engaged: Int = 0
  ) -> Pointer {
    Pointer(source: feed(source), place: place, posts: posts, engaged: engaged)
  }

  @Test("one post that the person engaged with says something, else it takes three")
  func passing() {
    let links = LinkedPlaces(
      [
        pointer("a", site("one.example"), 1, engaged: 1), pointer("a", site("two.example"), 2),
        pointer("a", site("three.example"), 3),
      ], among: [account(feed("a"))])
    #expect(links.pointers.map(\.place.value) == ["one.example", "three.example"])
    #expect(links.breadth == [feed("a"): 3])
  }

  @Test("a site is the account that has it; what is followed, or lies beside it, is nobody new")
  func owners() {
    let known = account(feed("known"), site: "https://www.known.example/", followed: false)
    let links = LinkedPlaces(
      ["known.example", "b.example", "notes.b.example", "new.example", "a.example"]
        .map { pointer("a", site($0), 5) }
        + [pointer("a", AccountKey(kind: .fediverse, value: "x@y.example"), 4)],
      among: [account(feed("a")), account(feed("b"), site: "https://b.example/blog"), known])
    #expect(
      links.pointers.map(\.place) == [
        AccountKey(kind: .fediverse, value: "x@y.example"), feed("known"), site("new.example"),
      ])
  }

  @Test("every further post that was engaged with says more, and never as much as a recommendation")
  func strength() {
    let strengths = [(0, 3), (1, 1), (1, 5), (2, 2), (5, 5)].map { engaged, posts in
      LinkedPlaces.strength(pointer("a", site("x"), posts, engaged: engaged))
    }
    #expect(strengths == strengths.sorted() && Set(strengths).count == 5)
    #expect((strengths.last ?? 2) < 1 && (strengths.first ?? 0) > 0)
  }

  @Test("a link is a weaker vote than a recommendation of the same voice, which has one vote")
  func votes() {
    let edges = [("a", "said"), ("a", "both")].map { (source: feed($0.0), target: feed($0.1)) }
    let pointers = [
      pointer("a", feed("both"), 4, engaged: 2), pointer("a", feed("linked"), 4, engaged: 2),
      pointer("b", feed("linked"), 1, engaged: 1), pointer("b", feed("far"), 1, engaged: 1),
    ]
    let kept = [feed("a"): 2.0, feed("b"): 1.0]
    let finds = Discovery(
      in: FollowGraph(edges: edges), kept: kept, links: LinkedPlaces(pointers, among: [])
    ).finds(leavingOut: [])
    let byKey = Dictionary(finds.map { ($0.account, $0) }) { $1 }
    #expect(Set(finds.map(\.account)) == Set(["said", "both", "linked", "far"].map(feed)))
    #expect(byKey[feed("both")]?.votes == byKey[feed("said")]?.votes)
    let both = byKey[feed("both")]?.voters.first
    #expect(both?.recommends == true && both?.posts == 4 && both?.engaged == 2)
    let linked = byKey[feed("linked")]
    #expect(linked?.voters.map(\.account) == [feed("a"), feed("b")])
    #expect(linked?.voters.allSatisfy { !$0.recommends } == true)
    #expect((linked?.votes ?? 0) > (byKey[feed("far")]?.votes ?? 9))
  }

  @Test("whose posts point at many places has a lighter vote, and strangers change no vote (S9)")
  func damped() {
    let wide =
      (0..<20).map { pointer("wide", site("n\($0).example"), 1) }
      + [pointer("wide", site("x.example"), 1, engaged: 1)]
    let narrow = [pointer("narrow", site("y.example"), 1, engaged: 1)]
    let crowd = (0..<50).map { pointer("stranger\($0)", site("x.example"), 9, engaged: 9) }
    let kept = [feed("wide"): 1.0, feed("narrow"): 1.0]
    func votes(_ pointers: [Pointer]) -> [Double] {
      Discovery(
        in: FollowGraph(edges: []), kept: kept, links: LinkedPlaces(pointers, among: [])
      ).finds(leavingOut: []).filter { $0.votes > 0 }.map(\.votes)
    }
    let quiet = Discovery(
      in: FollowGraph(edges: []), kept: kept, links: LinkedPlaces(wide + narrow, among: [])
    ).finds(leavingOut: [])
    #expect(quiet.map(\.account.value) == ["y.example", "x.example"])
    #expect(votes(wide + narrow) == votes(wide + narrow + crowd))
  }
}
