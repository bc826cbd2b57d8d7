#if Web
  import Foundation
  import Synchronization

  /// As of which moment pages look at the pond: as long as its file stays as it is, they stay with the moment
  /// of the first, for some minutes. A class, for it remembers, for whichever thread asks.
  final class WebPresent: Sendable {
    /// How long pages stay with a moment, in seconds: less than anybody reads off an age.
    static let patience: TimeInterval = 300

    private struct Facts: Equatable {
      let number: ino_t
      let size: off_t
      let seconds: Int
      let nanoseconds: Int
    }

    private let kept = Mutex<(facts: Facts, moment: Date)?>(nil)

    /// The moment for a page that is asked for now.
    func moment(of path: String, now: Date) -> Date {
      guard let facts = Self.facts(of: path) else { return now }
      return kept.withLock { kept in
        if let kept, kept.facts == facts, kept.moment <= now,
          now.timeIntervalSince(kept.moment) < Self.patience
        {
          return kept.moment
        }
        kept = (facts, now)
        return now
      }
    }

    // By the path: opening and closing the file once more would give up what SQLite holds of it.
    private static func facts(of path: String) -> Facts? {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      let changed = facts.st_mtim
      return Facts(
        number: facts.st_ino, size: facts.st_size, seconds: changed.tv_sec,
        nanoseconds: changed.tv_nsec)
    }
  }
#endif
