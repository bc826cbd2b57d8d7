/// How an account spaces its posts, within the observed time alone.
public struct Rhythm: Hashable, Sendable {
  /// A gap between posts, in weeks.
  public struct Gap: Hashable, Sendable {
    /// Its length in weeks.
    public let weeks: Double
    /// Whether it may be longer, because the observed time cuts the gaps it is taken from.
    public let isAtLeast: Bool
  }

  /// The gap that half of the gaps do not exceed.
  public let median: Gap
  /// The gap that nine in ten do not exceed, the present silence left out.
  public let ninetieth: Gap
  /// How long it has been silent within the observed time, in weeks.
  public let silence: Double

  /// Reads an observation; nil where no two posts stand in one stretch. In O(posts · log posts).
  package init?(_ observation: Observation) {
    let gaps = Self.gaps(observation)
    let whole = gaps.whole.sorted()
    guard !whole.isEmpty, let last = observation.sightings.last else { return nil }
    silence = Self.silence(observation, since: last.age)
    // A cut gap that is longer already would move the figure up, however it ends.
    func gap(_ chance: Double) -> Gap {
      let place = min(whole.count - 1, max(0, Int((chance * Double(whole.count)).rounded(.up)) - 1))
      let weeks = whole[place]
      return Gap(weeks: weeks, isAtLeast: gaps.cut.contains { $0 > weeks })
    }
    median = gap(0.5)
    ninetieth = gap(0.9)
  }

  /// The observed weeks since the last post: time in which nobody looked is not silence.
  static func silence(_ observation: Observation, since age: Double) -> Double {
    observation.stretches.reduce(0) { $0 + max(0, min(age, $1.oldest) - $1.newest) }
  }

  private static func gaps(_ observation: Observation) -> (whole: [Double], cut: [Double]) {
    var whole: [Double] = []
    var cut: [Double] = []
    var index = 0
    for stretch in observation.stretches {
      var previous = stretch.oldest
      var isCut = true
      while index < observation.sightings.count,
        observation.sightings[index].age >= stretch.newest
      {
        let age = observation.sightings[index].age
        if isCut { cut.append(previous - age) } else { whole.append(previous - age) }
        (previous, isCut) = (age, false)
        index += 1
      }
      cut.append(previous - stretch.newest)
    }
    return (whole, cut)
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    Rhythm is the median gap between posts and the gap that nine in ten do not
    exceed, within the observed time. A gap that the edge of that time cuts is
    "at least" so long. Time in which nobody looked is not silence.
    """
  }
}
