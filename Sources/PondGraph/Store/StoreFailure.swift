/// Why the pond file could not be used.
package enum StoreFailure: Failure, Hashable {
  /// There is no pond file yet, and the command only reads.
  case missing(path: String)
  /// There is a folder, a device or a pipe of that name.
  case notAFile(path: String)
  /// It is a file, but no pond file: another program's database, or anything else.
  case foreign(path: String, looksLike: String)
  /// A newer Pond wrote it.
  case newer(path: String, version: Int, known: Int)
  /// It is a pond file, and parts of it cannot be read.
  case damaged(path: String, reason: String)
  /// It may be read but not written.
  case readOnly(path: String)
  /// It may not be read, or its folder not be entered.
  case forbidden(path: String)
  /// Neither it nor its folder can be made.
  case cannotCreate(path: String, reason: String)
  /// A copy was to be written where something stands already.
  case exists(path: String)
  /// Another Pond held it for longer than Pond waits.
  case busy(path: String)
  /// The disk has no room left.
  case diskFull(path: String)
  /// The disk fails.
  case diskFailing(path: String, reason: String)
  /// The disk failed when the work was as good as done; `state` says how things stand.
  case unsure(path: String, reason: String, state: String)
  /// A list that used to name accounts names none now.
  case emptyList(path: String, before: Int)
  /// A list is larger than any that Pond keeps.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// What was to be restored is not a sound copy of a pond file.
  case notACopy(path: String, reason: String)
  /// A copy could not be used, or not be made.
  case copy(path: String, CopyTrouble)
  /// Pond asked SQLite for something wrong.
  case fault(path: String, reason: String)

  package var kind: FailureKind {
    switch self {
    case .missing, .notAFile: .noInput
    case .foreign, .damaged, .emptyList, .tooLarge, .notACopy: .data
    case .newer: .configuration
    case .readOnly, .forbidden: .permission
    case .cannotCreate, .exists: .cannotCreate
    case .busy: .busy
    case .diskFull, .diskFailing, .unsure: .io
    case .copy(_, let trouble): trouble.kind
    case .fault: .software
    }
  }

  package var sentence: String {
    switch self {
    case .missing(let path): "\(path): there is no pond file yet"
    case .notAFile(let path): "\(path): this is not a regular file"
    case .foreign(let path, let looksLike): "\(path): this is not a pond file but \(looksLike)"
    case .newer(let path, let version, let known):
      "\(path): a newer Pond wrote this pond file (version \(version); this Pond knows \(known))"
    case .damaged(let path, let reason): "\(path): the pond file is damaged: \(reason)"
    case .readOnly(let path): "\(path): the pond file may be read but not written"
    case .forbidden(let path): "\(path): you may not open this (permission denied)"
    case .cannotCreate(let path, let reason): "\(path): the file cannot be made: \(reason)"
    case .exists(let path): "\(path): there is something of that name already"
    case .busy(let path): "\(path): another Pond is at work on this pond file"
    case .diskFull(let path): "\(path): the disk is full"
    case .diskFailing(let path, let reason), .unsure(let path, let reason, _):
      "\(path): the disk fails: \(reason)"
    case .emptyList(let path, let before):
      "\(path): this list is empty, and \(before) \(before == 1 ? "account" : "accounts") stood in it the last time"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes are more than Pond keeps of a list (\(limit))"
    case .notACopy(let path, let reason): "\(path): this is no sound copy of a pond file: \(reason)"
    case .copy(let path, let trouble): "\(path): \(trouble.sentence)"
    case .fault(let path, let reason): "\(path): a fault of Pond's own: \(reason)"
    }
  }

  package var state: String? {
    switch self {
    case .emptyList(_, let before): "Nothing was changed; the \(before) stay as they are."
    case .unsure(_, _, let state): state
    case .missing: nil
    default: "Nothing was changed."
    }
  }

  package var stateOfInput: String? {
    switch self {
    case .emptyList(_, let before): "Nothing of it was imported; the \(before) stay as they are."
    case .tooLarge: "Nothing of it was imported."
    default: nil
    }
  }

  package var advice: String? {
    switch self {
    case .missing: "Start with: pond import PATH"
    case .notAFile, .foreign: "Name another file with --pond, or move this one away."
    case .newer: "Install that newer Pond, or name another file with --pond."
    case .damaged:
      "pond doctor says what is left; pond restore FILE brings a backup back. Keep the file."
    case .readOnly, .forbidden: "Change its permissions, or name another file with --pond."
    case .cannotCreate: "Look at the folder's permissions, or name another file with --pond."
    case .exists: "Name a file that does not exist yet."
    case .busy: "Wait until it is done, then run the command again."
    case .diskFull: "Make room on the disk, then run the command again."
    case .diskFailing, .unsure: "Look at the disk, then run the command again."
    case .emptyList:
      "Look into the file. If nobody is followed there any more, say so: --allow-empty"
    case .tooLarge: "Split the list, or leave out what is no part of it."
    case .notACopy: "Name a file that pond backup wrote."
    case .copy(_, let trouble): trouble.advice
    case .fault: "Please report it with the command you ran."
    }
  }
}
