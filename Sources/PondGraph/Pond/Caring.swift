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

  /// Looks through the pond file and hands its bytes over, a piece at a time, all of one moment: as
  /// long as they are on their way nobody can write to it.
  public func backup(handing take: (Data) throws -> Void) throws {
    try store.backup(handing: take)
  }

  /// Keeps what comes in a file that only its owner can read, for as long as `use` takes.
  /// - Throws: `ImportFailure` where it cannot be kept, and what `use` throws.
  public static func withCopy<Result>(
    arriving input: FileHandle, _ use: (String) throws -> Result
  ) throws -> Result {
    try ArrivingCopy.with(input, use)
  }

  /// Something that the person set, as a copy brings it along.
  public struct CopiedSetting: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// What it is set to.
    public let value: String
    /// Whether it lets `pond fetch` ask a private host that may not be asked now.
    public let isNewHost: Bool
  }

  /// What a copy would bring along of what the person set, once it was looked through.
  public static func settings(ofCopy copy: String, for path: String) throws -> [CopiedSetting] {
    let (all, newHosts) = try PondStore.settings(ofCopy: copy, for: path)
    return all.map { setting in
      CopiedSetting(
        name: setting.name, value: setting.shown,
        isNewHost: setting.name == CopySetting.allowedHost && newHosts.contains(setting.value))
    }
  }

  /// Puts a copy in place of a pond file.
  /// - Parameter denied: private hosts that the copy allows and that are not taken along.
  /// - Returns: where the file that stood there is kept; nil where none stood there.
  public static func restore(
    _ path: String, from copy: String, denying denied: [String] = [], now: Date
  ) throws -> String? {
    try PondStore.restore(from: copy, to: path, at: now, denying: denied)
  }

  /// A copy that Pond made by itself.
  public struct OwnCopy: Hashable, Sendable {
    /// Where it is.
    public let path: String
    /// What the clock showed when it was made.
    public let at: Date
    /// Its size in bytes.
    public let bytes: Int
  }

  /// The copies that Pond made of a pond file by itself, the newest first.
  public static func copies(of path: String) -> [OwnCopy] {
    PondStore.copies(of: path).map { OwnCopy(path: $0.path, at: $0.at, bytes: $0.bytes) }
  }

  /// Copies the pond files that this process changed. To be called once, when a command is done.
  /// - Returns: what went wrong; the changes are kept whatever comes of their copies.
  public static func keepCopies(now: Date) -> [any Failure] { PondStore.keepCopies(at: now) }

  /// Everything that Pond keeps for a pond file, as paths.
  public static func files(of path: String) throws -> [String] {
    try PondStore.files(of: path)
  }

  /// Removes everything that `files(of:)` names.
  public static func wipe(_ path: String) throws {
    try PondStore.wipe(path)
  }
}
