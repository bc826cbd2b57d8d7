import Foundation

/// The whole terminal: lines go in, keys come out. A class, for there is one terminal, and it is
/// given back when the screen is closed.
final class Screen {
  /// What happened.
  enum Event: Hashable {
    case key(Key)
    /// The window has another size, or shows something else.
    case redraw
  }

  private var keys = KeyDecoder()
  private let hasColour: Bool

  /// Takes the terminal; nil where standard input or output is none, or one that only prints.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let kind = environment["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, !kind.isEmpty, kind != "dumb",
      TerminalHold.take()
    else { return nil }
    hasColour = (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Gives the terminal back.
  func close() { TerminalHold.end() }

  /// Leaves the terminal to somebody else for a while: a browser may be a program of the terminal.
  func lent<Answer>(_ body: () -> Answer) -> Answer {
    TerminalHold.giveBack()
    defer { TerminalHold.takeAgain() }
    return body()
  }

  /// How large the terminal is now.
  var size: ScreenSize { ScreenSize.ofTerminal() }

  /// Shows these lines, each at its own row, so that no width that a terminal draws otherwise moves
  /// the next.
  func draw(_ lines: [StyledText]) throws {
    var text = ""
    for (row, line) in lines.enumerated() {
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K\(line.escaped(colour: hasColour))"
    }
    let out = StandardOutput()
    try out.bytes(text.utf8)
    try out.flush()
  }

  /// Forgets keys that were pressed before now: they were meant for what was shown then.
  func forgetKeys() {
    tcflush(STDIN_FILENO, TCIFLUSH)
    keys = KeyDecoder()
  }

  /// Waits for what happens next.
  func next() -> Event {
    while true {
      var watched = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: TerminalHold.redraws, events: Int16(POLLIN), revents: 0),
      ]
      // A lone escape is a key of its own when nothing follows it, also over a slow line.
      let ready = poll(&watched, 2, keys.isMidway ? 120 : -1)
      if ready == 0, let key = keys.finish() { return .key(key) }
      if watched[1].revents != 0 {
        TerminalHold.hush()
        return .redraw
      }
      if watched[0].revents != 0, let key = read() { return .key(key) }
    }
  }

  private func read() -> Key? {
    var byte: UInt8 = 0
    let count = Glibc.read(STDIN_FILENO, &byte, 1)
    if count == 1 { return keys.take(byte) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? nil : .endOfInput
  }
}
