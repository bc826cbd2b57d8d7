import Foundation
import PondTestSupport

@testable import PondGraph

/// A folder of its own for one test, gone with it.
final class Shelf {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func file(_ name: String) -> String { url.appendingPathComponent(name).path }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }

  func put(_ bytes: Data, _ name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: file(name)))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func mode(_ name: String) throws -> Int {
    let facts = try FileManager.default.attributesOfItem(atPath: file(name))
    return (facts[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  func pond(_ name: String = "pond.sqlite", _ mode: PondStore.Mode = .writing) throws -> PondStore {
    try PondStore.open(path: file(name), mode: mode)
  }
}

/// Invented accounts and what invented files say of them.
enum Invented {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  static func day(_ days: Double) -> Date { now.addingTimeInterval(days * 86_400) }

  static func key(_ name: String) -> AccountKey {
    AccountKey(kind: .feed, value: "\(name).example/feed")
  }

  static func mention(
    _ name: String, title: String? = nil, folders: [FolderPath] = [], followed: Bool = true,
    followedAt: Date? = nil
  ) -> AccountMention {
    AccountMention(
      key: key(name), address: Address("https://\(name).example/feed"), title: title,
      site: Address("https://\(name).example/"), folders: folders, followed: followed,
      followedAt: followedAt)
  }

  static func list(
    _ path: String, _ mentions: [AccountMention], format: String = "opml", text: String = "<opml/>",
    isComplete: Bool = true, date: Date? = nil
  ) -> Imported {
    var imported = Imported(path: path, format: format)
    imported.accounts = mentions
    imported.isComplete = isComplete
    imported.original = OriginalDocument(
      format: format, path: path, bytes: Data(text.utf8), isComplete: isComplete,
      documentDate: date)
    return imported
  }

  static func post(
    _ name: String, _ id: String, _ days: Double?, title: String? = nil,
    observability: Double = 0, words: Int? = nil, excerpt: String? = nil
  ) -> Post {
    Post(
      account: key(name), id: PostID(id), link: Address("https://\(name).example/\(id)"),
      title: title, published: days.map(day), words: words, excerpt: excerpt,
      observability: observability)
  }

  /// A feed file: it names its account, follows nobody, shows posts from the oldest to now.
  static func feed(_ path: String, _ name: String, _ posts: [Post], at: Date = now) -> Imported {
    var imported = Imported(path: path, format: "feed")
    imported.accounts = [mention(name, title: "\(name) itself", followed: false)]
    imported.posts = posts
    if let oldest = posts.compactMap(\.published).min() {
      imported.coverage = [Coverage(account: key(name), from: oldest, to: at)]
    }
    imported.reachability = [Reachability(account: key(name), state: .reached, at: at)]
    return imported
  }

  static func decision(_ name: String, _ answer: Answer, _ days: Double = 0) -> Decision {
    Decision(
      account: key(name), answer: answer, at: day(days), reason: "because", evidenceSeen: "a line")
  }
}

extension PondStore {
  /// Every act with whom and with what, pages by their names again: those of the addresses given.
  func namedActs(_ addresses: [String]) throws -> [String] {
    try asking { database in
      let secret = try PageSecret(database)
      let names = addresses.map { PageTable.name(of: Address($0)) }.map { name in
        (PageSecret.actName(secret.digest(name)), name)
      }
      let pages = Dictionary(names) { first, _ in first }
      let rows = try BulkStatement(
        database,
        """
        SELECT account.kind || ':' || value, ifnull(main_id, act.post)
        FROM act JOIN account ON account.id = act.account
        LEFT JOIN met ON met.account = act.account AND met.post = act.post
        """)
      var acts: [String] = []
      while try rows.next() {
        let post = try rows.word(1)
        acts.append("\(try rows.word(0)) \(pages[post] ?? PostID(post).names.first ?? "")")
      }
      return acts.sorted()
    }
  }
}
