import Foundation
import PondGraph
import Testing

/// One of the twelve archetypes of model.md §10: evidence, the verdict that it must get, and the
/// facts that no formula reads.
struct Archetype: Sendable, CustomTestStringConvertible {
  let name: String
  let evidence: Evidence
  let verdict: Verdict
  /// Whether the account follows the person. It stands here, in the test, because evidence has no
  /// place for it.
  let followsBack: Bool

  var testDescription: String { name }

  init(_ name: String, _ verdict: Verdict, followsBack: Bool = false, _ evidence: Evidence) {
    self.name = name
    self.verdict = verdict
    self.followsBack = followsBack
    self.evidence = evidence
  }
}

extension Archetype {
  /// All twelve.
  static let all = [
    quietBlog, seasonalSite, silentWeekly, firehose, loudMutual, essayist, ambientMicroblog,
    dissenter, newcomer, singlePost, unreachable, moved,
  ]

  static let quietBlog = Archetype(
    "quiet blog", .keep,
    Neighbourhood.evidence(
      "quiet", days: 365,
      [340, 255, 165, 80].map {
        ObservedPost(at: Neighbourhood.ago($0), acts: [.read], observability: 0.95)
      }))

  static let seasonalSite = Archetype(
    "annual-season site", .keep, followsBack: true,
    Neighbourhood.evidence(
      "season", days: 950,
      [200, 200 + 365.25, 200 + 730.5].flatMap { newest in
        Neighbourhood.posts(from: newest + 28, to: newest, count: 20) { $0 % 5 == 0 ? [] : [.read] }
      }))

  static let silentWeekly = Archetype(
    "weekly blog, silent", .archive,
    Neighbourhood.evidence(
      "silent", days: 365,
      Neighbourhood.posts(from: 361, to: 200, count: 24) { $0 % 4 == 0 ? [] : [.read] }))

  static let firehose = Archetype(
    "firehose", .thin,
    Neighbourhood.evidence(
      "firehose", days: 365,
      Neighbourhood.posts(from: 364.9, to: 0.1, count: 21_900) { $0 % 60 == 0 ? [.read] : [] }))

  static let loudMutual: Archetype = {
    var evidence = Neighbourhood.evidence(
      "loud", days: 365,
      Neighbourhood.posts(from: 364.9, to: 0.1, count: 9125, form: .note) { _ in [] })
    evidence.addressed = (0..<24).map { Neighbourhood.ago(3 + 15 * Double($0)) }
    return Archetype("loud mutual", .letGo, followsBack: true, evidence)
  }()

  static let essayist = Archetype(
    "essayist", .keep,
    Neighbourhood.evidence(
      "essayist", days: 365,
      Neighbourhood.posts(from: 363, to: 2, count: 104) { $0 % 5 < 3 ? [.read] : [] }))

  static let ambientMicroblog = Archetype(
    "ambient microblog", .keep, followsBack: true,
    Neighbourhood.evidence(
      "ambient", days: 365,
      Neighbourhood.posts(from: 364, to: 1, count: 182, form: .note) { _ in [.seen] }))

  static let dissenter = Archetype(
    "dissenter", .keep,
    Neighbourhood.evidence(
      "dissenter", days: 365,
      Neighbourhood.posts(from: 362, to: 3, count: 52) { $0 % 2 == 0 ? [.read] : [] }))

  static let newcomer = Archetype(
    "followed ten days ago", .wait, followsBack: true,
    Neighbourhood.evidence(
      "newcomer", days: 10,
      [ObservedPost(at: Neighbourhood.ago(4), acts: [], observability: 0.95)]))

  static let singlePost = Archetype(
    "one post, read", .wait,
    Neighbourhood.evidence(
      "single", days: 120,
      [ObservedPost(at: Neighbourhood.ago(50), acts: [.read], observability: 0.95)]))

  static let unreachable: Archetype = {
    var evidence = Neighbourhood.evidence(
      "unreachable", days: 365,
      Neighbourhood.posts(from: 362, to: 22, count: 49) { $0 % 5 == 0 ? [] : [.read] })
    evidence.observed = [Span(from: Neighbourhood.ago(365), to: Neighbourhood.ago(20))]
    evidence.reachability = .unreachable(since: Neighbourhood.ago(20))
    return Archetype("unreachable", .repair, evidence)
  }()

  static let moved: Archetype = {
    var evidence = Neighbourhood.evidence(
      "moved", days: 365,
      Neighbourhood.posts(from: 360, to: 40, count: 46) { $0 % 3 == 0 ? [.read] : [] })
    evidence.reachability = .moved(to: Address("https://new-home.example/feed"))
    return Archetype("moved", .repair, followsBack: true, evidence)
  }()
}
