import Foundation

/// What stands at a path, told by its first hundred bytes, before SQLite is let near it: SQLite
/// would roll a journal back, and a file of somebody else must not change by one byte.
enum PondFile {
  /// What was found.
  enum Standing: Equatable {
    case missing
    /// A pond file whose schema has this version.
    case pond(version: Int)
    /// Anything else, in words.
    case foreign(looksLike: String)
  }

  /// What a file looks like that begins as a database does and goes on as none.
  static let damagedDatabase = "a damaged database"

  /// The absolute path behind the one a person named, links followed as far as they lead.
  static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Whether two paths lead to one file, whatever each calls it.
  static func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else {
      return resolved(one) == resolved(other)
    }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Looks at the first bytes.
  /// - Throws: `StoreFailure` for what is no regular file or may not be read.
  static func standing(at path: String) throws(StoreFailure) -> Standing {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .missing }
      throw Self.failure(path, errno)
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(file, &header, header.count, 0)
    guard count >= 0 else { throw .diskFailing(path: path, reason: reason(errno)) }
    return standing(header: Array(header.prefix(count)))
  }

  /// What a file with these first bytes is.
  static func standing(header: [UInt8]) -> Standing {
    if header.isEmpty { return .foreign(looksLike: "an empty file") }
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      return .foreign(
        looksLike: header.starts(with: "SQLite".utf8) ? damagedDatabase : "other data")
    }
    guard number(header, 68) == Schema.applicationID else {
      return .foreign(looksLike: "another program's database")
    }
    // Format versions for writing and reading: SQLite takes a file of a later one for read-only.
    guard header[18] <= 2, header[19] <= 2 else { return .foreign(looksLike: damagedDatabase) }
    return .pond(version: Int(number(header, 60)))
  }

  /// The big-endian number at an offset of the header.
  private static func number(_ header: [UInt8], _ offset: Int) -> Int32 {
    Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// What a system error on a path means.
  static func failure(_ path: String, _ code: Int32) -> StoreFailure {
    switch code {
    case EACCES, EPERM: .forbidden(path: path)
    case EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EIO: .diskFailing(path: path, reason: reason(code))
    case EISDIR, ENXIO, ELOOP: .notAFile(path: path)
    default: .cannotCreate(path: path, reason: reason(code))
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
