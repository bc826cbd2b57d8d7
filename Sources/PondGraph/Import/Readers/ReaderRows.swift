import Dispatch
import Synchronization

/// What a row of a reader's database says.
enum ReaderRow {
  /// A post whose text, HTML in UTF-8, is still to be read.
  case post(ReaderPost, html: [UInt8])
  /// Why there is no post in it, as the rest of a sentence.
  case lost(String)
}

/// Rows that one thread reads from a database and another one understands, in their order: of a
/// million entries either is half of the work.
///
/// A class, for two threads share it.
final class ReaderRows: Sendable {
  private let waiting = Mutex<[ReaderRow]>([])
  private let gathering: Mutex<ReaderGathering>
  private let queue = DispatchQueue(label: "reader rows")
  // So many batches are on their way at most, so that memory stays bounded.
  private let room = DispatchSemaphore(value: 4)
  private static let batch = 512

  /// Goes on with what was gathered so far.
  init(emptying gathering: inout ReaderGathering) {
    self.gathering = Mutex(gathering)
    gathering = gathering.emptied
  }

  /// Takes a row.
  func add(_ row: ReaderRow) {
    let isFull = waiting.withLock { waiting in
      waiting.append(row)
      return waiting.count == Self.batch
    }
    if isFull { send() }
  }

  /// Everything gathered, with all rows in it.
  func gathered() -> ReaderGathering {
    send()
    queue.sync {}
    return gathering.withLock { $0 }
  }

  private func send() {
    let rows = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    room.wait()
    queue.async { [self] in
      gathering.withLock { gathering in
        for row in rows { gathering.take(row) }
      }
      room.signal()
    }
  }
}

extension ReaderGathering {
  /// Takes a row, its text read.
  mutating func take(_ row: ReaderRow) {
    switch row {
    case .post(var post, let html):
      post.text = html.withUnsafeBufferPointer { ReaderText($0) }
      take(post)
    case .lost(let why): lose(why)
    }
  }
}
