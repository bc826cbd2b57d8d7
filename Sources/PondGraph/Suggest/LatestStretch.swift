/// The latest part of the observed time that holds enough posts to speak of, for sentences that
/// anybody can check by hand.
struct LatestStretch: Sendable {
  /// Its length in weeks.
  let weeks: Double
  /// How long ago it ends, in weeks.
  let ended: Double
  /// Its posts.
  let posts: Int
  /// Those of which attention would have shown.
  let observable: Int
  /// Those of the observable with which the person did more than let them go by.
  let engaged: Int
  /// Those that are somebody else's words.
  let reposts: Int
  /// What the person did with them, strongest last.
  let acts: [ActKind]

  /// The stretches that are tried, in weeks, and the posts that each needs.
  private static let tries: [(weeks: Double, posts: Int)] = [
    (30 / 7.0, 20), (90 / 7.0, 10), (365 / 7.0, 4),
  ]

  /// Takes the shortest stretch that holds enough, else all that was observed; nil where nothing
  /// was.
  init?(_ observation: Observation) {
    guard let last = observation.stretches.last else { return nil }
    let fitting = Self.tries.first { length, enough in
      length <= last.weeks + 1 / 7.0
        && observation.sightings.count { $0.age <= last.newest + length } >= enough
    }
    let length = fitting?.weeks ?? observation.weeks
    let sightings =
      fitting == nil
      ? observation.sightings[...]
      : observation.sightings.suffix(while: { $0.age <= last.newest + length })
    weeks = length
    ended = last.newest
    posts = sightings.count
    observable = sightings.count { $0.isObservable }
    engaged = sightings.count { $0.isObservable && $0.isEngaged }
    reposts = sightings.count { $0.isRepost }
    let acts = sightings.reduce(UInt16(0)) { $0 | $1.acts }
    self.acts = ActKind.all(in: acts)
  }

  /// Posts a week.
  var rate: Double { weeks > 0 ? Double(posts) / weeks : 0 }

  /// When that was: `in the last 30 days`, `in the last day`, `in the 9 months up to 3 months ago`.
  var when: String {
    let duration = Figures.duration(weeks: weeks)
    guard !duration.hasPrefix("less") else {
      return ended < 3 / 7.0
        ? "in \(duration)" : "in \(duration), \(Figures.duration(weeks: ended)) ago"
    }
    let length = duration.hasPrefix("1 ") ? String(duration.dropFirst(2)) : duration
    return ended < 3 / 7.0
      ? "in the last \(length)" : "in the \(length) up to \(Figures.duration(weeks: ended)) ago"
  }

  /// What it posted: `It posted 61 times a day`, `It posted 3 posts`.
  var volume: String {
    posts < 4
      ? "It posted \(Figures.counted(posts, "post"))"
      : "It posted \(Figures.frequency(perWeek: rate))"
  }

  /// What the person made of it: `opened 30 of 1,830`, `read all 4`, `opened none of 750`.
  var attention: String {
    switch engaged {
    case observable where observable > 1: "\(deeds) all \(Figures.count(observable))"
    case observable: "\(deeds) it"
    case 0 where observable == 1: "have not \(deeds) it"
    case 0: "\(deeds) none of \(Figures.count(observable))"
    default: "\(deeds) \(Figures.count(engaged)) of \(Figures.count(observable))"
    }
  }

  /// What the person did, in the past tense: `opened`, `read or starred`; `opened` where nothing.
  var deeds: String { DeedWords.alternatives(acts) ?? "opened" }
}

extension Array {
  /// The longest end of the array whose elements all fulfil a condition that, once true, stays so.
  fileprivate func suffix(while isIncluded: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !isIncluded($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
