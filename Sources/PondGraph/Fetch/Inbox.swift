import Foundation
import Synchronization

/// Answers that came and are not kept yet, in a file beside the pond file: whatever ends a run,
/// what came whole is not asked for again (T-E16). The file is gone when nothing is in it.
///
/// A class, for it owns a descriptor, which one thread fills and another empties.
package final class Inbox: Sendable {
  private struct Standing {
    let file: Int32
    /// Where the answers begin: behind the mark, which those of 0.1 had not.
    let start: Int
    var size: Int
    var count: Int
  }

  private let found: [FetchAnswer]
  private let path: String
  private let standing: Mutex<Standing>

  /// Where the inbox of a pond file is.
  package static func path(of pondFile: String) -> String { InboxMark.path(of: pondFile) }

  /// Opens the inbox of a pond file for one run, or makes it.
  /// - Throws: `InboxFailure`: another run is at work, or the file cannot be made.
  package init(of pondFile: String) throws(InboxFailure) {
    path = Self.path(of: pondFile)
    let file = try Self.locked(path)
    let start: Int
    do {
      start = try Self.begin(file, path)
    } catch {
      Glibc.close(file)
      throw error
    }
    let records = FetchRecord.all(in: file, from: start)
    found = records.answers
    // What follows was being written when the run ended.
    ftruncate(file, off_t(start + records.size))
    standing = Mutex(
      Standing(file: file, start: start, size: records.size, count: records.answers.count))
  }

  deinit {
    standing.withLock { _ = Glibc.close($0.file) }
  }

  /// What an earlier run could not keep any more, oldest first, one for each thing that was asked;
  /// the rest is thrown away.
  package func left(where isNews: (FetchAnswer) -> Bool) -> [FetchAnswer] {
    var left: [FetchAnswer] = []
    for answer in found where isNews(answer) && !left.answers(answer.request) {
      left.append(answer)
    }
    standing.withLock { standing in
      standing.count = left.count
      if left.isEmpty { Self.empty(&standing) }
    }
    return left
  }

  /// How many bytes are in it.
  package var size: Int { standing.withLock { $0.size } }

  /// Puts an answer in. Where the disk takes it not, it is merely asked for again after a kill.
  func put(_ answer: FetchAnswer) {
    guard Self.takes(answer) else { return }
    let pieces = FetchRecord.pieces(answer) ?? []
    standing.withLock { standing in
      standing.count += 1
      let isWhole = pieces.allSatisfy { piece in
        piece.withUnsafeBytes { WholeWrite.write($0, to: standing.file) }
      }
      if isWhole {
        standing.size += pieces.reduce(0) { $0 + $1.count }
      } else {
        ftruncate(standing.file, off_t(standing.start + standing.size))
      }
    }
  }

  /// Takes answers out that are kept now.
  func remove(_ answers: [FetchAnswer]) {
    let count = answers.count(where: Self.takes)
    standing.withLock { standing in
      standing.count -= count
      if standing.count <= 0 { Self.empty(&standing) }
    }
  }

  private static func empty(_ standing: inout Standing) {
    ftruncate(standing.file, off_t(standing.start))
    (standing.size, standing.count) = (0, 0)
  }

  /// Removes the file, where nothing is in it.
  package func close() {
    if size == 0 { unlink(path) }
  }

  // Where nobody was reached nobody is asked twice, and it may have been this machine's fault.
  private static func takes(_ answer: FetchAnswer) -> Bool { !answer.reachedNobody }

  /// Looks whether an open file is an inbox, and makes an empty one one.
  /// - Returns: where its answers begin.
  private static func begin(_ file: Int32, _ path: String) throws(InboxFailure) -> Int {
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1,
      facts.st_uid == geteuid()
    else { throw .foreign(path: path) }
    let mark = InboxMark.bytes
    var start = [UInt8](repeating: 0, count: mark.count)
    let count = max(pread(file, &start, start.count, 0), 0)
    if start == mark { return mark.count }
    guard InboxMark.begins(start.prefix(count)) else {
      // Before 0.2 there was no mark; a whole answer with its checksums is one too.
      guard !FetchRecord.all(in: file, from: 0).answers.isEmpty else { throw .foreign(path: path) }
      return 0
    }
    fchmod(file, 0o600)
    ftruncate(file, 0)
    return mark.withUnsafeBytes { WholeWrite.write($0, to: file) } ? mark.count : 0
  }

  /// Opens and locks the file; one that another run has just removed is none.
  private static func locked(_ path: String) throws(InboxFailure) -> Int32 {
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else {
        if errno == ELOOP || errno == EISDIR { throw .foreign(path: path) }
        throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
      }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        Glibc.close(file)
        throw .busy
      }
      var facts = stat()
      if fstat(file, &facts) == 0, facts.st_nlink > 0 { return file }
      Glibc.close(file)
    }
  }
}

extension [FetchAnswer] {
  /// Whether what a request asks for is among them. O(n).
  package func answers(_ request: FetchRequest) -> Bool {
    contains { $0.request.account == request.account && $0.request.part == request.part }
  }
}

/// Why a fetch cannot begin.
package enum InboxFailure: Failure, Hashable {
  /// Another fetch is at work on the same pond file.
  case busy
  /// The file cannot be made.
  case cannotCreate(path: String, reason: String)
  /// Something that is not Pond's stands under its name.
  case foreign(path: String)

  package var kind: FailureKind {
    switch self {
    case .busy: .busy
    case .cannotCreate, .foreign: .cannotCreate
    }
  }

  package var sentence: String {
    switch self {
    case .busy: "another pond fetch is at work on this pond file"
    case .cannotCreate(let path, let reason): "\(path): the file cannot be made: \(reason)"
    case .foreign(let path):
      "\(path): this is where answers lie while they come, and something else stands there"
    }
  }

  package var state: String? { "Nobody was asked, and nothing was changed." }

  package var advice: String? {
    switch self {
    case .busy: "Wait until it has ended; it asks for what is due."
    case .cannotCreate: "Look at the permissions of its folder."
    case .foreign: "Move it away, then run pond fetch again."
    }
  }
}
