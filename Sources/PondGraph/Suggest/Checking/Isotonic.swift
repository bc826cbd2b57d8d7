/// What really came where a share was foretold: the non-decreasing curve that lies closest to what was
/// seen, by pooling adjacent violators (Ayer, Brunk, Ewing, Reid, Silverman, An empirical
/// distribution function for sampling with incomplete information, 1955).
public struct Isotonic: Hashable, Sendable {
  /// A stretch of foretold shares for which about the same came.
  public struct Step: Hashable, Sendable {
    /// The mean of what was foretold, 0…1.
    public let foretold: Double
    /// The mean of what came, 0…1; never less than in the step before.
    public let came: Double

    /// Makes a step that was learned before.
    package init(foretold: Double, came: Double) {
      self.foretold = foretold
      self.came = came
    }
  }

  /// The steps, ascending; empty where nothing was seen.
  public let steps: [Step]

  /// What is seen of one foretold share.
  struct Point {
    let foretold: Double
    let came: Double
    /// How many posts it stands for; more than 0.
    let weight: Double
  }

  /// The curve of steps that were learned before; what does not ascend, or is no share, is left out.
  package init(steps: [Step]) {
    self.steps = steps.reduce(into: []) { kept, step in
      let before = kept.last
      guard (0...1).contains(step.foretold), (0...1).contains(step.came),
        step.foretold > before?.foretold ?? -1, step.came >= before?.came ?? 0
      else { return }
      kept.append(step)
    }
  }

  /// Fits the curve. O(points · log points).
  init(_ points: [Point]) {
    var blocks: [(foretold: Double, came: Double, weight: Double)] = []
    for point in points.sorted(by: { ($0.foretold, $0.came) < ($1.foretold, $1.came) }) {
      blocks.append((point.foretold, point.came, point.weight))
      while blocks.count > 1, let last = blocks.last,
        blocks[blocks.count - 2].came >= last.came
          || blocks[blocks.count - 2].foretold == last.foretold
      {
        blocks.removeLast()
        let before = blocks.removeLast()
        let weight = before.weight + last.weight
        blocks.append(
          (
            (before.foretold * before.weight + last.foretold * last.weight) / weight,
            (before.came * before.weight + last.came * last.weight) / weight, weight
          ))
      }
    }
    steps = blocks.map { Step(foretold: $0.foretold, came: $0.came) }
  }

  /// What comes where a share is foretold: straight lines between the steps, level beyond them; the
  /// share itself where nothing was seen. Non-decreasing.
  public func corrected(_ share: Double) -> Double {
    guard let first = steps.first, let last = steps.last else { return share }
    if share <= first.foretold { return first.came }
    guard let after = steps.firstIndex(where: { $0.foretold >= share }) else { return last.came }
    let (left, right) = (steps[after - 1], steps[after])
    let part = (share - left.foretold) / (right.foretold - left.foretold)
    return left.came + part * (right.came - left.came)
  }
}
