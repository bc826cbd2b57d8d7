import Foundation
import PondGraph

/// How many files the process may have open. Where that is next to none, even the libraries below Pond
/// do not know what to do, so it is looked at first.
enum OpenFileLimit {
  /// What every command gets by with: three streams, a pond file, its journal and copy, what is read.
  static let least: rlim_t = 24

  // Glibc takes its own enum here.
  private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

  /// Raises the limit where it may be raised.
  /// - Throws: `TooFewFiles` where it stays too low.
  static func ensure() throws {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < least else { return }
    let allowed = limit.rlim_cur
    limit.rlim_cur = min(limit.rlim_max, 256)
    guard limit.rlim_cur >= least, setrlimit(resource, &limit) == 0 else {
      throw TooFewFiles(allowed: allowed)
    }
  }
}

extension OpenFileLimit {
  /// Raises the limit as far as it may be raised, for who has many at the other end.
  /// - Returns: how many files may be open now.
  static func raise(to wanted: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return 256 }
    if limit.rlim_cur < wanted {
      let before = limit.rlim_cur
      limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
      if setrlimit(resource, &limit) != 0 { limit.rlim_cur = before }
    }
    return Int(min(limit.rlim_cur, rlim_t(wanted)))
  }
}

/// The shell lets a program open next to no file.
struct TooFewFiles: Failure {
  let allowed: rlim_t
  var kind: FailureKind { .io }
  var sentence: String {
    "only \(allowed) files may be open at once here, and Pond needs \(OpenFileLimit.least)"
  }
  var state: String? { "Nothing was read and nothing was changed." }
  var advice: String? { "Raise the limit (ulimit -n 256), then run the command again." }
}
