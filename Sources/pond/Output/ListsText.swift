import PondGraph

/// Imported lists in words, one a line.
enum ListsText {
  /// A line for each list: number, format, accounts, the day it was learned, and where it is.
  static func lines(_ lists: [ImportedList]) -> [String] {
    let width = lists.map { $0.format.count }.max() ?? 0
    return lists.map { list in
      let number = Width.pad("\(list.number)", to: 4, alignedRight: true)
      let count = Width.pad(Words.count(list.accounts, "account"), to: 14, alignedRight: true)
      let day = list.learnedAt.map(Moment.day) ?? "–         "
      return "\(number)  \(Width.pad(list.format, to: width))  \(count)  \(day)  \(place(list))"
    }
  }

  /// `opml, 250 accounts, /home/ada/subs.opml`.
  static func line(_ list: ImportedList) -> String {
    "\(list.format), \(Words.count(list.accounts, "account")), \(place(list))"
  }

  private static func place(_ list: ImportedList) -> String {
    let owner = list.owner.map { " of \(Sanitize.line($0.shown))" } ?? ""
    let title = list.title.map { " “\(Sanitize.title($0))”" } ?? ""
    let path = Sanitize.line(list.path)
    guard case .replaced(let newer) = list.state else { return path + title + owner }
    return "\(path)\(title)\(owner) (\(Sanitize.line(newer)) took its place)"
  }
}
