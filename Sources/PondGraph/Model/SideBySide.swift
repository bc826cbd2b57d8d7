import Dispatch

extension Array where Element: Sendable {
  /// The same as `map`, the work shared by all cores: what is told of one account depends on no other.
  /// Few elements are not worth a second thread.
  /// - Parameter isHeavy: whether each of them is.
  package func mapSideBySide<Result>(
    isHeavy: Bool = false, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count >= 64 || isHeavy && count > 1 else { return map(transform) }
    return [Result](unsafeUninitializedCapacity: count) { results, made in
      // Each lane writes places of its own, every place once, before the closure returns.
      nonisolated(unsafe) let start = results.baseAddress
      let lanes = isHeavy ? count : Swift.min(count / 16, 64)
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        for place in stride(from: lane, to: count, by: lanes) {
          (start?.advanced(by: place))?.initialize(to: transform(self[place]))
        }
      }
      made = count
    }
  }
}
