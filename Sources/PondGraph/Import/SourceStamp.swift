import Foundation

/// What the disk says of a file or folder, without its contents being read: when it is the same again,
/// what is in it is taken to be the same.
enum SourceStamp {
  /// How things stand at a path.
  enum Standing: Hashable {
    /// The kind, the sizes and the times of change of everything there.
    case there(stamp: String)
    /// Nothing is there.
    case gone
    /// Something is there that may not be looked at.
    case unreadable
  }

  /// Looks at a path. A folder is known by all the files below it, a database also by the log that
  /// SQLite keeps beside it. O(files).
  static func standing(at path: String) -> Standing {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return errno == ENOENT ? .gone : .unreadable }
    guard access(path, R_OK) == 0 else { return .unreadable }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      let log = self.facts(path + "-wal").map { " wal \($0)" } ?? ""
      return .there(stamp: "file \(words(facts))\(log)")
    }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      return .unreadable
    }
    let lines = names.sorted().compactMap { name in
      self.facts(path + "/" + name).map { "\(name)\u{0}\($0)\n" }
    }
    return .there(stamp: "folder \(lines.count) \(Digest.hex(Data(lines.joined().utf8)))")
  }

  /// How a source stands now, beside how it stood when it was learned.
  static func state(of source: RememberedSource) -> SourceState {
    switch standing(at: source.path) {
    case .gone: .gone
    case .unreadable: .unreadable
    case .there(source.stamp): .unchanged
    case .there(let stamp): kind(stamp) == kind(source.stamp) ? .changed : .anotherKind
    }
  }

  private static func kind(_ stamp: String) -> Substring {
    stamp.prefix { $0 != " " }
  }

  // Of folders alone nothing is told: their times change with what other programs leave in them.
  private static func facts(_ path: String) -> String? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return words(facts)
  }

  private static func words(_ facts: stat) -> String {
    "\(facts.st_size) \(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
  }
}
