import Foundation

/// Results on their way into the store. Trouble that may be this machine's own is held back until
/// somebody has answered.
package struct FetchBatch: Sendable {
  private var ready: [FetchResult] = []
  private var held: [FetchResult] = []
  private var bytes = 0
  private var hasAnswer = false
  private var hasOther = false

  /// Starts empty.
  package init() {}

  /// How many results are held back.
  package var heldCount: Int { held.count }

  /// Whether so much has gathered that it is kept now: results hold what they were read from.
  package var isFull: Bool { ready.count >= 64 || bytes > 2 << 20 }

  /// Whether nobody answered, and no name or no server could be reached.
  package var isOffline: Bool {
    !hasAnswer && !hasOther && held.contains { $0.memory.trouble?.isMaybeOwn ?? false }
  }

  /// Takes note of an answer of so many bytes, before its results are added.
  package mutating func note(bytes: Int) {
    self.bytes += bytes
    hasAnswer = true
    release()
  }

  /// Adds a result.
  package mutating func add(_ result: FetchResult) {
    if !hasAnswer, result.memory.trouble?.heardNobody ?? false {
      held.append(result)
    } else {
      ready.append(result)
      hasOther = true
    }
  }

  /// Counts what is held back as what it seems.
  package mutating func release() {
    ready += held
    held = []
  }

  /// Takes out what is to be kept.
  package mutating func takeAll() -> [FetchResult] {
    defer { (ready, bytes) = ([], 0) }
    return ready
  }
}
