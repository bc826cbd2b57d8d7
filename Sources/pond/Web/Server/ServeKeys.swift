#if Web
  import Foundation

  /// What the person says in the terminal while the page is open: keys, Ctrl-C, a polite kill.
  ///
  /// A class, for it holds the terminal and gives it back.
  final class ServeKeys {
    /// What was said.
    enum Word {
      case nothing, end, another
    }

    private var before = termios()
    private var isHeld = false
    private var reads: Bool

    init() {
      ServeBell.hang()
      // In the background a terminal may not be read, and what is no terminal says nothing.
      let foreground = tcgetpgrp(STDIN_FILENO)
      reads = isatty(STDIN_FILENO) == 1 && (foreground < 0 || foreground == getpgrp())
      guard reads, tcgetattr(STDIN_FILENO, &before) == 0 else { return }
      var keys = before
      keys.c_lflag &= ~tcflag_t(ICANON | ECHO)
      isHeld = tcsetattr(STDIN_FILENO, TCSANOW, &keys) == 0
    }

    /// Gives the terminal back as it was.
    func giveBack() {
      if isHeld { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
      isHeld = false
    }

    /// Waits for a word.
    func wait(atMost time: Duration) -> Word {
      var watched = [
        pollfd(fd: ServeBell.out, events: Int16(POLLIN), revents: 0),
        pollfd(fd: reads ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      ]
      let parts = time.components
      let milliseconds =
        parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000 + 1
      let count = poll(&watched, nfds_t(watched.count), Int32(clamping: milliseconds))
      guard count > 0 else { return .nothing }
      if watched[0].revents != 0 { return .end }
      return watched[1].revents != 0 ? key() : .nothing
    }

    private func key() -> Word {
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      guard count > 0 else {
        // The terminal is gone, or says that nothing more comes.
        reads = count < 0 && errno == EINTR
        return .nothing
      }
      let typed = bytes.prefix(count)
      if typed.contains(where: { $0 == UInt8(ascii: "q") || $0 == UInt8(ascii: "Q") }) {
        return .end
      }
      return typed.contains(UInt8(ascii: "o")) ? .another : .nothing
    }
  }

  /// How a signal reaches whoever waits. Its state stands in globals, for a handler knows nothing else.
  enum ServeBell {
    // Written once, before the handlers are there, which only read it; `hasRung` by handlers alone.
    nonisolated(unsafe) private static var ends: (out: Int32, into: Int32) = (-1, -1)
    nonisolated(unsafe) private static var hasRung = false

    /// A descriptor that becomes readable when a signal has come.
    static var out: Int32 { ends.out }

    /// Takes the signals over.
    static func hang() {
      var pair: [Int32] = [-1, -1]
      guard ends.out < 0, pipe(&pair) == 0 else { return }
      for number in pair {
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
      }
      ends = (pair[0], pair[1])
      for number in [SIGINT, SIGTERM, SIGHUP] where !Interruption.isIgnored(number) {
        signal(number) { ServeBell.ring($0) }
      }
    }

    // In a handler: the first says that it is time, the second that it is high time.
    private static func ring(_ number: Int32) {
      if hasRung { Interruption.stop(number) }
      hasRung = true
      var byte: UInt8 = 1
      _ = write(ends.into, &byte, 1)
    }
  }
#endif
