package import Foundation

/// Writes files so that at every moment either the old one or the new one is there, whole.
package enum FileWriter {
  /// Writes bytes to a file, durably: a temporary file in the same folder, synced, renamed over the
  /// name, the folder synced. A symbolic link is followed and stays one; the mode of a file that is
  /// there is kept; a new one gets what the umask leaves of 0644.
  /// - Parameter isPrivate: whether only its owner may open it, whatever it was before.
  /// - Throws: `ExportFailure`; the file is then as it was, and no temporary file is left.
  package static func writeAtomically(
    _ bytes: Data, to path: String, overwrites: Bool, isPrivate: Bool = false
  ) throws {
    let target = try resolved(path)
    let mode = try modeOfTarget(target, named: path, overwrites: overwrites)
    let temporary = try TemporaryFile(beside: target, named: path)
    defer { temporary.discard() }
    try temporary.write(bytes, mode: isPrivate ? 0o600 : mode)
    try temporary.place(at: target, replaces: overwrites)
  }

  /// Writes several files that belong together, in their order: none where one of them may not be
  /// written. A process that is killed between two leaves whole files, the first ones new.
  package static func writeAtomically(
    _ files: [(bytes: Data, path: String)], overwrites: Bool
  ) throws {
    for file in files {
      _ = try modeOfTarget(try resolved(file.path), named: file.path, overwrites: overwrites)
    }
    for file in files { try writeAtomically(file.bytes, to: file.path, overwrites: overwrites) }
  }

  /// Removes the temporary file of a write that is under way, if there is one. Safe to call from a
  /// signal handler.
  package static func discardPending() { PendingFile.unlink() }

  // Where a chain of symbolic links ends; its end need not exist.
  private static func resolved(_ path: String) throws -> String {
    var target = path
    for _ in 0..<40 {
      var status = stat()
      guard lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return target }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let length = readlink(target, &buffer, buffer.count - 1)
      guard length > 0 else { throw failure(path, errno) }
      let link = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
      target = link.hasPrefix("/") ? link : folder(of: target) + "/" + link
    }
    throw failure(path, ELOOP)
  }

  private static func modeOfTarget(
    _ target: String, named path: String, overwrites: Bool
  ) throws -> mode_t? {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure(path, errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ExportFailure.notAFile(path: path) }
    guard overwrites else { throw ExportFailure.exists(path: path) }
    // Renaming needs no permission on the file itself; a file that is write-protected is meant so.
    guard access(target, W_OK) == 0 else { throw failure(path, errno) }
    return status.st_mode & 0o7777
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func failure(_ path: String, _ code: CInt) -> ExportFailure {
    switch code {
    case ENOENT, ENOTDIR: .noFolder(path: path)
    case EACCES, EPERM: .forbidden(path: path)
    case EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    case EEXIST: .exists(path: path)
    case EISDIR: .notAFile(path: path)
    default: .failed(path: path, reason: String(cString: strerror(code)).lowercased())
    }
  }
}

// A file beside the one that it will become.
private final class TemporaryFile {
  private let path: String
  private let name: String
  private var descriptor: CInt

  init(beside target: String, named path: String) throws {
    self.path = path
    let folder = FileWriter.folder(of: target)
    var number = 0
    repeat {
      let name = "\(folder)/.pond-\(getpid())-\(number).tmp"
      // Exclusive and no link: nobody can put something of theirs in its place beforehand.
      let opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if opened >= 0 {
        self.name = name
        descriptor = opened
        PendingFile.set(name)
        return
      }
      number += 1
    } while errno == EEXIST && number < 100
    throw FileWriter.failure(path, errno)
  }

  deinit { discard() }

  func write(_ bytes: Data, mode: mode_t?) throws {
    try bytes.withUnsafeBytes { all in
      var place = 0
      while place < all.count {
        let count = Glibc.write(descriptor, all.baseAddress.map { $0 + place }, all.count - place)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw FileWriter.failure(path, count < 0 ? errno : ENOSPC) }
        place += count
      }
    }
    guard fchmod(descriptor, mode ?? 0o644 & ~Self.umask) == 0, fsync(descriptor) == 0 else {
      throw FileWriter.failure(path, errno)
    }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw FileWriter.failure(path, errno) }
  }

  func place(at target: String, replaces: Bool) throws {
    if replaces {
      guard rename(name, target) == 0 else { throw FileWriter.failure(path, errno) }
    } else {
      try placeNew(at: target)
    }
    PendingFile.clear()
    try syncFolder(of: target)
  }

  // A link fails where a name is taken, so that what somebody else made meanwhile is not replaced.
  private func placeNew(at target: String) throws {
    if link(name, target) == 0 {
      unlink(name)
      return
    }
    // Some file systems know no links, and say so in one of these ways.
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno), rename(name, target) == 0 else {
      throw FileWriter.failure(path, errno)
    }
  }

  private func syncFolder(of target: String) throws {
    let folder = open(FileWriter.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    defer { close(folder) }
    // Some file systems cannot sync a folder, and say so with EINVAL.
    guard fsync(folder) == 0 || errno == EINVAL else {
      throw ExportFailure.notDurable(path: path)
    }
  }

  func discard() {
    if descriptor >= 0 {
      close(descriptor)
      descriptor = -1
    }
    if PendingFile.clear(name) { unlink(name) }
  }

  // Reading the umask means setting it for a moment; a command writes its exports one at a time.
  private static var umask: mode_t {
    let mask = Glibc.umask(0o077)
    _ = Glibc.umask(mask)
    return mask
  }
}

// The name of the temporary file that is there at this moment, where a signal handler can find it.
private enum PendingFile {
  // Set once a file is there and cleared before its name is freed; a handler only reads it and
  // unlinks. Exports are written one at a time, on one thread.
  nonisolated(unsafe) private static var name: UnsafeMutablePointer<CChar>?

  static func set(_ path: String) {
    name = strdup(path)
  }

  static func clear() {
    let old = name
    name = nil
    free(old)
  }

  // Whether it was still this one that was pending.
  static func clear(_ path: String) -> Bool {
    guard let name, String(cString: name) == path else { return false }
    clear()
    return true
  }

  static func unlink() {
    if let name { _ = Glibc.unlink(name) }
  }
}
