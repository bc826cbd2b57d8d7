/// Whether a text could do nothing to a terminal: no control character but line ends (and, where a
/// terminal adds them, carriage returns before those), no C1, nothing that turns or hides writing.
/// In rows the tabs between columns may stand, and every row has as many as the first.
func isHarmless(_ text: String, onTerminal: Bool = false, rows: Bool = false) -> Bool {
  if rows {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    return lines.allSatisfy { line in
      line.count == lines[0].count && line.allSatisfy { isHarmless(String($0)) }
    }
  }
  let plain = onTerminal ? text.replacing("\r\n", with: "\n") : text
  return plain.unicodeScalars.allSatisfy { scalar in
    if scalar == "\n" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }
}
