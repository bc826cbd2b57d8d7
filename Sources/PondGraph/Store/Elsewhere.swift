import Foundation

/// What the person did with posts that count for nothing (no source shows them, or they carry no date, or
/// they are from before the following or from outside of what was seen), and with accounts
/// themselves: it was before their eyes, and says nothing of which share of the posts was.
struct Elsewhere {
  /// When, of acts with a time, oldest first.
  let times: [Date]
  /// How often, in the order of the kinds.
  let tallies: [ActTally]

  private struct Count {
    var posts: Set<Int> = []
    var others = 0
    var last: Int64 = 0
  }

  /// - Parameters:
  ///   - acts: acts of which a time may be known.
  ///   - aside: the kinds of the acts with further posts, one element a post.
  ///   - since: when the person followed.
  init(_ acts: [ObservedColumn.Loose], _ aside: [UInt16], since: Int64, now: Int64) {
    var counts: [ActKind: Count] = [:]
    var moments: Set<Int64> = []
    for act in acts {
      if act.at != 0 {
        guard act.at >= since, act.at <= now else { continue }
        moments.insert(act.at)
      }
      var count = counts.removeValue(forKey: act.kind) ?? Count()
      count.posts.insert(act.post)
      count.last = max(count.last, act.at)
      counts[act.kind] = count
    }
    times = moments.sorted().map(Instant.date)
    var others: [ActKind: Int] = [:]
    for kind in ActKind.allCases where !aside.isEmpty {
      others[kind] = aside.count { $0 & 1 << UInt16(kind.place) != 0 }
    }
    for (kind, number) in others where number > 0 { counts[kind, default: Count()].others = number }
    tallies = counts.sorted { $0.key.place < $1.key.place }.map { kind, count in
      ActTally(
        kind: kind, count: count.posts.count + count.others,
        last: count.last == 0 ? nil : Instant.date(count.last))
    }
  }
}
