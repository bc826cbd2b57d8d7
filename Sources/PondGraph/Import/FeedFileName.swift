import Foundation

/// What the name of a feed file says.
struct FeedFileName {
  /// The name without folders and ending.
  let base: String
  /// The date in it, as UTC: `2025-06-21T1620_x.xml`, `2026-05-12.xml`; nil where there is none.
  let date: Date?
  /// Whether the name is a date and at most a checksum: one of a series of snapshots.
  let isDateAlone: Bool

  /// Reads a path.
  init(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    base =
      name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? String(name[..<$0]) : nil }
      ?? name
    // Most names hold no date, and the pattern is made anew for every name that might.
    let digits = base.utf8.count { (0x30...0x39).contains($0) }
    guard digits >= 8, let match = try? Self.dated.firstMatch(in: base) else {
      (date, isDateAlone) = (nil, false)
      return
    }
    let (_, day, hour, minute) = match.output
    let time = hour.flatMap { hour in minute.map { "T\(hour):\($0)Z" } }
    date = FeedDate.parse(day + (time ?? "")) ?? FeedDate.parse(String(day))
    let rest = base[match.range.upperBound...]
    let isAtStart = match.range.lowerBound == base.startIndex && base.first?.isNumber == true
    isDateAlone =
      date != nil && isAtStart && rest.wholeMatch(of: #/(?:[_\-.][0-9a-fA-F]{4,64})?/#) != nil
  }

  private static var dated: Regex<(Substring, Substring, Substring?, Substring?)> {
    #/(?:^|[^0-9])(\d{4}-\d{2}-\d{2})(?:[T_ \-](\d{2})[:\-.]?(\d{2})(?:[:\-.]?\d{2})?Z?(?![0-9a-fA-F]))?/#
  }
}
