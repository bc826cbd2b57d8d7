/// The tree that maps the keys of a repository to its records.
/// https://atproto.com/specs/repository
///
/// A node may lack its left neighbour or any subtree: a proof holds no more than one branch. What
/// is missing is counted, and whatever stands is handed over in the order of the keys.
package struct MerkleSearchTree {
  private let file: CARFile
  /// How many nodes are not in the file: of their subtrees nothing is known.
  package private(set) var missingNodes = 0
  /// How many records are named by the tree and not in the file.
  package private(set) var missingRecords = 0
  /// How many nodes or entries cannot be read or stand out of order.
  package private(set) var damaged = 0
  private var visits = 0
  private var last: [UInt8] = []

  // The height of a key is the number of pairs of zero bits at the start of a SHA-256.
  private static let deepest = 130

  /// Prepares to walk a tree of a file.
  package init(_ file: CARFile) {
    self.file = file
  }

  /// Hands over every record that is there, in the order of the keys: the key and where the record
  /// stands in the file. O(records).
  /// - Parameter root: where the digest of the tree's top node stands in the file.
  package mutating func walk(
    from root: Int, _ take: (_ key: UnsafeBufferPointer<UInt8>, _ record: Range<Int>) -> Void
  ) {
    node(root, depth: 0, take)
  }

  private typealias Take = (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void

  private mutating func node(_ digest: Int, depth: Int, _ take: Take) {
    guard let block = file.block(digest) else {
      missingNodes += 1
      return
    }
    // No honest tree is deeper, nor has more nodes than there are blocks.
    visits += 1
    guard depth < Self.deepest, visits <= file.blocks else {
      damaged += 1
      return
    }
    do throws(CBORDamage) {
      try entries(of: block, depth: depth, take)
    } catch {
      damaged += 1
    }
  }

  // The entries are written before the left subtree, whose keys come first.
  private mutating func entries(
    of block: Range<Int>, depth: Int, _ take: Take
  ) throws(CBORDamage) {
    var cursor = file.cursor(block)
    var (left, entries): (Int?, CBORCursor?) = (nil, nil)
    for _ in 0..<(try cursor.map()) {
      let name = try cursor.text()
      if cursor.holds(name, "l") {
        left = try cursor.link()
      } else {
        if cursor.holds(name, "e") { entries = cursor }
        try cursor.skip()
      }
    }
    if let left { node(left, depth: depth + 1, take) }
    guard var entries else { return }
    var key: [UInt8] = []
    for _ in 0..<(try entries.array()) {
      try entry(&entries, after: &key, depth: depth, take)
    }
  }

  private mutating func entry(
    _ cursor: inout CBORCursor, after key: inout [UInt8], depth: Int, _ take: Take
  ) throws(CBORDamage) {
    var (suffix, shared, record, right): (Range<Int>?, Int, Int?, Int?) = (nil, 0, nil, nil)
    for _ in 0..<(try cursor.map()) {
      let name = try cursor.text()
      if cursor.holds(name, "k") {
        suffix = try cursor.byteString()
      } else if cursor.holds(name, "p") {
        shared = try cursor.number()
      } else if cursor.holds(name, "v") {
        record = try cursor.link()
      } else if cursor.holds(name, "t") {
        right = try cursor.link()
      } else {
        try cursor.skip()
      }
    }
    guard let suffix, let record, shared <= key.count else {
      throw CBORDamage(offset: cursor.index)
    }
    key.removeSubrange(shared...)
    key.append(contentsOf: file.slice(suffix))
    hand(key, record, take)
    if let right { node(right, depth: depth + 1, take) }
  }

  // Keys rise through the whole tree; one that does not is a tree that bites its tail.
  private mutating func hand(_ key: [UInt8], _ record: Int, _ take: Take) {
    guard last.lexicographicallyPrecedes(key) else {
      damaged += 1
      return
    }
    last.replaceSubrange(0..., with: key)
    guard let block = file.block(record) else {
      missingRecords += 1
      return
    }
    key.withUnsafeBufferPointer { take($0, block) }
  }
}
