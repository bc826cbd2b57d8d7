package import Foundation

/// Which accounts are worth asking about, and in which order.
package struct Questions {
  /// What is doubtful, in no order.
  private let doubtful: [AccountOverview]
  private let skips: [AccountKey: Skip]
  private let now: Date

  /// Days after which somebody with whom the person wanted to wait is asked about again.
  package static let patience = 28.0

  /// Looks for the doubtful cases: a suggestion other than keep or wait that the person has not
  /// answered yet, or answered with wait some weeks ago. Held and kept accounts are not asked about
  /// again, under whatever address they come back (R6).
  /// - Parameters:
  ///   - moves: where accounts say that they have moved to.
  ///   - skips: what was passed over.
  package init(
    among overviews: [AccountOverview], moves: [AccountKey: Address] = [:],
    skips: [AccountKey: Skip] = [:], now: Date
  ) {
    let settled = SettledAccounts(among: overviews, moves: moves)
    self.skips = skips
    self.now = now
    doubtful = overviews.filter { overview in
      overview.account.isFollowed && !settled.covers(overview.account)
        && Self.isOpen(overview, now: now)
    }
  }

  /// The questions in an order; those that were passed over come last, the longest ago first, so that
  /// a review goes on where it stopped.
  /// - Parameter folder: a folder's name or path, whatever the case; nil for all.
  package func asked(
    _ order: QuestionOrder = .costliest, folder: String? = nil
  ) -> [AccountOverview] {
    let fitting = doubtful.filter { folder.map($0.account.stands(inFolder:)) ?? true }
    let new = fitting.filter { skips[$0.account.key] == nil }
    let passed = fitting.filter { skips[$0.account.key] != nil }
    return order.applied(to: new, now: now)
      + passed.sorted { number($0.account.key) < number($1.account.key) }
  }

  private func number(_ key: AccountKey) -> Int { skips[key]?.number ?? 0 }

  /// Whether the wait that began at a moment is over. A moment that is still to come was written down
  /// by a clock that was ahead: how long it was waited since is unknown.
  static func isOver(since start: Date, now: Date) -> Bool {
    let age = now.timeIntervalSince(start) / 86_400
    return age >= patience || age < -1
  }

  private static func isOpen(_ overview: AccountOverview, now: Date) -> Bool {
    if let decision = overview.decision {
      guard decision.answer == .wait, isOver(since: decision.at, now: now) else { return false }
    }
    switch overview.assessment.withoutAnswer {
    case .letGo, .thin, .archive, .repair: return true
    case .keep, .wait: return false
    }
  }
}

extension Account {
  /// Whether it stands in a folder, given by its name or its whole path, whatever the case.
  package func stands(inFolder folder: String) -> Bool {
    let wanted = folder.lowercased()
    return folders.contains { path in
      path.contains { $0.lowercased() == wanted }
        || path.joined(separator: "/").lowercased() == wanted
    }
  }
}
