public import Foundation

extension Pond {
  /// Examines a pond file without changing it. Damage is reported, not thrown.
  public static func doctor(_ path: String) throws -> DoctorReport {
    try PondStore.doctor(path: path, deep: true)
  }

  /// A hash of what the pond file holds, the same for the same content however it came in.
  public func digest() throws -> String {
    try store.logicalDigest()
  }

  /// Makes a checked copy of the pond file.
  public func backup(to path: String) throws {
    try store.backup(to: path)
  }

  /// Puts a copy in place of a pond file.
  /// - Returns: where the file that stood there is kept; nil where none stood there.
  public static func restore(_ path: String, from copy: String, now: Date) throws -> String? {
    try PondStore.restore(from: copy, to: path, at: now)
  }

  /// Everything that Pond keeps for a pond file, as paths.
  public static func files(of path: String) throws -> [String] {
    try PondStore.files(of: path)
  }

  /// Removes everything that `files(of:)` names.
  public static func wipe(_ path: String) throws {
    try PondStore.wipe(path)
  }
}
