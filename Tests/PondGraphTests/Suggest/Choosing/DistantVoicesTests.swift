import PondTestSupport
import Testing

@testable import PondGraph

/// Who lies far from the pond's centre, in words and in links (model §6).
@Suite("Distant voices")
struct DistantVoicesTests {
  private let common = ["harbour", "kettle", "lantern", "meadow", "orchard", "pigment", "quarry"]
  private let strange = ["tariff", "ballot", "senate", "treaty", "budget", "coalition", "decree"]

  /// A member who uses three of seven words and points at six of twelve sites.
  private func member(
    _ number: Int, _ words: [String], sites: String, language: String? = "English",
    worth: Double = 1
  ) -> DistantVoices.Member {
    let texts = (0..<6).map { turn in
      (0..<3).map { words[(number + turn + $0) % words.count] }.joined(separator: " ")
    }
    let places = (0..<6).map { turn in
      (AccountKey(kind: .site, value: "\(sites)\((number + turn) % 12).example"), 1 + turn % 3)
    }
    return DistantVoices.Member(
      account: Invented.key("m\(number)"), worth: worth, language: language, texts: texts,
      places: Dictionary(places) { $0 + $1 })
  }

  private var pond: [DistantVoices.Member] { (0..<14).map { member($0, common, sites: "s") } }

  private func found(_ members: [DistantVoices.Member]) -> [String] {
    DistantVoices(members).accounts.map { String($0.value.prefix { $0 != "." }) }
  }

  @Test("who speaks of other things and points at others is far; one of both alone is not")
  func far() {
    let others = [
      member(20, strange, sites: "t"), member(21, strange, sites: "s"),
      member(22, common, sites: "t"),
    ]
    #expect(found(pond + others) == ["m20"])
    #expect(found(pond).isEmpty)
  }

  @Test("another language is not another opinion, and without links nobody is far")
  func language() {
    #expect(found(pond + [member(20, strange, sites: "t", language: "German")]).isEmpty)
    #expect(found(pond + [member(20, strange, sites: "t", language: nil)]).isEmpty)
    let mute = pond.map { one in
      DistantVoices.Member(
        account: one.account, worth: 1, language: "English", texts: one.texts, places: [:])
    }
    #expect(found(mute + [member(20, strange, sites: "t")]).isEmpty)
    #expect(found(Array(pond.prefix(8)) + [member(20, strange, sites: "t")]).isEmpty)
  }

  @Test("the order of the members changes nothing; a heavy voice is compared with the others alone")
  func order() {
    var dice = SplitMix64(seed: 4)
    let members =
      pond + [member(20, strange, sites: "t", worth: 50), member(25, strange, sites: "u")]
    let first = DistantVoices(members).accounts
    for _ in 0..<5 { #expect(DistantVoices(members.shuffled(using: &dice)).accounts == first) }
    #expect(first.contains(Invented.key("m20")))
  }

  @Test(
    "they have a place only where they are read, and behind those of whom the person said so (S6)")
  func reserve() {
    let read = (0..<100).map { number in
      ObservedPost(at: Invented.day(-2 * Double(number) - 1), acts: number < 40 ? [.read] : [])
    }
    let evidence = ["read", "unread", "said"].map { name in
      Evidence(
        account: Invented.key(name), observed: [Span(from: Invented.day(-201), to: Invented.now)],
        posts: name == "unread" ? read.map { ObservedPost(at: $0.at) } : read)
    }
    let distant = [Invented.key("unread"), Invented.key("read")]
    let plain = Invented.overviews(evidence)
    #expect(DissentReserve(plain, distant: distant).voices(of: 20) == [Invented.key("read")])
    let told = Invented.overviews(evidence, declared: [Invented.key("said"): [.challengesMe]])
    #expect(DissentReserve(told, distant: distant).voices(of: 10) == [Invented.key("said")])
    #expect(DissentReserve(told, distant: distant).voices(of: 20).count == 2)
  }
}
