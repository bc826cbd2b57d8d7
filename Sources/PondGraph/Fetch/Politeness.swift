package import Foundation

/// What an answer means for the next asking. Pure: from an answer and the memory of those before
/// it to the next memory.
package struct Politeness: Sendable {
  /// What was made of an answer.
  package enum Reading: Sendable {
    /// It was what was asked for.
    case read(FeedPace)
    /// It is what it was the last time.
    case unchanged(FeedPace)
    /// It could not be used.
    case trouble(FetchTrouble)
  }

  /// The present.
  package let now: Date
  /// Whether a move is believed at once.
  package let believesMoves: Bool

  /// Prepares to judge.
  package init(now: Date, believesMoves: Bool = false) {
    self.now = now
    self.believesMoves = believesMoves
  }

  static let hour = 3_600.0
  static let week = 7 * 86_400.0
  /// A day, less what a clock in a crontab may be early.
  static let daily = 86_400.0 - 1_800

  /// The next memory.
  package func after(
    _ answer: FetchAnswer, _ reading: Reading, memory: FetchMemory?
  ) -> FetchMemory {
    var next =
      memory
      ?? FetchMemory(account: answer.request.account, part: answer.request.part, askedAt: now)
    next.askedAt = now
    switch reading {
    case .read(let pace):
      takeValidators(answer, &next)
      next.wholeAt = now
      succeed(answer, max(pace.asked ?? 0, pace.own) * Self.spread(next.account), pace, &next)
    case .unchanged(let pace):
      // The rhythm that the whole feed showed the last time still holds.
      let before = memory.flatMap { memory in
        memory.failures == 0 ? memory.dueAt.timeIntervalSince(memory.askedAt) : nil
      }
      succeed(answer, max(pace.asked ?? 0, before ?? pace.own), pace, &next)
    case .trouble(let trouble): fail(answer, trouble, &next)
    }
    return next
  }

  /// How long the server of an answer asks for patience with everything on it; nil where it does
  /// not.
  package func pause(_ answer: FetchAnswer) -> Date? {
    guard case .success(let response) = answer.result, [429, 503].contains(response.status) else {
      return nil
    }
    return now.addingTimeInterval(
      response.headers.retrySeconds(now: now) ?? Self.hour)
  }

  // MARK: Good answers

  private func succeed(
    _ answer: FetchAnswer, _ wait: Double, _ pace: FeedPace, _ next: inout FetchMemory
  ) {
    next.goodAt = now
    (next.failures, next.failingSince, next.trouble, next.goneAt) = (0, nil, nil, nil)
    takeMove(answer, &next)
    let floor = next.etag == nil && next.lastModified == nil ? Self.daily : Self.hour
    let asked = min(pace.asked ?? 0, Self.week)
    next.notBefore = now.addingTimeInterval(max(floor, asked))
    next.dueAt = pace.outsideOfSkipped(
      max(next.notBefore, now.addingTimeInterval(min(wait, Self.week))))
  }

  // Between nine tenths and the whole, the same for an account at all times: what was asked in one
  // go is not due in one go, and a daily run finds everything due.
  private static func spread(_ account: AccountKey) -> Double {
    let digits = account.id.value.prefix(4)
    return 0.9 + 0.08 * Double(Int(digits, radix: 16) ?? 0) / 65_536
  }

  private func takeValidators(_ answer: FetchAnswer, _ next: inout FetchMemory) {
    guard case .success(let response) = answer.result else { return }
    next.etag = response.headers.etag
    next.lastModified = response.headers.lastModified
    let has = next.etag != nil || next.lastModified != nil
    next.validatedAddress = has ? answer.end.url : nil
  }

  private func takeMove(_ answer: FetchAnswer, _ next: inout FetchMemory) {
    // Asked at the new address already, and it answers there.
    if answer.hops.isEmpty, let believed = next.believedMove,
      WebAddress(believed.written)?.url == answer.request.address.url
    {
      return
    }
    guard let target = answer.permanentTarget else {
      (next.movedTo, next.movedTimes) = (nil, 0)
      return
    }
    let isSame = next.movedTo?.written == target.url
    next.movedTo = Address(target.url)
    next.movedTimes = isSame ? next.movedTimes + 1 : 1
    if believesMoves { next.movedTimes = max(next.movedTimes, FetchMemory.runsUntilMoved) }
  }

  // MARK: Bad ones

  private func fail(_ answer: FetchAnswer, _ trouble: FetchTrouble, _ next: inout FetchMemory) {
    next.failures += 1
    next.failingSince = next.failingSince ?? now
    next.trouble = trouble
    if trouble.kind == .gone { next.goneAt = next.goneAt ?? now }
    // A new address that answers no more is believed no longer.
    if trouble.kind != .busy, answer.request.address.url == next.movedTo?.written {
      (next.movedTo, next.movedTimes) = (nil, 0)
    }
    // Nobody was bothered, so nobody needs to be spared. Who sent on to elsewhere was.
    let isUnheard = [.inside, .address, .machine].contains(trouble.kind) && answer.hops.isEmpty
    guard !isUnheard else {
      (next.notBefore, next.dueAt) = (now, now)
      return
    }
    let doubled = Self.hour * pow(2, Double(min(next.failures, 20) - 1))
    let wait = max(min(doubled, Self.week), asked(answer))
    next.notBefore = now.addingTimeInterval(max(Self.hour, asked(answer)))
    next.dueAt = now.addingTimeInterval(wait)
  }

  private func asked(_ answer: FetchAnswer) -> Double {
    pause(answer)?.timeIntervalSince(now) ?? 0
  }
}

extension FetchMemory {
  /// What all this says of whether the account can be reached; nil where it says nothing yet. A
  /// server that is away for a day, or a person who is offline, breaks no feed.
  package func reachability(now: Date) -> Reachability.State? {
    if let goneAt { return .gone(since: goneAt) }
    if let trouble, let failingSince {
      // That Pond does not ask, or is to wait, says nothing of the feed.
      guard ![.inside, .machine, .busy].contains(trouble.kind), failures >= 3 else { return nil }
      let isItsOwn = [.status, .content, .redirect, .size].contains(trouble.kind)
      let isLong = now.timeIntervalSince(failingSince) >= (isItsOwn ? 1 : 7.0) * 86_400
      return isLong ? .unreachable(since: failingSince) : nil
    }
    if let move = believedMove, move.canonical != account.value { return .moved(to: move) }
    return .reached
  }
}
