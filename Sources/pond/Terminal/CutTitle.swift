extension Sanitize {
  /// The widest title within a line of other words, in columns of a terminal.
  static let widestTitle = 60

  /// A title, a name or a folder as it stands among other words: one harmless line, cut where it is
  /// wider than any that is meant to be read. What is for programs is never cut.
  static func title(_ text: String) -> String {
    // What lies far beyond the cut need not be looked at, however much it is.
    Width.cut(line(String(text.prefix(4 * widestTitle))), to: widestTitle)
  }
}
