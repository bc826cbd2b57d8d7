/// Why nothing left the house.
package enum ExportFailure: Failure, Hashable {
  /// The original was cut short when it was imported: a list made of it would drop what is missing.
  case incomplete(path: String)
  /// The original that the pond file keeps cannot be read any more.
  case unreadable(path: String)
  /// The trimmed list, read again, does not hold exactly the accounts that stay.
  case failedCheck(path: String)
  /// There is nowhere in the list to put what comes or moves.
  case noRoom(path: String)
  /// There is a file of that name already.
  case exists(path: String)
  /// The folder is not there.
  case noFolder(path: String)
  /// The name belongs to a folder, a device, a pipe or a socket.
  case notAFile(path: String)
  /// It is the pond file itself, or one that belongs to it.
  case pondFile(path: String)
  /// The folder or the file may not be written.
  case forbidden(path: String)
  /// It lies on something that can only be read.
  case readOnly(path: String)
  /// The disk, or what the person may use of it, is full.
  case diskFull(path: String)
  /// The file is in its place, whole, and the disk did not confirm that its name will survive.
  case notDurable(path: String)
  /// Writing failed for another reason.
  case failed(path: String, reason: String)

  package var kind: FailureKind {
    switch self {
    case .incomplete, .unreadable, .noRoom: .data
    case .failedCheck: .software
    case .exists, .noFolder, .notAFile, .pondFile: .cannotCreate
    case .forbidden, .readOnly: .permission
    case .diskFull, .notDurable, .failed: .io
    }
  }

  package var sentence: String {
    switch self {
    case .incomplete(let path):
      "\(path): only a part of this list was imported, so no list can be made of it"
    case .unreadable(let path): "\(path): the original that was kept cannot be read"
    case .failedCheck(let path):
      "\(path): the trimmed list does not hold exactly the accounts that stay"
    case .noRoom(let path):
      "\(path): the list has no end at which a folder could be made (no </body>)"
    case .exists(let path): "\(path): there is a file of that name already"
    case .noFolder(let path): "\(path): the folder is not there"
    case .notAFile(let path): "\(path): this is no regular file"
    case .pondFile(let path): "\(path): this is the pond file itself, or belongs to it"
    case .forbidden(let path): "\(path): you may not write this (permission denied)"
    case .readOnly(let path): "\(path): the file system is read-only"
    case .diskFull(let path): "\(path): the disk is full"
    case .notDurable(let path): "\(path): the disk did not confirm that the file will stay"
    case .failed(let path, let reason): "\(path): writing failed: \(reason)"
    }
  }

  package var state: String? {
    switch self {
    case .notDurable: "The file is there and whole; the original is unchanged."
    default: "Nothing was written; the original is unchanged."
    }
  }

  package var advice: String? {
    switch self {
    case .incomplete: "Export the list again from your reader, import it, then try again."
    case .unreadable: "Import the list again, then try again."
    case .noRoom: "Write </body> at its end, import it again, then try again."
    case .failedCheck: "This is a fault of Pond's own: please report it, without the list."
    case .exists: "Choose another name, or say --force to replace it."
    case .noFolder: "Make the folder first, or choose another."
    case .notAFile: "Name a file, or leave -o out to write to standard output."
    case .pondFile: "Choose another name: nothing takes the place of the pond file."
    case .forbidden: "Choose a place of your own."
    case .readOnly: "Choose a place that can be written."
    case .diskFull: "Make room on the disk, then run the command again."
    case .notDurable, .failed: "Look at the disk, then run the command again."
    }
  }
}
