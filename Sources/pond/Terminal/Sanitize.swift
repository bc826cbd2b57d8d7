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
