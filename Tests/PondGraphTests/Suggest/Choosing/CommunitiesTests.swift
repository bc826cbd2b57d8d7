import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Who stands together, and what the close ring leaves without a voice (S5, model §6).
@Suite("Communities")
struct CommunitiesTests {
  /// An account with a post a week for 20 weeks, the first `read` of them read.
  private func evidence(_ name: String, read: Int) -> Evidence {
    Evidence(
      account: Invented.key(name), observed: [Span(from: Invented.day(-141), to: Invented.now)],
      posts: (0..<20).map { number in
        ObservedPost(at: Invented.day(-7 * Double(number) - 1), acts: number < read ? [.read] : [])
      })
  }

  private let groups = [["a1", "a2", "a3", "a4"], ["b1", "b2", "b3"], ["c1", "c2"]]

  private var overviews: [AccountOverview] {
    Invented.overviews(
      groups.joined().enumerated().map { evidence($1, read: $1.hasPrefix("a") ? 18 - $0 : 3) })
  }

  private var edges: [(source: AccountKey, target: AccountKey)] {
    groups.flatMap { group in
      group.flatMap { one in
        group.filter { $0 != one }.map { (Invented.key(one), Invented.key($0)) }
      }
    }
  }

  @Test("three who point at each other are a community, called after whom one gets most from")
  func found() {
    let names = Communities(overviews, edges: edges).names
    #expect(Set(names.keys) == Set((groups[0] + groups[1]).map(Invented.key)))
    #expect(Set(groups[0].compactMap { names[Invented.key($0)] }).count == 1)
    #expect(names[Invented.key("a4")] == "around " + Invented.key("a1").shown)
    #expect(names[Invented.key("b1")] != names[Invented.key("a1")])
  }

  @Test("pointing joins both, whichever of the two points")
  func bothDirections() {
    let others = groups[0].dropFirst()
    let from = others.map { (source: Invented.key("a1"), target: Invented.key($0)) }
    let to = others.map { (source: Invented.key($0), target: Invented.key("a1")) }
    for edges in [from, to] {
      let names = Communities(overviews, edges: edges).names
      #expect(Set(names.keys) == Set(groups[0].map(Invented.key)))
      #expect(Set(names.values).count == 1)
    }
  }

  @Test("whoever is not followed makes no community, however many point there (S9)")
  func strangers() {
    let outside = ["x", "y", "z"].flatMap { stranger in
      groups.joined().map { (source: Invented.key($0), target: Invented.key(stranger)) }
        + [(source: Invented.key(stranger), target: Invented.key("c1"))]
    }
    #expect(
      Communities(overviews, edges: edges + outside).names
        == Communities(overviews, edges: edges).names)
  }

  @Test("a community and a language without a voice in the close ring are named")
  func vanishing() {
    let told = Communities(overviews, edges: edges)
    let candidates = Candidates(
      CompetingAccounts(overviews, titles: [:], communities: told.names), caps: Caps(size: 4),
      cost: { $0.minutesPerWeek ?? 0 })
    let languages = Dictionary(
      uniqueKeysWithValues: groups.joined().map { name in
        (Invented.key(name), name == "c2" ? "Dutch" : "English")
      })
    for size in [1, 9] {
      let rings = Rings(candidates, caps: Caps(size: size), languages: languages)
      let close = Set(rings.close.accounts)
      for (key, name) in told.names where !rings.vanishing.contains(name) {
        #expect(close.contains { told.names[$0] == name }, "\(key)")
      }
      let missing = Set(told.names.values).filter { name in
        !close.contains { told.names[$0] == name }
      }
      #expect(missing.allSatisfy(rings.vanishing.contains))
      #expect(rings.vanishing.contains("Dutch") == !close.contains(Invented.key("c2")))
      #expect(size == 9 ? rings.vanishing.isEmpty : rings.vanishing.count >= 2)
    }
  }
}
