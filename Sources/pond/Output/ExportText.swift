import Foundation
import PondGraph

/// What an export cut and left, for standard error.
enum ExportText {
  /// The lines: what was cut, what remains, what to do with the file.
  static func lines(_ exported: Pond.ExportedList, to path: String?) -> [String] {
    var lines = exported.removed.map { removed in
      let title = Sanitize.line(removed.title ?? "(no title)")
      return "  − \(title)  \(Sanitize.line(removed.address.masked))"
    }
    let cut = Words.count(exported.removed.count, "entry", "entries")
    let left = Words.count(exported.remaining, "account")
    lines.append("cut \(cut) from \(Sanitize.line(exported.list)); \(left) remain")
    if exported.removed.isEmpty {
      lines.append("You have let nobody in it go, so this is your list, byte for byte.")
    }
    for other in exported.otherLists {
      lines.append("not trimmed: \(Sanitize.line(other)) (--list takes its path)")
    }
    if let path { lines.append("written to \(Sanitize.line(path))") }
    return lines
  }
}
