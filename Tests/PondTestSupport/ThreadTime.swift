import Foundation

/// The processor time of this thread. A wall clock says as much about what else the machine does, and a limit
/// on a test counts the minutes in which its turn had not come.
public enum ThreadTime {
  /// What it spent since it began.
  public static var spent: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }

  /// What it spends on `work`.
  public static func measure(_ work: () throws -> Void) rethrows -> Duration {
    let start = spent
    try work()
    return spent - start
  }
}
