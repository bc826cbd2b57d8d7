import Foundation
import PondGraph

/// Text that a person wrote and names on the command line.
enum TextFile {
  /// The text of a file, or of standard input for `-`.
  /// - Throws: `Unreadable` where it is not there, too large (1 MB), or no UTF-8 text.
  static func read(_ path: String) throws -> String {
    let source = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let source else {
      throw Unreadable(path: path, reason: "it is not there, or may not be read", kind: .noInput)
    }
    guard let bytes = try? source.read(upToCount: limit + 1) ?? Data() else {
      throw Unreadable(path: path, reason: "it could not be read", kind: .io)
    }
    guard bytes.count <= limit else {
      throw Unreadable(path: path, reason: "it is larger than 1 MB", kind: .data)
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw Unreadable(path: path, reason: "it is no UTF-8 text", kind: .data)
    }
    return text
  }

  private static let limit = 1 << 20

  struct Unreadable: Failure {
    let path: String
    let reason: String
    let kind: FailureKind
    var sentence: String { "\(path): \(reason)" }
    var state: String? { "Nothing was changed." }
    var advice: String? { nil }
  }
}
