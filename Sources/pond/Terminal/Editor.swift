import Foundation
import PondGraph

/// The person's own editor.
enum Editor {
  /// Opens a text in $VISUAL, else $EDITOR, else vi, and gives back what was saved.
  /// - Throws: `EditorFailure` when there is no editor or it did not end well; then nothing counts.
  static func edit(_ text: String) throws -> String {
    let file = try keep(text)
    defer { try? FileManager.default.removeItem(atPath: file) }
    // No shell: the command's words are arguments.
    let words = command.split(separator: " ").map(String.init) + [file]
    guard Foreground.run(words) == 0 else { throw EditorFailure(command: command) }
    return try TextFile.read(file)
  }

  /// Puts a text into a new file that only its owner can read, and says where.
  static func keep(_ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path
    let path = folder + "/pond-\(UUID().uuidString.prefix(8)).txt"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw EditorFailure(command: "a file in \(folder)") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
    return path
  }

  private static var command: String {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }
    return named.first { !$0.isEmpty } ?? "vi"
  }
}

/// The editor could not be run, or ended in a way that says not to take the text.
struct EditorFailure: Failure {
  let command: String
  var kind: FailureKind { .usage }
  var sentence: String { "'\(command)' did not end well" }
  var state: String? { "Nothing was changed." }
  var advice: String? { "Set EDITOR to the editor you use, and run pond review --edit again." }
}
