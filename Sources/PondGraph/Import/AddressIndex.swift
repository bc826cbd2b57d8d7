/// Finds the mention of an address that came before, as it is written, byte for byte.
///
/// A table of numbers with open addressing (Knuth, The Art of Computer Programming 3, §6.4): for
/// 100,000 addresses it takes two megabytes where a dictionary that keeps the addresses takes eight.
struct AddressIndex {
  // Mentions by their number from 1; 0 is a free place. The size is a power of two.
  private var table: [Int32]
  // A part of each address's hash, so that most addresses need no look.
  private var hashes: [UInt32]

  /// Makes a table for no more than so many mentions.
  init(capacity: Int) {
    var size = 1 << 4
    while size < capacity * 2 { size *= 2 }
    table = [Int32](repeating: 0, count: size)
    hashes = [UInt32](repeating: 0, count: size)
  }

  /// The number of the mention with this address; nil when there is none, and then the number of
  /// the one that comes next is noted for it.
  mutating func index(of written: String, in mentions: [AccountMention]) -> Int? {
    let hash = written.hashValue
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    var place = hash & (table.count - 1)
    while table[place] > 0 {
      let found = Int(table[place]) - 1
      if hashes[place] == mark, Self.isSame(written, found, mentions) { return found }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = Int32(truncatingIfNeeded: mentions.count + 1)
    hashes[place] = mark
    return nil
  }

  private static func isSame(
    _ written: String, _ number: Int, _ mentions: [AccountMention]
  ) -> Bool {
    guard mentions.indices.contains(number), let other = mentions[number].address else {
      return false
    }
    return other.written.utf8.elementsEqual(written.utf8)
  }
}
