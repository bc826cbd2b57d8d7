import Foundation

/// Tells posts that were read from posts that were swept away: a mark-all, a held key, a rule that
/// marks on arrival (I6).
///
/// A person opens one post after the other. Two or three may share a second, because clients hand
/// over their marks together or a key is pressed twice; five of one source do so only when nobody
/// looks at them. Over all sources twenty are asked for: a client that was off the net tells at
/// once what was read on a journey, a few posts here and a few there, and that was reading.
enum Sweeps {
  /// So many posts of one source within a second were swept.
  static let fewest = 5
  /// So many where only a part of what was marked is at hand: the rest of a sweep may lie beyond its edge.
  static let fewestOfPart = 2
  /// So many posts of all sources together within a second were swept.
  static let fewestOverall = 20

  /// The acts, in their order, with the readings that were sweeps turned into `seen`. Only acts
  /// with a time can be told. O(n log n).
  /// - Parameter fewest: so many posts of one source within a second were swept.
  static func asSeen(_ acts: [Act], fewest: Int = Sweeps.fewest) -> [Act] {
    let timed = acts.indices.filter { acts[$0].at != nil && acts[$0].kind == .read }
    guard timed.count >= fewest else { return acts }
    var swept = runs(of: fewestOverall, among: timed, acts)
    for own in Dictionary(grouping: timed, by: { acts[$0].account }).values {
      swept += runs(of: fewest, among: own, acts)
    }
    var told = acts
    for place in swept {
      let act = acts[place]
      told[place] = Act(account: act.account, post: act.post, kind: .seen, at: act.at)
    }
    return told
  }

  // A window of so many marks moves along the times; what is ever inside of one that spans less
  // than a second was swept.
  private static func runs(of fewest: Int, among places: [Int], _ acts: [Act]) -> [Int] {
    let marks = places.compactMap { place in acts[place].at.map { (place: place, at: $0) } }
      .sorted { $0.at < $1.at }
    guard marks.count >= fewest else { return [] }
    var swept: [Int] = []
    var taken = 0
    for last in (fewest - 1)..<marks.count {
      let first = last - fewest + 1
      guard marks[last].at.timeIntervalSince(marks[first].at) < 1 else { continue }
      swept += marks[max(first, taken)...last].map(\.place)
      taken = last + 1
    }
    return swept
  }
}
