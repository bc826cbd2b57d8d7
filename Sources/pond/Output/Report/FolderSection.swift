import PondGraph

/// The folders and their balance: what each asks for today, and in the close ring.
struct FolderSection {
  private struct Folder {
    let name: String
    var accounts = 0
    var close = 0
    /// Of how many of each it is known how much they post.
    var seen = 0
    var closeSeen = 0
    var posts = 0.0
    var closePosts = 0.0

    mutating func add(_ entry: ReportEntry) {
      let posts = entry.postsPerWeek ?? 0
      accounts += 1
      self.posts += posts
      seen += entry.postsPerWeek == nil ? 0 : 1
      guard entry.place == .close else { return }
      close += 1
      closeSeen += entry.postsPerWeek == nil ? 0 : 1
      closePosts += posts
    }

    mutating func add(_ other: Folder) {
      accounts += other.accounts
      close += other.close
      seen += other.seen
      closeSeen += other.closeSeen
      posts += other.posts
      closePosts += other.closePosts
    }
  }

  private static let most = 30
  private let folders: [Folder]

  init(_ entries: [ReportEntry]) {
    var byName: [String: Folder] = [:]
    for entry in entries {
      let paths = entry.overview.account.folders.filter { !$0.isEmpty }
      // An account in two folders is counted in the first, so that the sums are true.
      let name = paths.map { $0.joined(separator: " / ") }.min() ?? ""
      byName[name, default: Folder(name: name)].add(entry)
    }
    folders = byName.values.sorted {
      $0.posts != $1.posts
        ? $0.posts > $1.posts
        : $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
    }
  }

  var html: String {
    guard folders.contains(where: { !$0.name.isEmpty }) else {
      return "<p>Your lists have no folders.</p>"
    }
    let shown = folders.prefix(Self.most)
    var rest = Folder(name: "")
    for folder in folders.dropFirst(Self.most) { rest.add(folder) }
    let others = folders.count - shown.count
    let rows =
      shown.map { row($0, $0.name.isEmpty ? "<i>in no folder</i>" : Self.name($0)) }
      + (others > 0 ? [row(rest, "<i>\(Words.count(others, "more folder"))</i>")] : [])
    let table = ReportTable(
      caption: "Folders, those that post most first",
      columns: [
        ("folder", .words), ("accounts", .figure), ("close", .figure),
        ("share of all posts", .figure), ("", .bar), ("share of the close ring", .figure),
        ("", .bar),
      ],
      rows: rows)
    return """
      <p>Left, which part of everything that is posted comes from a folder today; right, which part of \
      the close ring would. An account in several folders is counted in one.</p>
      \(table.html)
      """
  }

  private static func name(_ folder: Folder) -> String {
    "<bdi>\(HTMLText.escaped(folder.name))</bdi>"
  }

  private func row(_ folder: Folder, _ name: String) -> [String] {
    let all = folders.reduce(0) { $0 + $1.posts }
    let close = folders.reduce(0) { $0 + $1.closePosts }
    let (today, after) = (
      all > 0 ? folder.posts / all : 0, close > 0 ? folder.closePosts / close : 0
    )
    return [
      name, Words.grouped(folder.accounts), Words.grouped(folder.close),
      folder.seen == 0 ? Self.unknown : Self.percent(today),
      ReportTable.bar(today / longest, "fill-bank"),
      folder.close > 0 && folder.closeSeen == 0 ? Self.unknown : Self.percent(after),
      ReportTable.bar(after / longest, "fill-close"),
    ]
  }

  // Of a folder of which nobody was seen no share is known, and 0 is one (I10).
  private static let unknown = "unknown"

  private var longest: Double {
    let (all, close) = folders.reduce((0, 0)) { ($0.0 + $1.posts, $0.1 + $1.closePosts) }
    let shares = folders.flatMap {
      [all > 0 ? $0.posts / all : 0, close > 0 ? $0.closePosts / close : 0]
    }
    return max(0.01, shares.max() ?? 1)
  }

  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "under 1%" : "\(Words.whole(share * 100))%"
  }
}
