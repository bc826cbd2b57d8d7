import CTerminal
import Foundation

/// How many columns text takes on a terminal, by the C library's own table.
enum Width {
  /// The C library measures in the locale of the process: one that knows every scalar is set
  /// once, whatever the person's is (an unset or foreign LANG must not misalign a table).
  private static let isReady: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil

  /// The columns that a line takes: wide scalars take two, combining ones none.
  static func columns(of text: String) -> Int {
    guard isReady else { return text.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut to at most `limit` columns, with an ellipsis where something was cut.
  static func cut(_ text: String, to limit: Int) -> String {
    guard columns(of: text) > limit else { return text }
    var cut = ""
    var used = 0
    for character in text {
      let width = columns(of: character)
      if used + width > limit - 1 { break }
      cut.append(character)
      used += width
    }
    return limit > 0 ? cut + "…" : ""
  }

  /// The text filled with blanks to `width` columns, cut where it is longer.
  static func pad(_ text: String, to width: Int, alignedRight: Bool = false) -> String {
    let cut = cut(text, to: width)
    let blanks = String(repeating: " ", count: max(0, width - columns(of: cut)))
    return alignedRight ? blanks + cut : cut + blanks
  }

  /// The columns of the terminal that `descriptor` leads to; `COLUMNS` outranks it, and 80 stands
  /// in where neither is known. No less than `least`, below which nothing can be laid out.
  static func ofTerminal(_ descriptor: Int32 = STDOUT_FILENO, atLeast least: Int = 40) -> Int {
    if let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), told > 0 {
      return max(told, least)
    }
    var size = winsize()
    let isTerminal = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isTerminal ? max(Int(size.ws_col), least) : 80
  }

  // An emoji cluster is drawn as its first scalar; a cluster of letters as the sum of its parts.
  private static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    let widths = scalars.map { max(0, Int(wcwidth(wchar_t($0.value)))) }
    if scalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
    return widths.max() ?? 0
  }
}
