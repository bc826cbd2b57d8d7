import Foundation
import Synchronization

/// Which pond files this process has open. POSIX drops a process's locks on a file as soon as the
/// process closes *any* descriptor of it, so nobody may look at the raw bytes of a file on which
/// another part of the process holds a connection: SQLite's locks would be gone.
enum OpenFiles {
  /// Which file it is, whatever its name.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  private static let counts = Mutex<[Identity: Int]>([:])

  /// Something that keeps a file marked as open until it goes away. A class for its `deinit`.
  final class Mark: Sendable {
    /// Which file it is; nil where there was none yet.
    let identity: Identity?

    fileprivate init(_ identity: Identity?) {
      self.identity = identity
    }

    deinit {
      guard let identity else { return }
      OpenFiles.counts.withLock { counts in
        let rest = (counts[identity] ?? 1) - 1
        counts[identity] = rest > 0 ? rest : nil
      }
    }
  }

  /// Marks a file as open; looks at its raw bytes first unless this process has it open already,
  /// in which case they were looked at then.
  static func mark(
    _ path: String, look: (String) throws -> Void
  ) rethrows -> Mark {
    try counts.withLock { counts in
      guard let identity = identity(of: path) else {
        try look(path)
        return Mark(nil)
      }
      if counts[identity] == nil { try look(path) }
      counts[identity, default: 0] += 1
      return Mark(identity)
    }
  }

  private static func identity(of path: String) -> Identity? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return Identity(device: UInt64(facts.st_dev), number: UInt64(facts.st_ino))
  }
}
