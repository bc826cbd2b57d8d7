import Foundation
import Synchronization

/// A file that appears under its name whole or not at all, readable by its owner alone whatever
/// the umask, and never in place of another one.
enum NewFile {
  /// Writes a file and links it to its name. A name that exists already stays as it is.
  /// - Returns: whether this call made it; false when something of that name stood there first.
  static func write(_ bytes: Data, to path: String) throws(StoreFailure) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try makeFolder(folder)
    sweep(besides: path)
    let draft = draftName(for: path)
    defer { unlink(draft) }
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw creating(path, errno) }
    let written = fchmod(file, 0o600) == 0 && writeAll(bytes, file) && fsync(file) == 0
    let trouble = errno
    close(file)
    guard written else { throw creating(path, trouble) }
    return try publish(draft, as: path)
  }

  /// Gives a finished draft its name, unless the name is taken, and makes the name durable.
  static func publish(_ draft: String, as path: String) throws(StoreFailure) -> Bool {
    if link(draft, path) == 0 {
      unlink(draft)
      try syncFolder(of: path)
      return true
    }
    if errno == EEXIST { return false }
    // A file system without hard links (FAT): no other way is safe against a second Pond, but a
    // short look before the rename is near enough there.
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { throw creating(path, errno) }
    if access(path, F_OK) == 0 { return false }
    guard rename(draft, path) == 0 else { throw creating(path, errno) }
    try syncFolder(of: path)
    return true
  }

  /// A name beside the path that no other process and no other thread uses.
  static func draftName(for path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let number = drafts.add(1, ordering: .relaxed).newValue
    let name = ".\(url.lastPathComponent).new-\(getpid())-\(number)"
    return url.deletingLastPathComponent().appendingPathComponent(name).path
  }

  private static let drafts = Atomic<Int>(0)

  /// Removes the drafts of processes that were killed before they could.
  private static func sweep(besides path: String) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let start = ".\(url.lastPathComponent).new-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(start) {
      let digits = name.dropFirst(start.count).prefix { $0 != "-" }
      guard let process = pid_t(digits), process > 0, kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      unlink(folder.appendingPathComponent(name).path)
    }
  }

  /// Makes a folder and those above it that are missing, for their owner alone.
  private static func makeFolder(_ path: String) throws(StoreFailure) {
    if access(path, F_OK) == 0 { return }
    let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if above != path { try makeFolder(above) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw creating(path, errno) }
  }

  /// Makes the names in a file's folder durable.
  static func syncFolder(of path: String) throws(StoreFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    // Some file systems cannot sync a folder and say EINVAL: there is nothing more to do there.
    guard fsync(file) == 0 || errno == EINVAL else {
      throw .unsure(
        path: path, reason: String(cString: strerror(errno)),
        state: "The file stands there whole, but a power cut now could take it away again.")
    }
  }

  /// Makes the bytes of a file durable.
  static func syncFile(_ path: String) throws(StoreFailure) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw PondFile.failure(path, errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw PondFile.failure(path, errno) }
  }

  private static func writeAll(_ bytes: Data, _ file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private static func creating(_ path: String, _ code: Int32) -> StoreFailure {
    switch code {
    case ENOSPC, EDQUOT, EIO: PondFile.failure(path, code)
    default: .cannotCreate(path: path, reason: String(cString: strerror(code)))
    }
  }
}
