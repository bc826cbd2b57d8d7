import Foundation
import PondGraph

/// One line of standard error that says how far a long work is, written over itself. Only where a
/// person watches, and only once it has taken a second.
///
/// A class, for it remembers what stands in the line.
final class ProgressLine {
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false

  /// Prepares a line; nil where nobody watches.
  init?(isQuiet: Bool) {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return nil }
  }

  /// Shows how a fetch stands, five times a second at most.
  func show(_ progress: Pond.FetchProgress) {
    let now = ContinuousClock.now
    guard now - start > .seconds(1), now - last > .milliseconds(200) else { return }
    last = now
    isShown = true
    let width = Width.ofTerminal(STDERR_FILENO) - 1
    write("\r\u{1B}[K" + Width.cut(Sanitize.line(Self.text(progress)), to: width))
  }

  /// Takes the line away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private static func text(_ progress: Pond.FetchProgress) -> String {
    let filled = progress.total > 0 ? 20 * progress.done / progress.total : 0
    let bar = String(repeating: "█", count: min(filled, 20))
    let rest = String(repeating: "░", count: max(20 - filled, 0))
    let slow = progress.slow.filter { $0.seconds > 4 }.prefix(3).map {
      "\($0.host) (\(Words.whole($0.seconds)) s)"
    }
    return "\(bar)\(rest) \(Words.grouped(progress.done)) of \(Words.grouped(progress.total))"
      + (progress.troubled > 0 ? ", \(Words.grouped(progress.troubled)) could not be seen" : "")
      + (slow.isEmpty ? "" : ", waiting for \(slow.joined(separator: ", "))")
  }

  private func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
