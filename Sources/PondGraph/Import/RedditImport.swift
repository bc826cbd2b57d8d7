import Foundation

/// What Reddit sends on request: the communities somebody subscribed to, what they saved and what
/// they voted for. Of a saved thing only its address is there; the community stands in it.
package struct RedditImport: Importer {
  package let format = "reddit"
  package let learns =
    "The communities of Reddit that you subscribed to, what you saved and voted up, by community."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool { Self.part(source) != nil }

  package func names(in files: ExportFiles) -> Set<String> {
    let marks = files.names.filter { Self.files.contains(RedditImport.last($0)) }
      .filter { name in (try? files.source(of: name)).flatMap { $0 }.flatMap(Self.part) != nil }
    let folders = Set(marks.map { $0.dropLast(Self.last($0).count) })
    let secrets = files.names.filter { name in
      Self.secrets.contains(Self.last(name))
        && folders.contains(name.dropLast(Self.last(name).count))
    }
    return Set(marks).union(secrets)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    let names = source.holdsFiles ? names(in: files) : Set(files.names)
    var reading = RedditReading(path: source.path, format: format)
    let secret = names.filter { Self.secrets.contains(Self.last($0)) }
    try files.forEach(names.subtracting(secret)) { name, file in
      try reading.take(Self.part(file), file, options)
    }
    var imported = reading.list.imported
    imported.isComplete = reading.isComplete
    imported.skipped += [
      .several(
        secret.count, "file", " with messages and addresses",
        why: "nobody's business, and not opened")
    ].compactMap { $0 }
    return [imported]
  }

  /// What a file holds.
  enum Part { case subscribed, saved, votes }

  private static func part(_ source: ImportSource) -> Part? {
    let rows = source.firstRows(3)
    switch rows.first?.map({ $0.lowercased() }) {
    case ["subreddit"]: return .subscribed
    case ["id", "permalink"]: return linksToReddit(rows) ? .saved : nil
    case ["id", "permalink", "direction"]: return linksToReddit(rows) ? .votes : nil
    default: return nil
    }
  }

  private static func linksToReddit(_ rows: [[String]]) -> Bool {
    rows.dropFirst().allSatisfy { $0.count > 1 && RedditReading.home(of: $0[1]) != nil }
  }

  private static func last(_ name: String) -> String {
    String(name.split(separator: "/").last ?? "")
  }

  private static let files: Set<String> = [
    "comment_votes.csv", "post_votes.csv", "saved_comments.csv", "saved_posts.csv",
    "subscribed_subreddits.csv",
  ]
  private static let secrets: Set<String> = [
    "chat_history.csv", "ip_logs.csv", "linked_phone_number.csv", "message_headers.csv",
    "messages.csv", "messages_archive.csv", "messages_archive_headers.csv",
    "sensitive_ads_preferences.csv",
  ]
}

/// An export of Reddit that is being read.
private struct RedditReading {
  private(set) var list: MentionList
  private(set) var isComplete = true

  init(path: String, format: String) {
    list = MentionList(path: path, format: format)
  }

  mutating func take(
    _ part: RedditImport.Part?, _ file: ImportSource, _ options: ImportOptions
  ) throws {
    var rows = -1
    let cut = file.forEachWholeRow { row in
      rows += 1
      guard rows > 0 else { return }
      switch part {
      case .subscribed: subscribe(row)
      case .saved: act(.saved, row)
      case .votes: if row.trimmed(2)?.lowercased() == "up" { act(.liked, row) }
      case nil: break
      }
    }
    isComplete = try file.isWhole(cut, standing: max(0, rows), "row", options) && isComplete
  }

  private mutating func subscribe(_ row: CSVRow) {
    guard let name = row.trimmed(0), Self.isName(name[...]) else {
      return list.skip("a row", "it names no community", row.line)
    }
    let plain = name.lowercased().hasPrefix("r/") ? String(name.dropFirst(2)) : name
    let isPerson = plain.lowercased().hasPrefix("u_")
    let value = isPerson ? "u/" + plain.dropFirst(2) : "r/" + plain
    list.keep(mention(AccountKey(kind: .reddit, value: value.lowercased()), value, true))
  }

  private mutating func act(_ kind: ActKind, _ row: CSVRow) {
    guard let link = row.trimmed(1), let account = Self.home(of: link),
      let post = PostID(writtenID: nil, link: link, title: nil, published: nil)
    else { return list.skip("a row", "its address names no community", row.line) }
    list.keep(mention(account, account.value, false))
    list.add(Act(account: account, post: post, kind: kind))
  }

  private func mention(_ key: AccountKey, _ title: String, _ isFollowed: Bool) -> AccountMention {
    AccountMention(
      key: key, address: Address("https://www.reddit.com/\(key.value)/.rss"), title: title,
      site: key.profile, followed: isFollowed)
  }

  /// The community or the person in whose place a thing stands.
  static func home(of link: String) -> AccountKey? {
    let canonical = link.hasPrefix("/") ? "reddit.com" + link : Address(link).canonical
    let parts = canonical.split(separator: "/")
    guard parts.count >= 3, parts[0].hasSuffix("reddit.com"), isName(parts[2]) else { return nil }
    switch parts[1] {
    case "r" where parts[2].lowercased().hasPrefix("u_"):
      return AccountKey(kind: .reddit, value: "u/" + parts[2].dropFirst(2).lowercased())
    case "r": return AccountKey(kind: .reddit, value: "r/" + parts[2].lowercased())
    case "u", "user": return AccountKey(kind: .reddit, value: "u/" + parts[2].lowercased())
    default: return nil
    }
  }

  private static func isName(_ name: Substring) -> Bool {
    !name.isEmpty && name.utf8.count <= 60
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-/.".contains($0)) }
  }
}
