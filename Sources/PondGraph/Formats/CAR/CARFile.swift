/// A content-addressable archive, version 1: a header, then blocks in any order, each with the
/// digest by which others name it. https://ipld.io/specs/transport/car/carv1/
///
/// The bytes are not copied: the index holds eight bytes for each block.
package struct CARFile {
  private let bytes: UnsafeRawBufferPointer
  // Where each block stands, in the upper half, and four bytes of its digest, so that another's page
  // of the file is hardly ever looked at.
  private var slots: [UInt64]
  private var mask: Int
  /// How many blocks can be found by their digest.
  package private(set) var blocks = 0
  /// How many blocks do not have the digest that stands before them.
  package private(set) var spoiled = 0
  /// How many blocks are named by another digest than SHA-256, and cannot be found.
  package private(set) var foreign = 0
  /// Where the 32 bytes of the first root's digest stand.
  package let root: Int
  /// Where the file ends inside of a block; nil where it does not.
  package private(set) var cut: Int?

  /// The bytes of a block, and the 32 bytes of the SHA-256 that stand before it.
  package typealias NamedBlock = (block: UnsafeRawBufferPointer, digest: UnsafeRawBufferPointer)

  /// Whether bytes begin as an archive does.
  package static func isCAR(_ start: some Sequence<UInt8>) -> Bool {
    let start = Array(start.prefix(24))
    guard let length = start.firstIndex(where: { $0 < 0x80 }), length < 5 else { return false }
    let header = start[(length + 1)...]
    return header.starts(with: [0xA2, 0x65] + Array("roots".utf8))
      || header.starts(with: [0xA2, 0x67] + Array("version".utf8))
  }

  /// Reads the header and indexes the blocks. O(bytes).
  /// - Parameters:
  ///   - bytes: the whole file; it must outlive the value.
  ///   - verify: of some blocks in turn, which have their digest. One that has not is left out of
  ///     the index.
  /// - Throws: `CARDamage` where there is no header to go by.
  package init(
    _ bytes: UnsafeRawBufferPointer,
    verify: ([NamedBlock]) -> [Bool]
  ) throws(CARDamage) {
    guard bytes.count <= Int(UInt32.max) else { throw .tooLarge(bytes: bytes.count) }
    self.bytes = bytes
    guard let header = Self.section(bytes, at: 0) else { throw .noHeader }
    root = try Self.root(bytes, header)
    // Blocks take some 250 bytes.
    let capacity = Self.capacity(for: bytes.count / 200)
    slots = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
    index(from: header.upperBound, verify)
  }

  /// Where the bytes of a block stand, by the place of its digest in the file; nil for a block that
  /// is not there. O(1).
  package func block(_ digest: Int) -> Range<Int>? {
    guard digest >= 0, digest + 32 <= bytes.count else { return nil }
    var slot = hash(digest) & mask
    while slots[slot] != 0 {
      if let block = block(in: slot, ifNamed: digest) { return block }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// A cursor over a block.
  package func cursor(_ block: Range<Int>) -> CBORCursor { CBORCursor(bytes, in: block) }

  /// The bytes of a range of the file.
  package func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  // MARK: The index

  // Many blocks at a time, so that waking the other cores to verify them is worth it.
  private mutating func index(from start: Int, _ verify: ([NamedBlock]) -> [Bool]) {
    var waiting: [(place: Int, digest: Int, data: Range<Int>)] = []
    var place = start
    while place < bytes.count {
      guard let section = Self.section(bytes, at: place) else {
        cut = place
        break
      }
      if let block = Self.block(bytes, at: place) {
        waiting.append((place, block.digest, block.data))
        if waiting.count == 65_536 { take(&waiting, verify) }
      } else if !section.isEmpty {
        foreign += 1
      }
      place = section.upperBound
    }
    take(&waiting, verify)
  }

  private mutating func take(
    _ waiting: inout [(place: Int, digest: Int, data: Range<Int>)],
    _ verify: ([NamedBlock]) -> [Bool]
  ) {
    let verdicts = verify(waiting.map { (slice($0.data), slice($0.digest..<$0.digest + 32)) })
    for (block, isTrue) in zip(waiting, verdicts) {
      if isTrue { insert(block.place, block.digest) } else { spoiled += 1 }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func insert(_ place: Int, _ digest: Int) {
    if blocks * 10 >= slots.count * 7 { grow() }
    if put(place, digest) { blocks += 1 }
  }

  // Whether no block of that digest was there.
  private mutating func put(_ place: Int, _ digest: Int) -> Bool {
    var slot = hash(digest) & mask
    while slots[slot] != 0 {
      if block(in: slot, ifNamed: digest) != nil { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt64(place) << 32 | mark(digest)
    return true
  }

  private func block(in slot: Int, ifNamed digest: Int) -> Range<Int>? {
    let entry = slots[slot]
    guard entry & UInt64(UInt32.max) == mark(digest),
      let block = Self.block(bytes, at: Int(entry >> 32)), isSame(block.digest, digest)
    else { return nil }
    return block.data
  }

  private mutating func grow() {
    let known = slots
    slots = [UInt64](repeating: 0, count: known.count * 2)
    mask = slots.count - 1
    for entry in known where entry != 0 {
      let place = Int(entry >> 32)
      if let block = Self.block(bytes, at: place) { _ = put(place, block.digest) }
    }
  }

  private static func capacity(for blocks: Int) -> Int {
    var capacity = 1 << 8
    while capacity < blocks * 2 { capacity *= 2 }
    return capacity
  }

  // A digest is as good as random: eight of its bytes are a hash.
  private func hash(_ digest: Int) -> Int {
    Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: digest, as: UInt64.self))
  }

  // Four others.
  private func mark(_ digest: Int) -> UInt64 {
    UInt64(bytes.loadUnaligned(fromByteOffset: digest + 8, as: UInt32.self))
  }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    for offset in stride(from: 0, to: 32, by: 8) {
      let one = bytes.loadUnaligned(fromByteOffset: left + offset, as: UInt64.self)
      let other = bytes.loadUnaligned(fromByteOffset: right + offset, as: UInt64.self)
      if one != other { return false }
    }
    return true
  }

  // MARK: Sections

  /// What the length at a place encloses; nil where the file ends first.
  private static func section(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Range<Int>? {
    var (index, length, shift) = (place, 0, 0)
    while index < bytes.count, shift < 35 {
      let byte = bytes[index]
      index += 1
      length |= Int(byte & 0x7F) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      return length <= bytes.count - index ? index..<index + length : nil
    }
    return nil
  }

  /// The digest and the data of the block at a place; nil where it is named otherwise.
  private static func block(
    _ bytes: UnsafeRawBufferPointer, at place: Int
  ) -> (digest: Int, data: Range<Int>)? {
    guard let section = section(bytes, at: place), section.count >= 34 else { return nil }
    let start = section.lowerBound
    // Version 1 has a version and a codec of one byte each before the multihash, version 0 neither.
    let head = bytes[start] == 1 ? 4 : 2
    guard section.count >= head + 32, bytes[start + head - 2] == 0x12,
      bytes[start + head - 1] == 0x20
    else { return nil }
    return (start + head, start + head + 32..<section.upperBound)
  }

  private static func root(
    _ bytes: UnsafeRawBufferPointer, _ header: Range<Int>
  ) throws(CARDamage) -> Int {
    var cursor = CBORCursor(bytes, in: header)
    do throws(CBORDamage) {
      var (root, version): (Int?, Int?) = (nil, nil)
      for _ in 0..<(try cursor.map()) {
        let name = try cursor.text()
        if cursor.holds(name, "version") {
          version = try cursor.number()
        } else if cursor.holds(name, "roots") {
          for place in 0..<(try cursor.array()) {
            let link = try cursor.link()
            if place == 0 { root = link }
          }
        } else {
          try cursor.skip()
        }
      }
      guard version == 1, let root else { throw CBORDamage(offset: header.lowerBound) }
      return root
    } catch {
      throw .noHeader
    }
  }
}

/// Why an archive cannot be read at all.
package enum CARDamage: Error, Hashable, Sendable {
  /// Its header is damaged, of another version, or names no root.
  case noHeader
  /// It has more bytes than the index can name.
  case tooLarge(bytes: Int)
}
