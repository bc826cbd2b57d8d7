import Foundation

/// What depends on all posts of a reader and has to be known before the first of them is told: which came
/// with the first batch of their account, and which were swept (`FirstBatch`, `Sweeps`, where times are
/// whole seconds). Some bytes for each mark with a time are all that is kept.
struct ForeseenRows {
  private var first: [Int: Date] = [:]
  /// The accounts' numbers above the seconds of marks.
  private var marks: [UInt64] = []
  private var sweptOfOne: Set<UInt64> = []
  private var sweptOfAll: Set<UInt64> = []
  private let now: Date

  // The years up to 5138 take no more bits.
  private static let secondBits: UInt64 = 37

  init(now: Date) {
    self.now = now
  }

  /// Takes when the reader got a post, and when it was marked as read, by hand as far as one can tell.
  mutating func see(account: Int, arrived: Date?, readAt: Date?) {
    if let arrived, arrived <= now { first[account] = min(first[account] ?? arrived, arrived) }
    if let readAt { marks.append(Self.mark(account, readAt)) }
  }

  /// Ends the looking ahead.
  mutating func finish() {
    sweptOfOne = Self.repeated(&marks, Sweeps.fewest)
    for index in marks.indices { marks[index] &= 1 << Self.secondBits - 1 }
    sweptOfAll = Self.repeated(&marks, Sweeps.fewestOverall)
    marks = []
  }

  /// Whether a post that the reader got at a moment came with the first batch of its account.
  func isBacklog(account: Int, arrived: Date?) -> Bool {
    guard let arrived, arrived <= now, let first = first[account] else { return false }
    return arrived.timeIntervalSince(first) <= FirstBatch.length
  }

  /// Whether a mark was swept.
  func isSwept(account: Int, readAt: Date) -> Bool {
    let mark = Self.mark(account, readAt)
    return sweptOfOne.contains(mark) || sweptOfAll.contains(mark & (1 << Self.secondBits - 1))
  }

  private static func mark(_ account: Int, _ moment: Date) -> UInt64 {
    UInt64(account) << secondBits | UInt64(moment.timeIntervalSince1970)
  }

  private static func repeated(_ marks: inout [UInt64], _ fewest: Int) -> Set<UInt64> {
    marks.sort()
    var repeated: Set<UInt64> = []
    for index in marks.indices.dropFirst(fewest - 1)
    where marks[index] == marks[index - fewest + 1] {
      repeated.insert(marks[index])
    }
    return repeated
  }
}
