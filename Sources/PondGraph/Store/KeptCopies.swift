package import Foundation
import GRDB
import Synchronization

/// A copy of a pond file that Pond made by itself.
package struct KeptCopy: Hashable, Sendable {
  /// Where it is.
  package let path: String
  /// Its number: the newest has the highest, whatever the clock showed.
  package let number: Int
  /// What the clock showed when it was made.
  package let at: Date
  /// Its size in bytes.
  package let bytes: Int
}

extension PondStore {
  /// Which files this process changed, and has not copied since.
  private static let changed = Mutex<Set<String>>([])

  /// Notes that a pond file holds something new.
  static func noteChange(of path: String) {
    changed.withLock { paths in _ = paths.insert(path) }
  }

  /// Copies every pond file that this process changed into `backups/` beside it, and removes the
  /// oldest copies. To be called once, when a command is done.
  /// - Parameter isMeant: whether a file is to be copied now; all are, unless a test says otherwise.
  /// - Returns: what went wrong; the changes themselves are kept whatever comes of their copies.
  package static func keepCopies(
    at now: Date, where isMeant: (String) -> Bool = { _ in true }
  ) -> [StoreFailure] {
    let all = changed.withLock { $0 }
    let paths = all.filter(isMeant).sorted()
    changed.withLock { $0.subtract(paths) }
    return paths.compactMap { path -> StoreFailure? in
      do {
        try KeptCopies(of: path).add(at: now)
        return nil
      } catch {
        return StoreFailure(error, path: path)
      }
    }
  }

  /// The copies that Pond made of a pond file by itself, the newest first.
  package static func copies(of path: String) -> [KeptCopy] {
    KeptCopies(of: PondFile.resolved(path)).all
  }
}

/// The copies that Pond makes by itself: the last states of a pond file that changed something, each
/// looked through before it gets its name.
struct KeptCopies {
  /// How many are kept.
  static let most = 5
  /// A file of more bytes is copied at most once a day, for a copy should cost less than the change.
  static let often = 16 << 20
  /// A file of more bytes is not copied: five of them would be a surprise to a disk.
  static let largest = 256 << 20

  private let file: URL
  /// Where they are.
  var folder: URL { file.deletingLastPathComponent().appendingPathComponent("backups") }
  private var start: String { file.lastPathComponent + "." }

  init(of path: String) {
    file = URL(fileURLWithPath: path)
  }

  /// The copies, the newest first. Only what is a plain file of Pond's under such a name is one.
  var all: [KeptCopy] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap(copy).sorted { $0.number > $1.number }
  }

  // `pond.sqlite.000012.2026-06-01T080000Z`
  private func copy(_ name: String) -> KeptCopy? {
    guard name.hasPrefix(start) else { return nil }
    let parts = name.dropFirst(start.count).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), number > 0,
      let at = Stamp.date(String(parts[1]))
    else { return nil }
    let path = folder.appendingPathComponent(name).path
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1,
      case .pond? = try? PondFile.standing(at: path)
    else { return nil }
    return KeptCopy(path: path, number: number, at: at, bytes: Int(facts.st_size))
  }

  /// Adds a copy of the present state and removes the oldest.
  func add(at now: Date) throws {
    let before = all
    guard isWorthIt(before.first, now) else { return }
    let mark = OpenFiles.mark(file.path) { _ in }
    try withExtendedLifetime(mark) {
      let source = try Connection.open(file.path, readonly: true)
      try write(source, after: before.first?.number ?? 0, now)
      try source.close()
    }
    for old in all.dropFirst(Self.most) { unlink(old.path) }
  }

  private func isWorthIt(_ newest: KeptCopy?, _ now: Date) -> Bool {
    var facts = stat()
    guard stat(file.path, &facts) == 0, facts.st_size <= Self.largest else { return false }
    guard facts.st_size > Self.often, let newest else { return true }
    // A copy of a moment that is still to come was dated by a clock that was ahead.
    let age = now.timeIntervalSince(newest.at)
    return age < 0 || age >= 86_400
  }

  // Another Pond may take the same number at the same time.
  private func write(_ source: DatabaseQueue, after number: Int, _ now: Date) throws {
    var number = number
    for _ in 0..<20 {
      number += 1
      let digits = String(number)
      let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      let name = "\(start)\(padded).\(Stamp.text(now))"
      guard !all.contains(where: { $0.number == number }) else { continue }
      do {
        return try Copy.write(of: source, to: folder.appendingPathComponent(name).path)
      } catch let failure as StoreFailure {
        guard case .exists = failure else { throw failure }
      }
    }
  }
}

/// A moment in the name of a file, to the second: `2026-06-01T080000Z`.
enum Stamp {
  private static let format = Date.ISO8601FormatStyle(
    dateTimeSeparator: .standard, timeSeparator: .omitted)

  /// The text.
  static func text(_ date: Date) -> String {
    let seconds = (Instant.stored(date) ?? 0) / 1000
    return Date(timeIntervalSince1970: Double(seconds)).formatted(format)
  }

  /// The moment; nil for any other text.
  static func date(_ text: String) -> Date? { try? Date(text, strategy: format) }
}
