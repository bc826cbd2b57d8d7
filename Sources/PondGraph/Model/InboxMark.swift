import Foundation

/// The first bytes of the file beside a pond file in which answers lie that are not kept yet. A file of
/// that name without them is somebody else's, and is neither emptied nor removed.
package enum InboxMark {
  /// The bytes, sixteen of them.
  package static let bytes = Array("Pond inbox 1\n\0\0\0".utf8)

  /// Where the inbox of a pond file is.
  package static func path(of pondFile: String) -> String { pondFile + ".fetching" }

  /// Whether the beginning of a file is that of an inbox, or of one that was being begun.
  package static func begins(_ start: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: start) || Array(start.prefix(bytes.count)) == bytes
  }

  /// Whether the file at a path is an inbox: a plain file under one name alone that begins as one.
  package static func stands(at path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1 else {
      return false
    }
    var start = [UInt8](repeating: 0, count: bytes.count)
    let count = pread(file, &start, start.count, 0)
    return count >= 0 && begins(start.prefix(count))
  }
}
