/// Whether a text could do nothing to a terminal: no control character but line ends (and, where a
/// terminal adds them, carriage returns before those), no C1, nothing that turns or hides writing.
func isHarmless(_ text: String, onTerminal: Bool = false) -> Bool {
  let plain = onTerminal ? text.replacing("\r\n", with: "\n") : text
  return plain.unicodeScalars.allSatisfy { scalar in
    if scalar == "\n" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }
}
