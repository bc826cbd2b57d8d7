import Foundation

/// Values as JSON: keys in a fixed order, dates in ISO 8601 UTC, absent is null, and every scalar
/// that could act on a terminal written as an escape.
enum JSONText {
  /// Writes one value and a line end, and flushes.
  static func write(_ value: some Encodable, to output: StandardOutput) throws {
    try output.line(text(value))
    try output.flush()
  }

  /// Writes one value as one line.
  static func writeLine(_ value: some Encodable, to output: StandardOutput) throws {
    try output.line(text(value, isPretty: false))
  }

  /// One value.
  static func text(_ value: some Encodable, isPretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      isPretty
      ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      : [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(Moment.iso8601(date))
    }
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return escapingWhatActs(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Scalars outside of strings are all plain ASCII in JSON, so whatever acts stands in a string
  /// and may be escaped in place.
  static func escapingWhatActs(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        escaped.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          let filled = String(repeating: "0", count: 4 - digits.count) + digits
          escaped.append(contentsOf: "\\u\(filled)".unicodeScalars)
        }
      }
    }
    return String(escaped)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || Sanitize.isHarmless(scalar)
  }
}
