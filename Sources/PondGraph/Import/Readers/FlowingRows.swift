import Dispatch
import Synchronization

/// A reader's database that is read part by part.
protocol PartReading {
  /// Reads the rows.
  /// - Parameters:
  ///   - count: the posts of a part.
  ///   - put: takes a part. What it throws ends the reading.
  /// - Returns: what is known only at the end.
  mutating func readParts(
    _ database: ForeignDatabase, posts count: Int, _ put: (Imported) throws -> Void
  ) throws -> Imported
}

extension ImportedFlow {
  /// Reads the rows on a thread of their own while another one stores what was read: of a million posts
  /// either is half of the work.
  init<Reading: PartReading>(
    _ reading: sending Reading, _ database: sending ForeignDatabase, posts count: Int
  ) {
    let rows = FlowingRows(reading, database, posts: count)
    self.init { take in
      let parts = PartQueue()
      DispatchQueue(label: "rows of a reader").async { parts.end(Result { try rows.read(parts) }) }
      return try parts.handOver(take)
    }
  }
}

/// What is read, held for the one thread that reads it. A class, for the flow is a value and this is not.
private final class FlowingRows<Reading: PartReading>: Sendable {
  private struct State {
    var reading: Reading
    let database: ForeignDatabase
  }

  private let state: Mutex<State>
  private let count: Int

  init(_ reading: sending Reading, _ database: sending ForeignDatabase, posts count: Int) {
    self.count = count
    state = Mutex(State(reading: reading, database: database))
  }

  func read(_ parts: PartQueue) throws -> Imported {
    try state.withLock { state in
      try state.reading.readParts(state.database, posts: count) { try parts.put($0) }
    }
  }
}

/// Parts on their way from the thread that reads to the one that stores, few at a time. A class, for both
/// share it.
private final class PartQueue: Sendable {
  /// Nobody takes parts any more.
  private struct Stopped: Error {}

  private struct State {
    var waiting: [Imported] = []
    var end: Result<Imported, any Error>?
    var isStopped = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)

  // A semaphore that began higher than it ends stops the process when it goes: room for the first part is
  // a signal, not a beginning.
  init() { room.signal() }

  /// Hands a part over when there is room for it.
  func put(_ part: Imported) throws {
    room.wait()
    let isStopped = state.withLock { state in
      if !state.isStopped { state.waiting.append(part) }
      return state.isStopped
    }
    if isStopped { throw Stopped() }
    filled.signal()
  }

  /// Says that there is no further part.
  func end(_ end: Result<Imported, any Error>) {
    state.withLock { $0.end = end }
    filled.signal()
  }

  /// Takes part after part up to the end. The reading has ended when this returns or throws.
  func handOver(_ take: (Imported) throws -> Void) throws -> Imported {
    while true {
      filled.wait()
      let (part, end) = state.withLock { state in
        let part = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        return (part, part == nil ? state.end : nil)
      }
      if let end { return try end.get() }
      guard let part else { continue }
      room.signal()
      do {
        try take(part)
      } catch {
        stop()
        throw error
      }
    }
  }

  private func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
    while state.withLock({ $0.end == nil }) { filled.wait() }
  }
}
