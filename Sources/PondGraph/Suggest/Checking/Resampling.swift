/// Draws accounts again and again, to see how far a result hangs on a few of them: the paired
/// bootstrap (Efron, 1979). Every draw is the same in every run.
package struct Resampling: Sendable {
  /// How often each account is drawn, a list for each draw.
  private let draws: [[Int]]

  /// Draws `count` accounts with replacement, `times` times.
  package init(count: Int, times: Int = 400) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    draws = (0..<times).map { _ in
      var often = [Int](repeating: 0, count: count)
      for _ in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // The upper bits of a linear congruence are the good ones (Knuth 2, §3.3.4).
        often[Int((state >> 33) % UInt64(max(1, count)))] += 1
      }
      return often
    }
  }

  /// The interval that holds a figure in nine draws of ten.
  /// - Parameter figure: the figure where each account counts as often as it is drawn; nil for a draw
  ///   that says nothing.
  package func interval(_ figure: ([Int]) -> Double?) -> ClosedRange<Double>? {
    let figures = draws.compactMap(figure).sorted()
    guard figures.count >= 20 else { return nil }
    let last = figures.count - 1
    let low = figures[last * 5 / 100]
    return low...max(low, figures[last - last * 5 / 100])
  }
}
