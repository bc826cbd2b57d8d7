import Foundation

/// What a JSON file looks like at its beginning, by which its origin is told.
struct JSONGlance {
  /// The names of the object that the file is, as far as they stand at its beginning; empty for a
  /// list.
  private(set) var names: Set<String> = []
  /// Those of the names under which an object stands.
  private(set) var groups: Set<String> = []
  /// The first record of the list that the file is; nil for an object, and for a list whose first
  /// record cannot be read or is longer than the beginning.
  private(set) var first: JSONValue?

  /// No more than this is looked at.
  private static let beginning = 1 << 16

  /// Looks at a file; nil for one that is no JSON.
  init?(_ source: ImportSource) {
    guard !source.isFolder else { return nil }
    var names: Set<String> = []
    var groups: Set<String> = []
    var first: JSONValue?
    let isJSON = source.bytes.withUnsafeBytes { raw -> Bool in
      let all = raw.bindMemory(to: UInt8.self)
      let mark = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let bytes = UnsafeBufferPointer(rebasing: all.prefix(Self.beginning))
      var cursor = JSONCursor(bytes, at: mark)
      if cursor.isAtObject() {
        // Where the beginning ends, it ends inside of something.
        try? cursor.forEachMember { name, cursor in
          names.insert(name.string)
          if cursor.isAtObject() { groups.insert(name.string) }
        }
        return true
      }
      guard cursor.take(UInt8(ascii: "[")) else { return false }
      first = try? cursor.value()
      return true
    }
    guard isJSON else { return nil }
    self.names = names
    self.groups = groups
    self.first = first
  }

  /// Whether the first record of the list has all of these members.
  func firstHas(_ members: String...) -> Bool {
    members.allSatisfy { first?[$0] != nil }
  }
}
