import Dispatch
import Foundation

/// A line of standard error that says what a long work is and how long it has taken, from its second
/// second on. Only where a person watches; it is gone when the work is done.
enum Patience {
  /// Does some work, and says so.
  /// - Parameter words: what is done, as a person calls it; a stranger's text in it is made harmless.
  static func during<Answer>(
    _ words: String, isQuiet: Bool, _ work: () throws -> Answer
  ) rethrows -> Answer {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return try work() }
    let ticking = Ticking(words: Sanitize.line(words))
    ticking.begin()
    defer { ticking.end() }
    return try work()
  }

  // Counts the seconds beside the work. A class, for both sides share it.
  private final class Ticking: Sendable {
    private let words: String
    private let isOver = DispatchSemaphore(value: 0)
    private let isCleared = DispatchSemaphore(value: 0)

    init(words: String) {
      self.words = words
    }

    func begin() {
      DispatchQueue.global().async { [self] in
        var seconds = 0
        while isOver.wait(timeout: .now() + 1) == .timedOut {
          seconds += 1
          let width = Width.ofTerminal(STDERR_FILENO) - 1
          write("\r\u{1B}[K" + Width.cut("\(words) (\(seconds) s)", to: width))
        }
        if seconds > 0 { write("\r\u{1B}[K") }
        isCleared.signal()
      }
    }

    func end() {
      isOver.signal()
      isCleared.wait()
    }

    private func write(_ text: String) {
      _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }
}
