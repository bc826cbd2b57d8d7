package import Foundation
import Synchronization

/// An answer as it is handed over.
package struct Arrival: Sendable {
  /// The answer.
  package let answer: FetchAnswer
  /// What is not asked in this run any more, because the answer asks for patience.
  package let putOff: [FetchRequest]
}

/// Where the thread that transfers and the one that reads and stores meet: answers go one way,
/// further requests the other. Neither waits for the other's work: while a commit runs, answers
/// gather; while they do, others arrive. No new request begins while more of them wait than the
/// limits allow, so that memory stays bounded.
///
/// A class, for two threads share it.
package final class TransferDesk: Sendable {
  private struct Standing {
    var requests: [FetchRequest] = []
    var arrivals: [Arrival] = []
    var taken = 0
    var waitingFor: [(host: String, seconds: Double)] = []
    var couldBegin = true
    var isStopped = false
    var isOver = false
  }

  private let standing: Mutex<Standing>
  private let news = DispatchSemaphore(value: 0)
  private let limits: FetchLimits
  private let inbox: Inbox

  /// Prepares a desk.
  /// - Parameters:
  ///   - inbox: where answers are safe until they are kept.
  ///   - left: answers that lie there already; they are handed over first.
  package init(limits: FetchLimits, inbox: Inbox, left: [FetchAnswer] = []) {
    self.limits = limits
    self.inbox = inbox
    let left = left.map { Arrival(answer: $0, putOff: []) }
    standing = Mutex(Standing(arrivals: left))
    if !left.isEmpty { news.signal() }
  }

  // MARK: The side that reads and stores

  /// Begins to transfer, on a thread of its own.
  /// - Parameters:
  ///   - agent: what Pond calls itself: name, version and the project's address.
  ///   - now: the moment that counts as the present.
  ///   - isWatched: whether somebody wants to know who is being waited for.
  package func begin(allowed: AllowedHosts, agent: String, now: Date, isWatched: Bool) {
    let isAwake = TransferPool.isAwake
    Thread.detachNewThread { [self, limits] in
      // The pool is gone when the end is told.
      if isAwake,
        let pool = TransferPool(limits: limits, allowed: allowed, agent: agent, now: now)
      {
        pool.run(self, isWatched: isWatched)
      } else {
        standing.withLock { $0.couldBegin = false }
      }
      end()
    }
  }

  /// Asks for something more.
  package func ask(_ request: FetchRequest) {
    standing.withLock { $0.requests.append(request) }
  }

  /// What came since the last call, in the order in which it came; empty where a fifth of a second
  /// brought nothing, nil where nothing will come any more.
  package func take() -> [Arrival]? {
    _ = news.wait(timeout: .now() + .milliseconds(200))
    return standing.withLock { standing in
      if standing.isOver, standing.arrivals.isEmpty { return nil }
      let arrivals = standing.arrivals
      standing.arrivals = []
      standing.taken += arrivals.count
      return arrivals
    }
  }

  /// Says that answers are kept, and all that is to be asked because of them is asked.
  package func settle(_ arrivals: [Arrival]) {
    inbox.remove(arrivals.map(\.answer))
    standing.withLock { $0.taken -= arrivals.count }
  }

  /// Ends all transfers, and returns when they have ended.
  package func stop() {
    standing.withLock { $0.isStopped = true }
    while !standing.withLock({ $0.isOver }) { _ = news.wait(timeout: .now() + .milliseconds(50)) }
  }

  /// The hosts that are being waited for, the longest first, with the seconds.
  package var waitingFor: [(host: String, seconds: Double)] { standing.withLock { $0.waitingFor } }

  /// Whether libcurl could be started.
  package var couldBegin: Bool { standing.withLock { $0.couldBegin } }

  // MARK: The side that transfers

  /// What is to be done next.
  struct Orders {
    /// What is to be asked besides.
    let requests: [FetchRequest]
    /// Whether more may be on its way.
    let mayBegin: Bool
  }

  /// The next orders; nil where all is done.
  /// - Parameter isIdle: whether nothing is on its way and nothing waits to be.
  func orders(isIdle: Bool) -> Orders? {
    let isFull = inbox.size > limits.inboxBytes
    return standing.withLock { standing in
      if standing.isStopped { return nil }
      let isDone = standing.requests.isEmpty && standing.arrivals.isEmpty && standing.taken == 0
      if isIdle, isDone { return nil }
      let requests = standing.requests
      standing.requests = []
      let mayBegin = !isFull && standing.arrivals.count < limits.inFlight
      return Orders(requests: requests, mayBegin: mayBegin)
    }
  }

  /// Hands over what came.
  func hand(_ arrivals: [Arrival], waitingFor: [(host: String, seconds: Double)]) {
    for arrival in arrivals { inbox.put(arrival.answer) }
    let isNews = standing.withLock { standing in
      let isNews = standing.arrivals.isEmpty && !arrivals.isEmpty
      standing.arrivals += arrivals
      standing.waitingFor = waitingFor
      return isNews
    }
    if isNews { news.signal() }
  }

  private func end() {
    standing.withLock { $0.isOver = true }
    news.signal()
  }
}
