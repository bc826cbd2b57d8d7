import Foundation
import Seeded

/// Writes inputs that are too large to keep: `make-large KIND PATH [--count N]`.
@main
enum MakeLarge {
  static let seed: UInt64 = 0xADA_1A26E

  static func main() {
    do {
      let order = try Order(CommandLine.arguments.dropFirst())
      try order.kind.write(to: URL(fileURLWithPath: order.path), count: order.count)
      print("Wrote \(order.kind.rawValue) to \(order.path), count \(order.count)")
    } catch {
      FileHandle.standardError.write(Data("make-large: \(error)\n".utf8))
      exit(64)
    }
  }
}

/// What was asked for on the command line.
struct Order {
  let kind: Kind
  let path: String
  let count: Int

  init(_ words: ArraySlice<String>) throws {
    var rest = Array(words)
    var asked: Int?
    if let flag = rest.firstIndex(of: "--count") {
      guard rest.indices.contains(flag + 1), let number = Int(rest[flag + 1]), number > 0 else {
        throw Misuse.noCount
      }
      asked = number
      rest.removeSubrange(flag...(flag + 1))
    }
    guard rest.count == 2, let kind = Kind(rawValue: rest[0]) else { throw Misuse.noKind }
    self.kind = kind
    path = rest[1]
    count = asked ?? kind.usualCount
  }
}

/// Why the command line could not be understood.
enum Misuse: Error, CustomStringConvertible {
  case noKind
  case noCount

  var description: String {
    switch self {
    case .noKind:
      "say KIND PATH [--count N], where KIND is one of "
        + Kind.allCases.map(\.rawValue).joined(separator: ", ")
    case .noCount: "--count wants a whole number above zero"
    }
  }
}

/// What can be made, and how much of it where nobody says.
enum Kind: String, CaseIterable {
  /// Outlines within outlines; the count is their depth.
  case nested = "nested-opml"
  /// One attribute; the count is its length in bytes.
  case wide = "wide-attribute-opml"
  /// One outline; the count is the number of its attributes.
  case manyAttributes = "many-attributes-opml"
  /// An honest list; the count is the number of its feeds.
  case list = "opml"
  /// A newsboat database; the count is the number of its items.
  case cache = "newsboat-cache"
  /// A folder of RSS 2.0 files, a thousand posts to a file; the count is the number of posts.
  case feeds

  var usualCount: Int {
    switch self {
    case .nested, .manyAttributes, .list, .feeds: 100_000
    case .wide: 50_000_000
    case .cache: 1_000_000
    }
  }

  func write(to url: URL, count: Int) throws {
    switch self {
    case .nested: try LargeList.nested(depth: count).write(to: url)
    case .wide: try LargeList.wide(bytes: count).write(to: url)
    case .manyAttributes: try LargeList.manyAttributes(count).write(to: url)
    case .list: try LargeList.feeds(count).write(to: url)
    case .cache: try LargeCache.write(items: count, to: url)
    case .feeds: try LargeFeeds.write(posts: count, to: url)
    }
  }
}
