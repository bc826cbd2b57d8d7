import Foundation
import PondGraph

/// Counts and figures as words, the same in every locale.
enum Words {
  /// `1 feed`, `2,000 feeds`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `2,000`.
  static func grouped(_ number: Int) -> String {
    grouped(digits: "\(number.magnitude)", isNegative: number < 0)
  }

  /// A figure with as many places as it deserves: `0.25`, `3.4`, `61`, `1,830`.
  static func figure(_ value: Double) -> String {
    let size = abs(value)
    let places = size < 1 ? 2 : size < 10 ? 1 : 0
    let scale: Double = places == 2 ? 100 : places == 1 ? 10 : 1
    guard let scaled = Int(exactly: (size * scale).rounded(.toNearestOrEven)) else { return "–" }
    let digits = "\(scaled)"
    let filled = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = grouped(
      digits: String(filled.dropLast(places)), isNegative: value < 0 && scaled > 0)
    return places == 0 ? whole : whole + "." + filled.suffix(places)
  }

  // By hand, for the formatters of Foundation ask the person's locale even where they are told
  // one, and end the process where LANG names none.
  private static func grouped(digits: String, isNegative: Bool) -> String {
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (isNegative ? "-" : "") + String(text.reversed())
  }

  /// A list for a sentence: `a, b and c`.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Words {
  /// A stretch of time in one short word: `3 h`, `5 d`, `8 w`, `14 mo`, `3 y`.
  static func span(weeks: Double) -> String {
    guard weeks.isFinite else { return "–" }
    let days = weeks * 7
    if days < 1 { return "\(whole(max(days * 24, 1))) h" }
    if days < 14 { return "\(whole(days)) d" }
    if weeks < 16 { return "\(whole(weeks)) w" }
    if days < 730 { return "\(whole(days / 30.44)) mo" }
    return "\(whole(days / 365.25)) y"
  }

  /// A ratio in decibels, whole, with a real minus sign.
  static func decibel(_ value: Double) -> String {
    let text = whole(value)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// A share in percent, with as many places as it deserves: `0.25%`, `61%`.
  static func percent(_ share: Double) -> String { "\(figure(share * 100))%" }

  /// The share that something is at least, in percent, and never rounded up: `97%`, `99.9%`.
  static func atLeast(_ share: Double) -> String {
    // With a trifle, for 0.97 · 1000 may fall short of 970.
    "\(Figures.decimal((share * 1000 + 1e-6).rounded(.down) / 10, 1))%"
  }

  /// A figure without places; one that no integer holds is a dash.
  static func whole(_ value: Double) -> String {
    Int(exactly: value.rounded()).map(String.init) ?? "–"
  }

  /// Text broken into lines of at most `width` columns, at blanks.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if Width.columns(of: longer) > width, !line.isEmpty {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
