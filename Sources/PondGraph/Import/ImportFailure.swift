/// Why an input taught nothing at all.
package enum ImportFailure: Failure, Hashable {
  /// There is nothing of that name.
  case missing(path: String)
  /// It is there and may not be read.
  case forbidden(path: String)
  /// It is neither a file nor a folder: a device, a pipe, a socket.
  case notAFile(path: String)
  /// The disk failed while it was read.
  case unreadable(path: String, reason: String)
  /// It has no bytes, or nothing but blanks.
  case empty(path: String)
  /// It is larger than Pond reads.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// It is something else than it claims: `a web page, not a list of feeds`.
  case notWhatItClaims(path: String, sentence: String, advice: String?)
  /// No importer knows it; the second value says what it looks like.
  case unknownFormat(path: String, looksLike: String)
  /// It is damaged beyond reading.
  case damaged(path: String, where: String, reason: String)
  /// It ends before it is finished; `standing` says how much stands before the cut.
  case cutShort(path: String, where: String, reason: String, standing: String)
  /// It is built to do harm, or so large in one dimension that no honest file is.
  case hostile(path: String, reason: String)
  /// Another program has the database locked.
  case locked(path: String)

  package var kind: FailureKind {
    switch self {
    case .missing, .notAFile: .noInput
    case .forbidden: .permission
    case .unreadable: .io
    case .locked: .busy
    case .empty, .tooLarge, .notWhatItClaims, .unknownFormat, .damaged, .cutShort, .hostile: .data
    }
  }

  package var sentence: String {
    switch self {
    case .missing(let path): "\(path): there is no such file or folder"
    case .forbidden(let path): "\(path): you may not read this (permission denied)"
    case .notAFile(let path): "\(path): this is neither a file nor a folder"
    case .unreadable(let path, let reason): "\(path): reading failed: \(reason)"
    case .empty(let path): "\(path): the file is empty"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes are more than Pond reads of such a file (\(limit))"
    case .notWhatItClaims(let path, let sentence, _): "\(path): \(sentence)"
    case .unknownFormat(let path, let looksLike):
      "\(path): Pond does not know this format; it looks like \(looksLike)"
    case .damaged(let path, let place, let reason): "\(path): \(reason) at \(place)"
    case .cutShort(let path, let place, let reason, _): "\(path): \(reason) at \(place)"
    case .hostile(let path, let reason): "\(path): refused, \(reason)"
    case .locked(let path): "\(path): another program has it locked"
    }
  }

  package var state: String? {
    switch self {
    case .cutShort(_, _, _, let standing):
      "\(standing) before that point; nothing was imported."
    default: "Nothing was imported."
    }
  }

  package var stateOfInput: String? {
    switch self {
    case .cutShort(_, _, _, let standing):
      "\(standing) before that point; nothing of it was imported."
    default: "Nothing of it was imported."
    }
  }

  package var advice: String? {
    switch self {
    case .missing: "Look at the spelling of the path."
    case .forbidden: "Change its permissions, or copy it to a place of your own."
    case .notAFile: "Name a regular file or a folder."
    case .unreadable: "Look at the disk, then run the command again."
    case .empty, .damaged: "Export it again."
    case .tooLarge: "Split it, or tell us what it is, so that Pond learns to read it in pieces."
    case .notWhatItClaims(_, _, let advice): advice
    case .unknownFormat: "pond explain formats lists what Pond reads; --as FORMAT says which it is."
    case .cutShort(let path, _, _, _):
      "Export it again, or take what is there: pond import --partial \(path)"
    case .hostile: "Do not use this file; export it again from the program it came from."
    case .locked: "Close that program, then run the command again."
    }
  }
}
