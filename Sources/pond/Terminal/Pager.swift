import Foundation
import PondGraph

/// Long text for a terminal: through the person's pager, page by page.
enum Pager {
  /// Shows lines: through $PAGER, else through less where it is there and the terminal has a kind (TERM),
  /// when standard output is a terminal that they do not fit; else as they are. In a pipe there is never a pager.
  static func show(_ lines: [String], on out: StandardOutput) throws {
    let rows = ScreenSize.ofTerminal().rows
    if isatty(STDOUT_FILENO) == 1, lines.count >= rows, page(lines) { return }
    for line in lines { try out.line(line) }
    try out.flush()
  }

  /// - Returns: whether a pager took them.
  private static func page(_ lines: [String]) -> Bool {
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    guard let words = command, let input = try? inputFile(text) else { return false }
    defer { close(input) }
    // A pager that was not found, or could not be run, took nothing.
    return Foreground.run(words, input: input).map { $0 != 127 && $0 != 126 } ?? false
  }

  // An unlinked file rather than a pipe: no second process has to feed a pager that was left early.
  private static func inputFile(_ bytes: [UInt8]) throws -> Int32 {
    let path = try Editor.keep(String(decoding: bytes, as: UTF8.self))
    defer { unlink(path) }
    return open(path, O_RDONLY | O_CLOEXEC)
  }

  private static var command: [String]? {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["PAGER"] {
      let words = named.split(separator: " ").map(String.init)
      return words.isEmpty || words == ["cat"] ? nil : words
    }
    // A terminal of no kind, or that can do nothing: less would warn of it, and wait for a key.
    let kind = environment["TERM"] ?? ""
    return ["", "dumb", "unknown"].contains(kind) ? nil : ["less", "-FRX"]
  }
}
