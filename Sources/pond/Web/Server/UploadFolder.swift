#if Web
  import Foundation
  import PondGraph
  import Synchronization

  /// A folder beside the pond file for what a form brings, which only its owner may enter, gone with
  /// this value. The names of the files in it are numbers: nothing that came decides where it lies.
  ///
  /// A class for its `deinit`, used by one request at a time. When the process is killed outright, the
  /// next `pond serve` takes the folder away: whose lock is gone is nobody's.
  final class UploadFolder {
    private let path: String
    private let lock: Int32
    private var count = 0
    private var file: Int32 = -1
    private var written = 0

    private static let start = ".pond-brought-"
    private static let open = Mutex<Set<String>>([])

    /// Makes one.
    /// - Throws: `UploadFailure`.
    init(beside pondFile: String) throws {
      let parent = URL(fileURLWithPath: pondFile).deletingLastPathComponent().path
      // As the pond file itself makes it.
      try? FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      path = "\(parent)/\(Self.start)\(Secret.make().prefix(16))"
      guard mkdir(path, 0o700) == 0 else { throw UploadFailure(code: errno) }
      lock = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
      let made = path
      _ = Self.open.withLock { $0.insert(made) }
    }

    deinit {
      if file >= 0 { close(file) }
      Self.empty(path)
      let gone = path
      _ = Self.open.withLock { $0.remove(gone) }
      if lock >= 0 { close(lock) }
    }

    /// Begins the next file.
    func begin() throws {
      let name = "\(path)/\(count)"
      file = Glibc.open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw UploadFailure(code: errno) }
      written = 0
      count += 1
    }

    /// Writes on.
    func write(_ bytes: ArraySlice<UInt8>) throws {
      try bytes.withUnsafeBytes { all in
        var place = 0
        while place < all.count {
          let sent = Glibc.write(file, all.baseAddress.map { $0 + place }, all.count - place)
          if sent < 0, errno == EINTR { continue }
          guard sent > 0 else { throw UploadFailure(code: sent < 0 ? errno : ENOSPC) }
          place += sent
        }
      }
      written += bytes.count
    }

    /// Ends the file that was begun.
    func end(named name: String) throws -> WebUpload {
      let closed = close(file)
      file = -1
      guard closed == 0 else { throw UploadFailure(code: errno) }
      return WebUpload(name: name, path: "\(path)/\(count - 1)", bytes: written)
    }

    /// Takes away what a `pond serve` that was killed left beside a pond file.
    static func sweep(beside pondFile: String) {
      let parent = URL(fileURLWithPath: pondFile).deletingLastPathComponent().path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
      for name in names where name.hasPrefix(start) {
        let folder = "\(parent)/\(name)"
        var facts = stat()
        guard lstat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR,
          facts.st_uid == geteuid()
        else { continue }
        let lock = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard lock >= 0 else { continue }
        if flock(lock, LOCK_EX | LOCK_NB) == 0 { empty(folder) }
        close(lock)
      }
    }

    /// Takes away what is there at this moment, when the process is about to end.
    static func removeAll() {
      for folder in open.withLock({ $0 }) { empty(folder) }
    }

    // Only what has a number for a name, and the folder only when nothing else is in it.
    private static func empty(_ folder: String) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where isOwn(name) { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }

    // A number, or what stands beside a database under its name.
    private static func isOwn(_ name: String) -> Bool {
      let digits = name.prefix { $0.isASCII && $0.isNumber }
      return !digits.isEmpty && ["", "-wal", "-journal"].contains(name.dropFirst(digits.count))
    }
  }

  /// What was brought could not be kept for the moment that it takes to read it.
  struct UploadFailure: Failure {
    let code: Int32
    var kind: FailureKind { .io }
    var sentence: String {
      code == ENOSPC || code == EDQUOT || code == EFBIG
        ? "the disk is full, so what you brought could not be taken"
        : "what you brought could not be kept for a moment beside the pond file: "
          + String(cString: strerror(code)).lowercased()
    }
    var state: String? { "Nothing was learned, and nothing of it was left on the disk." }
    var advice: String? { "Make room, or read it where it lies: pond import PATH" }
  }
#endif
