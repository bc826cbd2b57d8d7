import Foundation

/// A copy of another program's database in a private folder, gone with this value. A class, for
/// it stands for something that cannot be copied.
///
/// The original is only ever read. Opening it in place could change it: SQLite rolls journals back
/// and checkpoints a write-ahead log; leaving the log out would miss rows.
final class ForeignCopy {
  /// The copy, with the copies of `-wal` and `-journal` beside it where there are such files.
  let path: String
  private let folder: PrivateFolder

  /// Copies a database with what SQLite keeps beside it, all of one moment.
  /// - Throws: `ImportFailure`; `.locked` when the other program keeps writing to it.
  init(of source: ImportSource, log: Data? = nil, limit: Int) throws {
    do {
      folder = try PrivateFolder(for: Self.companions.map { "copy.db" + $0 } + ["copy.db-shm"])
    } catch {
      throw ImportFailure.unreadable(
        path: source.path, reason: "no folder can be made for a copy: \(Self.reason(error.code))")
    }
    path = folder.path + "/copy.db"
    try copy(source, limit)
    if let log { try write(log, to: path + "-wal", source.path) }
  }

  private static let companions = ["", "-wal", "-journal"]

  private func copy(_ source: ImportSource, _ limit: Int) throws {
    guard Self.facts(source.url.path) != nil else {
      return try write(source.bytes, to: path, source.path)
    }
    for _ in 0..<3 {
      let before = Self.companions.map { Self.facts(source.url.path + $0) }
      let size = before.reduce(0) { $0 + ($1?.size ?? 0) }
      guard size <= limit else {
        throw ImportFailure.tooLarge(path: source.path, bytes: size, limit: limit)
      }
      for (companion, facts) in zip(Self.companions, before) {
        try copyFile(source.url.path + companion, path + companion, facts, source.path)
      }
      if before == Self.companions.map({ Self.facts(source.url.path + $0) }) { return }
    }
    throw ImportFailure.locked(path: source.path)
  }

  private func copyFile(_ from: String, _ to: String, _ facts: Facts?, _ named: String) throws {
    unlink(to)
    guard let facts, facts.size > 0 else { return }
    do {
      try FileManager.default.copyItem(atPath: from, toPath: to)
    } catch {
      if access(from, R_OK) != 0 { throw ImportFailure.forbidden(path: named) }
      throw ImportFailure.unreadable(
        path: named, reason: "no copy can be made in \(folder.path): is that disk full?")
    }
    chmod(to, 0o600)
  }

  private func write(_ bytes: Data, to path: String, _ named: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
    else {
      throw ImportFailure.unreadable(path: named, reason: "no copy can be made in \(folder.path)")
    }
  }

  /// What tells that a file was written to in between.
  private struct Facts: Equatable {
    let size: Int
    let number: UInt64
    let seconds: Int
    let nanoseconds: Int
  }

  private static func facts(_ path: String) -> Facts? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Facts(
      size: Int(facts.st_size), number: UInt64(facts.st_ino), seconds: facts.st_mtim.tv_sec,
      nanoseconds: facts.st_mtim.tv_nsec)
  }

  private static func reason(_ code: POSIXErrorCode) -> String {
    String(cString: strerror(code.rawValue))
  }
}
