import Foundation

/// A post tasted blind, as the signals read it: its age and what the answer counts.
package struct Taste: Hashable, Sendable {
  /// Weeks before now at which the post was published.
  let age: Double
  /// What the answer counts.
  let credit: Double

  /// The answers that are observations, oldest post first; those that say nothing, and those about
  /// posts of the future, left out.
  static func all(_ tasted: [TastedPost], credits: Credits, now: Date) -> [Taste] {
    tasted.compactMap { post -> Taste? in
      let age = now.timeIntervalSince(post.published) / Fading.week
      guard age >= 0, let credit = credits.tasting[post.answer] else { return nil }
      return Taste(age: age, credit: credit)
    }.sorted { ($1.age, $0.credit) < ($0.age, $1.credit) }
  }
}

/// The posts of an observation, oldest first, with the answers of a tasting in their places: an answer
/// is an observation with observability 1 (model §8.1).
///
/// Answers find their posts by the moment of publishing. A post with a real act keeps that act. An
/// answer whose post nobody shows any more stands for a post of its own in the share, and in no volume.
struct TastedSightings {
  /// A post, and where it comes from.
  struct Element {
    let sighting: Sighting
    /// Whether its credit is that of an answer.
    let isTasted: Bool
    /// Whether a source shows it.
    let isShown: Bool
  }

  /// All of them.
  let all: [Element]

  /// In O(posts), O(posts · log posts) where answers stand for themselves.
  init(_ observation: Observation) {
    var waiting = Dictionary(grouping: observation.tasted, by: \.age)
    let known = Set(observation.sightings.lazy.map(\.age))
    var all = observation.sightings.map { sighting -> Element in
      guard !sighting.isEngaged, let taste = waiting[sighting.age]?.popLast() else {
        return Element(sighting: sighting, isTasted: false, isShown: true)
      }
      return Element(sighting: sighting.tasted(taste), isTasted: true, isShown: true)
    }
    let alone = observation.tasted.filter { !known.contains($0.age) }
    if !alone.isEmpty {
      all += alone.map { Element(sighting: Sighting($0), isTasted: true, isShown: false) }
      all.sort { Sighting.comesBefore($0.sighting, $1.sighting) }
    }
    self.all = all
  }
}

extension Sighting {
  /// The same post with the answer of a tasting as what came of it.
  fileprivate func tasted(_ taste: Taste) -> Sighting {
    Sighting(
      age: age, credit: taste.credit, observability: 1, minutes: minutes, acts: acts,
      isRepost: isRepost, isLong: isLong)
  }

  /// A post of which nothing is known but the answer.
  fileprivate init(_ taste: Taste) {
    self.init(
      age: taste.age, credit: taste.credit, observability: 1,
      minutes: ReadingCost.minutes(of: .article), acts: 0, isRepost: false,
      isLong: false)
  }
}
