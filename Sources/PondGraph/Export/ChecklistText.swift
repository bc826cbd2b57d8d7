/// A checklist as plain text.
struct ChecklistText {
  private let list: Checklist

  init(_ list: Checklist) {
    self.list = list
  }

  /// The whole text, with a line end at its end.
  var text: String {
    let words = ChecklistWords(list.network)
    var lines = ["To leave on \(words.network): \(Self.accounts(list.count))", ""]
    lines += [ChecklistWords.opening, words.deed] + words.notes
    if list.days.count > 1 { lines.append(ChecklistWords.pace(list.days[0].count)) }
    for (number, day) in list.days.enumerated() {
      lines += ["", "Day \(number + 1) of \(list.days.count)", ""]
      lines += day.flatMap { Self.lines(ChecklistLine($0)) }
    }
    if !list.quieter.isEmpty {
      lines += ["", ChecklistWords.quieterTitle, "", words.switches, ""]
      lines += list.quieter.flatMap { Self.lines(ChecklistLine($0)) }
    }
    lines += ["", ChecklistWords.closing]
    return lines.joined(separator: "\n") + "\n"
  }

  static func accounts(_ count: Int) -> String { count == 1 ? "1 account" : "\(count) accounts" }

  private static func lines(_ line: ChecklistLine) -> [String] {
    let handle = line.handle.map { "  (\(plain($0)))" } ?? ""
    let first = "[ ] \(plain(line.name))\(handle)"
    return line.link.map { [first, "    \(plain($0))"] } ?? [first]
  }

  /// A stranger's text in one line: what would steer a terminal or turn the writing round becomes
  /// U+FFFD.
  static func plain(_ text: String, limit: Int = 300) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(limit).map { isPlain($0) ? $0 : "\u{FFFD}" }))
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      // Joins the parts of one picture of people or flags.
      scalar.value == 0x200D
    default: true
    }
  }
}
