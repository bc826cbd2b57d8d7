// Titles, names and addresses come from strangers; here they lose the power to act.

/// Text of strangers made harmless for a terminal.
enum Sanitize {
  /// One line of text in which every control, format, separator, surrogate, private and
  /// unassigned scalar is replaced by U+FFFD; line ends and tabs become blanks. Idempotent.
  static func line(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": clean.append(" ")
      default: clean.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(clean)
  }

  /// The widest title within a line of other words, in columns of a terminal.
  static let widestTitle = 60

  /// A title, a name or a folder as it stands among other words: one harmless line, cut where it is
  /// wider than any that is meant to be read. What is for programs is never cut.
  static func title(_ text: String) -> String {
    // What lies far beyond the cut need not be looked at, however much it is.
    Width.cut(line(String(text.prefix(4 * widestTitle))), to: widestTitle)
  }

  /// Whether a scalar can stand in a terminal without acting on it.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default:
      return true
    }
  }
}
