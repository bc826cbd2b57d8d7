// What is left out by the hundred is named once, with its number.

extension Skipped {
  /// `1 file with messages`, `3 files with messages`, left out on purpose; nil where there is none.
  /// - Parameters:
  ///   - thing: one of them; several of them have an s at the end.
  ///   - rest: what follows, with a blank before it.
  static func several(
    _ count: Int, _ thing: String, _ rest: String = "", why: String
  ) -> Skipped? {
    guard count > 0 else { return nil }
    return Skipped(
      what: "\(count) \(thing)\(count == 1 ? "" : "s")\(rest)", why: why, isLoss: false)
  }
}
