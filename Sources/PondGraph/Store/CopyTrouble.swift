/// What is wrong with a copy of a pond file: one that was to be put back, or one that was to be made.
package enum CopyTrouble: Hashable, Sendable {
  /// There is nothing of that name.
  case missing
  /// It is a folder, a device or a pipe.
  case notAFile
  /// It may not be read.
  case unreadable
  /// It is the pond file that it was to take the place of.
  case isThePondFile
  /// It may not be made there.
  case forbidden
  /// It cannot be made there, for this reason.
  case impossible(String)

  var kind: FailureKind {
    switch self {
    case .missing, .notAFile: .noInput
    case .unreadable, .forbidden: .permission
    case .isThePondFile: .usage
    case .impossible: .cannotCreate
    }
  }

  var sentence: String {
    switch self {
    case .missing: "there is no such file"
    case .notAFile: "this is not a regular file"
    case .unreadable: "you may not read this (permission denied)"
    case .isThePondFile: "this is the pond file itself, and no copy of it"
    case .forbidden: "no copy can be made here (permission denied)"
    case .impossible(let reason): "no copy can be made here: \(reason)"
    }
  }

  var advice: String {
    switch self {
    case .missing, .notAFile, .isThePondFile:
      "Name a file that pond backup wrote; pond restore --list shows the copies that Pond made."
    case .unreadable: "Change its permissions, or name another copy."
    case .forbidden, .impossible: "Choose another place, or look at the permissions of the folder."
    }
  }
}
