import Foundation
import PondGraph

/// Text that a person wrote and names on the command line.
enum TextFile {
  /// The text of a file, or of standard input for `-`.
  /// - Throws: `Unreadable` where it is not there, may not be read, is too large or no UTF-8 text.
  static func read(_ path: String) throws -> String {
    let source = path == "-" ? FileHandle.standardInput : try file(path)
    guard let bytes = try? source.read(upToCount: limit + 1) ?? Data() else {
      throw Unreadable(path: path, trouble: .failing)
    }
    guard bytes.count <= limit else { throw Unreadable(path: path, trouble: .tooLarge) }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw Unreadable(path: path, trouble: .otherEncoding)
    }
    return text
  }

  // 64 MB hold the answers, reasons and evidence of over 100,000 accounts: what leaves in one file
  // comes back (E4).
  private static let limit = 64 << 20

  // A pipe (`<(…)` in a shell) is as good as a file.
  private static func file(_ path: String) throws -> FileHandle {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isForbidden = errno == EACCES || errno == EPERM
      throw Unreadable(path: path, trouble: isForbidden ? .forbidden : .missing)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
      throw Unreadable(path: path, trouble: .folder)
    }
    return handle
  }

  /// Why a text could not be read.
  struct Unreadable: Failure {
    enum Trouble {
      case missing, folder, forbidden, failing, tooLarge, otherEncoding
    }

    let path: String
    let trouble: Trouble

    var kind: FailureKind {
      switch trouble {
      case .missing, .folder: .noInput
      case .forbidden: .permission
      case .failing: .io
      case .tooLarge, .otherEncoding: .data
      }
    }

    var sentence: String {
      switch trouble {
      case .missing: "\(path): there is no such file"
      case .folder: "\(path): this is a folder, and a file is wanted"
      case .forbidden: "\(path): you may not read this (permission denied)"
      case .failing: "\(path): reading failed"
      case .tooLarge: "\(path): the file is larger than 64 MB"
      case .otherEncoding: "\(path): this is no UTF-8 text"
      }
    }

    var state: String? { "Nothing was changed." }

    var advice: String? {
      switch trouble {
      case .missing: "Look at the spelling of the path."
      case .folder: "Name the file in it that you mean."
      case .forbidden: "Change its permissions, or copy it to a place of your own."
      case .failing: "Look at the disk, then run the command again."
      case .tooLarge: "Split it between two lines, and give Pond one part after the other."
      case .otherEncoding: "Save it as UTF-8 in your editor, then run the command again."
      }
    }
  }
}
