import Foundation
import PondGraph

/// Ctrl-C, a closed terminal, a polite kill: Pond stops at once, and nothing is half-written, for
/// the pond file rolls an open transaction back and an export is renamed only when it is whole.
enum Interruption {
  /// Takes the signals over. To be called once, before anything is done.
  static func stopCleanly() {
    // Once now, so that a handler finds everything laid out: nothing may be made in there.
    Pond.abandonWork()
    TerminalHold.giveBack()
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { Interruption.stop($0) }
    }
    // A file that grows past a limit is an error to report, not a reason to be killed.
    signal(SIGXFSZ, SIG_IGN)
  }

  // `nohup` and `&` leave signals ignored, and mean it.
  static func isIgnored(_ number: Int32) -> Bool {
    var present = sigaction()
    guard sigaction(number, nil, &present) == 0 else { return false }
    return unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  // Only what a signal handler may call: unlink, rmdir, write, tcsetattr and _exit.
  static func stop(_ number: Int32) {
    TerminalHold.giveBack()
    Pond.abandonWork()
    let words: StaticString = "\npond: stopped; nothing was left half-written.\n"
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(128 + number)
  }
}
