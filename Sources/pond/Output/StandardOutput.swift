import Foundation
import PondGraph

/// What was asked for, on its way out. Every byte is checked: `print` to a full disk ends as if
/// all was well, this does not.
///
/// A class, because all of a command writes to the same buffer.
final class StandardOutput {
  private var buffer: [UInt8] = []
  private let descriptor: Int32

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Writes a line of Pond's own words; foreign text in it was sanitised by the caller.
  func line(_ text: String = "") throws {
    buffer.append(contentsOf: text.utf8)
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Writes bytes exactly as they are.
  func bytes(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Hands everything to the system.
  /// - Throws: `OutputFailure` where the other end takes no more. A closed pipe is no failure: the
  ///   signal ends the process quietly.
  func flush() throws {
    var sent = 0
    while sent < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EPIPE { exit(128 + SIGPIPE) }
      guard count > 0 else { throw OutputFailure(reason: String(cString: strerror(errno))) }
      sent += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Standard output took no more.
struct OutputFailure: Failure {
  let reason: String
  var kind: FailureKind { .io }
  var sentence: String { "the output could not be written: \(reason)" }
  var state: String? { "What the command did in the pond file before that is kept." }
  var advice: String? { "Look at the disk or the program that the output goes to." }
}

/// Everything that was not asked for: warnings, counts, advice. Standard error, unbuffered.
enum Notice {
  /// Writes lines, which may hold foreign text. Trouble on standard error has nowhere to be told,
  /// and is let go.
  static func line(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { Sanitize.line(String($0)) }.joined(separator: "\n") + "\n"
    _ = Array(clean.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
