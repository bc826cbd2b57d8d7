import Foundation

/// What a CSV file of Mastodon or one of its relatives lists, told by its first rows.
///
/// A file without a heading that names one account a line may list those who are followed
/// (Misskey) or blocked (Mastodon): there the name of the file has a say, as it has in Mastodon's
/// own import.
struct FediverseList {
  /// What is listed.
  enum Kind: Hashable {
    case following, followers, muted, blocked, memberships, bookmarks
  }

  /// What is listed.
  let kind: Kind
  /// Whether neither heading nor name of the file says it, so that it is a guess.
  let isGuess: Bool

  /// Looks at the beginning of a file; nil where it is no such list.
  init?(_ source: ImportSource) {
    let limit = 1 << 16
    let head = source.bytes.prefix(limit)
    guard !source.isFolder, Self.mayBegin(head) else { return nil }
    let list = AccountListCSV(head)
    var tally = Tally(account: list.accountColumn)
    list.forEachRow { row in
      let isCut = row.range.upperBound == head.count && source.bytes.count > limit
      if !isCut { tally.add(row) }
    }
    let named = Self.named(source.name.lowercased())
    if let headed = list.hasKnownHeading ? Self.headed(list.heading) : nil {
      kind = headed == .followers ? named ?? .followers : headed
      isGuess = false
    } else if let listed = tally.kind {
      kind = listed == .following ? named ?? .following : listed
      isGuess = listed == .following && named == nil
    } else {
      return nil
    }
  }

  private static func mayBegin(_ head: Data) -> Bool {
    let start = head.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    guard let start else { return false }
    return !"<{[".utf8.contains(start) && !head.contains(0)
  }

  // MARK: By the heading

  /// A heading of one column may stand over followers (GoToSocial) or, in old files, over anybody.
  private static func headed(_ fields: [String]) -> Kind? {
    if fields.contains("list name") { return .memberships }
    if fields.contains("#uri") { return .bookmarks }
    guard fields.contains("account address") else { return nil }
    if fields.contains("hide notifications") { return .muted }
    return fields.count == 1 ? .followers : .following
  }

  private static func named(_ name: String) -> Kind? {
    let kinds: [(String, Kind)] = [
      ("follower", .followers), ("mute", .muted), ("block", .blocked), ("follow", .following),
    ]
    return kinds.first { name.contains($0.0) }?.1
  }

  // MARK: By the rows

  private struct Tally {
    /// The column of the account, from 0; nil where nothing says it.
    let account: Int?
    private var rows = 0
    private var accounts = 0
    private var withHost = 0
    private var memberships = 0
    private var posts = 0
    private var pages = 0

    init(account: Int?) {
      self.account = account
    }

    mutating func add(_ row: CSVRow) {
      rows += 1
      let first = row.trimmed(0) ?? ""
      if first.hasPrefix("https://") || first.hasPrefix("http://") {
        guard row.count == 1 else { return }
        pages += 1
        if FediverseURI(first)?.isPost == true { posts += 1 }
      } else if isMembership(row) {
        memberships += 1
      } else if let acct = row.trimmed(account ?? 0).flatMap(Acct.init), isAlone(row) {
        accounts += 1
        if acct.hasHost { withHost += 1 }
      }
    }

    private func isMembership(_ row: CSVRow) -> Bool {
      guard let second = row.trimmed(1).flatMap(Acct.init), second.hasHost, row.count <= 3 else {
        return false
      }
      return !row.says("true", 2) && !row.says("false", 2)
    }

    /// Whether nothing stands beside the account but what Mastodon writes there: yes, no, languages.
    private func isAlone(_ row: CSVRow) -> Bool {
      (0..<row.count).allSatisfy { column in
        guard column != account ?? 0, let field = row.trimmed(column) else { return true }
        if row.says("true", column) || row.says("false", column) { return true }
        return account != 0 && field.split(separator: ",").allSatisfy { Self.isLanguage($0) }
      }
    }

    private static func isLanguage(_ word: Substring) -> Bool {
      let letters = word.utf8.filter { $0 != 0x20 }
      return (2...3).contains(letters.count) && letters.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// One bad row in ten is a bad row; more are another kind of file.
    var kind: Kind? {
      guard rows > 0 else { return nil }
      if memberships * 10 >= rows * 9 { return .memberships }
      if accounts * 10 >= rows * 9, withHost * 2 >= rows { return .following }
      if pages * 10 >= rows * 9, posts * 2 >= rows { return .bookmarks }
      return nil
    }
  }
}
