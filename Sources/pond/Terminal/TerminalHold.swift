import Foundation

/// The terminal while Pond has all of it: keys without Enter, a screen of its own. It is given back
/// at every end, also from signal handlers, which is why its state stands in globals.
enum TerminalHold {
  // Only the main thread and its signal handlers touch these; a handler only reads what was laid out
  // before it was installed, and `isHeld`.
  nonisolated(unsafe) private static var before = termios()
  nonisolated(unsafe) private static var raw = termios()
  nonisolated(unsafe) private static var isHeld = false
  nonisolated(unsafe) private static var bell: (out: Int32, into: Int32) = (-1, -1)

  /// A descriptor that becomes readable when the screen has to be drawn anew.
  static var redraws: Int32 { bell.out }

  /// Takes the terminal.
  /// - Returns: false where there is none that can be taken; then nothing was changed.
  static func take() -> Bool {
    guard tcgetattr(STDIN_FILENO, &before) == 0, openBell() else { return false }
    raw = before
    // Ctrl-C and Ctrl-Z stay signals: they mean what they mean everywhere.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    raw.c_iflag &= ~tcflag_t(ICRNL | IXON)
    withUnsafeMutableBytes(of: &raw.c_cc) { keys in
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
      // Nobody wants a core dump of a review.
      keys[Int(VQUIT)] = 0
    }
    guard hold() else { return false }
    signal(SIGWINCH) { _ in TerminalHold.ring() }
    signal(SIGTSTP) { _ in TerminalHold.pause() }
    signal(SIGCONT) { _ in TerminalHold.goOn() }
    return true
  }

  /// Gives the terminal back as it was. Safe to call from a signal handler, and more than once.
  static func giveBack() {
    guard isHeld else { return }
    isHeld = false
    put("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  /// Takes it as before, after it was given back for a while; asks for a redraw.
  static func takeAgain() {
    if hold() { ring() }
  }

  /// Gives it back for good.
  static func end() {
    for number in [SIGWINCH, SIGTSTP, SIGCONT] { signal(number, SIG_DFL) }
    giveBack()
    for number in [bell.out, bell.into] where number >= 0 { close(number) }
    bell = (-1, -1)
  }

  /// Forgets the redraws that were asked for.
  static func hush() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(bell.out, &bytes, bytes.count) > 0 {}
  }

  private static func hold() -> Bool {
    guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return false }
    isHeld = true
    // Its own screen, no cursor, and no line that wraps onto the next.
    put("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J")
    return true
  }

  private static func openBell() -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for number in ends {
      _ = fcntl(number, F_SETFL, O_NONBLOCK)
      _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }
    bell = (ends[0], ends[1])
    return true
  }

  // In a handler: ask for a redraw.
  private static func ring() {
    let kept = errno
    var byte: UInt8 = 1
    _ = write(bell.into, &byte, 1)
    errno = kept
  }

  // In a handler: Ctrl-Z. The shell gets its terminal, then the process stops as anybody's does.
  private static func pause() {
    let kept = errno
    giveBack()
    signal(SIGTSTP, SIG_DFL)
    var stopping = sigset_t()
    sigemptyset(&stopping)
    sigaddset(&stopping, SIGTSTP)
    kill(getpid(), SIGTSTP)
    sigprocmask(SIG_UNBLOCK, &stopping, nil)
    signal(SIGTSTP) { _ in TerminalHold.pause() }
    errno = kept
  }

  // In a handler: in the foreground again.
  private static func goOn() {
    let kept = errno
    takeAgain()
    errno = kept
  }

  private static func put(_ words: StaticString) {
    _ = write(STDOUT_FILENO, words.utf8Start, words.utf8CodeUnitCount)
  }
}
