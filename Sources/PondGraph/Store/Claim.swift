import Foundation

/// A mention as it stands in its row.
struct Claim: Equatable {
  let account: Int64
  let address: String?
  let title: String?
  let site: String?
  let folders: String
  let tags: String
  let isFollowed: Bool
  let followedAt: Int64?
  let importance: Double?

  /// The columns, in the order in which they are written and read.
  static let columns = """
    account, address, title, site, folders, tags, is_followed, followed_at, importance
    """

  /// Turns a mention into a row.
  init(_ mention: AccountMention, _ account: Int64, _ coder: ListCoder) throws {
    self.account = account
    address = mention.address?.written.storable
    title = mention.title?.storable
    site = mention.site?.written.storable
    folders = try coder.text(of: mention.folders)
    tags = try coder.text(of: mention.tags)
    isFollowed = mention.followed
    followedAt = Instant.stored(mention.followedAt)
    importance = mention.importance.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Reads a row from a column on.
  init(_ row: BulkStatement, from first: Int32 = 0) throws {
    account = try row.number(first)
    address = row.text(first + 1)
    title = row.text(first + 2)
    site = row.text(first + 3)
    folders = try row.word(first + 4)
    tags = try row.word(first + 5)
    isFollowed = try row.number(first + 6) != 0
    followedAt = row.integer(first + 7)
    importance = row.real(first + 8)
  }

  /// What remains of it once a newer list took the place of its own: what the account is called and
  /// where it was read, and no word on whether it is followed.
  /// - Parameters:
  ///   - isStill: whether the newer list follows it too: then since when still holds.
  ///   - keepsFolders: whether the newer list says nothing of folders.
  func asFormer(isStill: Bool = false, keepsFolders: Bool = false) -> Claim {
    Claim(
      account: account, address: address, title: title, site: site,
      folders: isStill && keepsFolders ? folders : "[]", tags: "[]", isFollowed: false,
      followedAt: isStill ? followedAt : nil, importance: nil)
  }

  private init(
    account: Int64, address: String?, title: String?, site: String?, folders: String, tags: String,
    isFollowed: Bool, followedAt: Int64?, importance: Double?
  ) {
    self.account = account
    self.address = address
    self.title = title
    self.site = site
    self.folders = folders
    self.tags = tags
    self.isFollowed = isFollowed
    self.followedAt = followedAt
    self.importance = importance
  }

  /// Binds the columns from a place on.
  func bind(to statement: BulkStatement, from first: Int32) {
    statement.bind(first, account)
    statement.bind(first + 1, address)
    statement.bind(first + 2, title)
    statement.bind(first + 3, site)
    statement.bind(first + 4, folders)
    statement.bind(first + 5, tags)
    statement.bind(first + 6, isFollowed ? 1 : 0 as Int64)
    statement.bind(first + 7, followedAt)
    statement.bind(first + 8, importance)
  }

  /// Everything it says, unambiguously, for a digest.
  var digested: String {
    let parts: [String?] = [
      "\(account)", address, title, site, folders, tags, "\(isFollowed)",
      followedAt.map { "\($0)" }, importance.map { "\($0)" },
    ]
    return parts.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: " ")
  }
}

/// Folders and tags as JSON text. Lists repeat the same few, so each text is made and read once.
/// A class, for it remembers.
final class ListCoder {
  private var texts: [[FolderPath]: String] = [:]
  private var paths: [String: [FolderPath]] = [:]
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()

  /// Paths as an array of arrays.
  func text(of folders: [FolderPath]) throws -> String {
    if folders.isEmpty { return "[]" }
    if let text = texts[folders] { return text }
    let text = String(decoding: try encoder.encode(folders), as: UTF8.self)
    texts[folders] = text
    return text
  }

  /// Labels as an array.
  func text(of tags: [String]) throws -> String {
    tags.isEmpty ? "[]" : String(decoding: try encoder.encode(tags), as: UTF8.self)
  }

  /// Reads paths.
  func folders(_ text: String) throws -> [FolderPath] {
    if text == "[]" { return [] }
    if let known = paths[text] { return known }
    guard let read = try? decoder.decode([FolderPath].self, from: Data(text.utf8)) else {
      throw OddValue(sentence: "a list of folders cannot be read")
    }
    paths[text] = read
    return read
  }

  /// Reads labels.
  func tags(_ text: String) throws -> [String] {
    if text == "[]" { return [] }
    guard let read = try? decoder.decode([String].self, from: Data(text.utf8)) else {
      throw OddValue(sentence: "a list of labels cannot be read")
    }
    return read
  }
}
