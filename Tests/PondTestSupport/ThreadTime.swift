import Foundation

/// The processor time of this thread: seconds of a wall clock say as much about what else the machine does.
public enum ThreadTime {
  /// What it spent since it began.
  public static var spent: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}
