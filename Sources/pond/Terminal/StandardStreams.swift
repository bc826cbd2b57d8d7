import Foundation

/// The three standard streams.
enum StandardStreams {
  /// Puts something in the place of a stream that the process was started without. To be called
  /// before any file is opened: the next file would get the free number, and what is printed would
  /// be written into it. What stands in for standard output takes nothing, so that output that is
  /// lost is noticed.
  static func fillGaps() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDOUT_FILENO ? O_RDONLY : O_RDWR)
    }
  }
}
