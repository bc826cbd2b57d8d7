import Foundation
import Synchronization

/// A folder for copies of a person's data, which only its owner may enter, gone with this value. A
/// class for its `deinit`.
///
/// When the process is stopped by a signal, `removeNow()` takes the folder away; when it is killed
/// outright, the next folder's making does: whose lock is gone is nobody's.
final class PrivateFolder {
  /// Where it is.
  let path: String
  private let lock: CInt
  private let pending: Words?

  /// Makes a folder where the system keeps what is needed for a moment.
  /// - Parameter names: every name that a file in it may have.
  /// - Throws: an error of errno.h as `POSIXError`.
  init(for names: [String]) throws(POSIXError) {
    let parent = FileManager.default.temporaryDirectory.path
    path = "\(parent)/\(Self.start)\(UUID().uuidString)"
    pending = Self.announce(path, names)
    guard mkdir(path, 0o700) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
    Self.sweep(parent, names, youngerThan: path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    // The words stay where they are: a handler may be reading them, and a run makes few folders.
    _ = pending.map {
      Self.pending.compareExchange(expected: $0, desired: nil, ordering: .acquiringAndReleasing)
    }
    if lock >= 0 { close(lock) }
  }

  private static let start = "pond-copy-"

  // Folders that a killed process left. One that is younger than a minute may be just being made.
  private static func sweep(_ parent: String, _ names: [String], youngerThan own: String) {
    guard let now = age(own) else { return }
    let others = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in others where name.hasPrefix(start) {
      let folder = "\(parent)/\(name)"
      guard let made = age(folder), now - made > 60 else { continue }
      let lock = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 {
        for name in names { unlink("\(folder)/\(name)") }
        rmdir(folder)
      }
      close(lock)
    }
  }

  // When a folder of this owner's last changed, by the clock of the disk itself.
  private static func age(_ folder: String) -> Int? {
    var facts = stat()
    guard lstat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == geteuid()
    else { return nil }
    return facts.st_mtim.tv_sec
  }

  // The folder that is there now, as words that a signal handler can use: it may neither allocate
  // nor wait. A second folder at the same time is not among them; it is left to the sweep.
  private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  // Unsafe in name only: the words are written before they are stored here, and never again.
  nonisolated(unsafe) private static let pending = Atomic<Words?>(nil)

  private static func announce(_ folder: String, _ names: [String]) -> Words? {
    let words = names.map { strdup("\(folder)/\($0)") } + [strdup(folder), nil]
    let list = Words.allocate(capacity: words.count)
    list.initialize(from: words, count: words.count)
    let isFirst = pending.compareExchange(
      expected: nil, desired: list, ordering: .acquiringAndReleasing
    ).exchanged
    return isFirst ? list : nil
  }

  /// Removes the folder that is there at this moment, if there is one. Safe in a signal handler.
  static func removeNow() {
    guard let words = pending.load(ordering: .acquiring) else { return }
    // Another thread may make one more file before the folder is gone.
    for _ in 0..<100 {
      var place = 0
      while let file = words[place], words[place + 1] != nil {
        unlink(file)
        place += 1
      }
      guard let folder = words[place], rmdir(folder) != 0, errno != ENOENT else { return }
    }
  }
}
