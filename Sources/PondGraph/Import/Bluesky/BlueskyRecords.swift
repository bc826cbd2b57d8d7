import Foundation

/// The records of a repository, read from their blocks as far as they are wanted.
struct BlueskyRecords {
  private let file: CARFile
  private let owner: String
  private let start: [UInt8]
  private var ledger: BlueskyLedger
  private var others: [String: Int] = [:]
  private var quietPosts = 0
  private var damaged: [String] = []

  init(_ file: CARFile, owner: String, now: Date) {
    self.file = file
    self.owner = owner
    start = Array("at://\(owner)/".utf8)
    ledger = BlueskyLedger(owner: owner, now: now)
  }

  /// Takes a record by its key, `collection/rkey`.
  mutating func take(_ key: UnsafeBufferPointer<UInt8>, _ record: Range<Int>) {
    guard let slash = key.lastIndex(of: UInt8(ascii: "/")) else {
      return damaged.append(String(decoding: key, as: UTF8.self))
    }
    let collection = UnsafeBufferPointer(rebasing: key[..<slash])
    let rkey = UnsafeBufferPointer(rebasing: key[(slash + 1)...])
    do throws(CBORDamage) {
      guard try read(collection, rkey, key, record) else { throw CBORDamage(offset: 0) }
    } catch {
      damaged.append(String(decoding: key, as: UTF8.self))
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  // Whether the record says what a record of its kind must.
  private mutating func read(
    _ collection: Bytes, _ rkey: Bytes, _ key: Bytes, _ record: Range<Int>
  ) throws(CBORDamage) -> Bool {
    var cursor = file.cursor(record)
    switch BlueskyCollection(collection) {
    case .follow:
      let fields = try BlueskyFields(&cursor)
      return ledger.follow(
        uri(key), of: fields.subject, at: ledger.date(fields.createdAt, key: rkey))
    case .like, .repost:
      let fields = try BlueskyFields(&cursor)
      let kind: ActKind = BlueskyCollection(collection) == .like ? .liked : .reshared
      return ledger.act(kind, with: fields.subject, at: ledger.date(fields.createdAt, key: rkey))
    case .post:
      post(try BlueskyPostFields(&cursor), rkey)
      return true
    case .block: return ledger.block(try BlueskyFields(&cursor).subject)
    case .list:
      let fields = try BlueskyFields(&cursor)
      ledger.list(uri(key), name: fields.name, purpose: fields.purpose)
      return true
    case .listItem:
      let fields = try BlueskyFields(&cursor)
      return ledger.member(of: fields.list, fields.subject)
    case nil:
      others[String(decoding: collection, as: UTF8.self), default: 0] += 1
      return true
    }
  }

  private mutating func post(_ fields: BlueskyPostFields, _ rkey: Bytes) {
    if !ledger.take(fields, at: ledger.date(fields.createdAt, key: rkey)) { quietPosts += 1 }
  }

  private func uri(_ key: Bytes) -> String {
    String(unsafeUninitializedCapacity: start.count + key.count) { buffer in
      _ = buffer.initialize(from: start)
      _ = UnsafeMutableBufferPointer(rebasing: buffer[start.count...]).initialize(from: key)
      return start.count + key.count
    }
  }

  // MARK: The end

  /// Everything taken.
  func imported(_ path: String, format: String, tree: MerkleSearchTree) -> Imported {
    var imported = Imported(path: path, format: format)
    imported.owner = AccountKey(kind: .bluesky, value: owner)
    imported.accounts = ledger.mentions()
    imported.acts = ledger.acts
    imported.attention = ledger.attention.map { [$0] } ?? []
    imported.isComplete =
      file.cut == nil && file.spoiled == 0 && file.foreign == 0 && tree.missingNodes == 0
      && tree.missingRecords == 0 && tree.damaged == 0
    imported.skipped = skipped(tree)
    imported.warnings = warnings(tree)
    imported.original = ledger.follows.original(path: path, isComplete: imported.isComplete)
    return imported
  }

  private func skipped(_ tree: MerkleSearchTree) -> [Skipped] {
    var skipped = damaged.map { Skipped(what: $0, why: "the record cannot be read", isLoss: true) }
    let losses: [(Int, String, String)] = [
      (file.spoiled, "block", "the bytes do not have the digest by which they are named"),
      (tree.damaged, "part of the tree", "it cannot be read"),
    ]
    skipped += losses.filter { $0.0 > 0 }.map { count, what, why in
      Skipped(what: "\(count) \(what)\(count == 1 ? "" : "s")", why: why, isLoss: true)
    }
    skipped += ledger.leftOut(quietPosts: quietPosts)
    skipped += others.sorted { $0.key < $1.key }.map { collection, count in
      Skipped(
        what: count == 1 ? "1 record" : "\(count) records",
        why: "Pond learns nothing from \(collection)", isLoss: false)
    }
    return skipped
  }

  private func warnings(_ tree: MerkleSearchTree) -> [String] {
    var warnings: [String] = []
    let missing = tree.missingNodes + tree.missingRecords
    if missing > 0 {
      let words = missing == 1 ? "1 block" : "\(missing) blocks"
      warnings.append(
        "\(words) of the repository, named in it, are not in the file: it holds a part of it")
    }
    return warnings
  }
}

extension BlueskyLedger {
  /// What was read and teaches nothing, counted.
  func leftOut(quietPosts: Int) -> [Skipped] {
    let counts: [(Int, String, String)] = [
      (quietPosts, "post", "of your own, with no answer to anybody in it"),
      (own, "act", "with your own posts"),
      (elsewhere, "act", "with feeds and lists, which are no posts"),
    ]
    return counts.filter { $0.0 > 0 }.map { count, what, why in
      Skipped(what: "\(count) \(what)\(count == 1 ? "" : "s")", why: why, isLoss: false)
    }
  }
}
