import Foundation

/// Which posts a reader had in the first batch with which it met their account, told from when it got
/// them: everything that came within a few minutes of the first. That backlog is volume, and no missed
/// chance.
///
/// In a database from which old posts were thrown away the first batch is the oldest that is left.
struct FirstBatch {
  /// One fetch of one feed takes less, and no reader asks again sooner.
  static let length: TimeInterval = 600

  private struct Batch {
    var first: Date
    var posts: [(number: Int, at: Date)]
  }

  private var batches: [AccountKey: Batch] = [:]

  /// Takes the post of a number, and when the reader got it. Posts may come in any order.
  mutating func take(_ number: Int, of account: AccountKey, at moment: Date) {
    guard let known = batches[account] else {
      batches[account] = Batch(first: moment, posts: [(number, moment)])
      return
    }
    if moment >= known.first {
      if moment.timeIntervalSince(known.first) <= Self.length {
        batches[account]?.posts.append((number, moment))
      }
      return
    }
    let rest = known.posts.filter { $0.at.timeIntervalSince(moment) <= Self.length }
    batches[account] = Batch(first: moment, posts: rest + [(number, moment)])
  }

  /// The numbers of the posts that were there already, in no order.
  var backlog: [Int] { batches.values.flatMap { $0.posts.map(\.number) } }
}

/// The same where a reader keeps no time of fetching but gives every row the next number: the rows of
/// one feed that follow each other without a row of another were written in one go, and the first such
/// block of a feed is what came with its first fetch.
struct FirstBlocks {
  private var previous: AccountKey?
  private var isFirst = false
  private var begun: Set<AccountKey> = []

  /// Whether a row stands in the first block of its account. Rows come in the order of their numbers;
  /// nil is a row of no account, which ends a block like any other.
  mutating func hold(_ account: AccountKey?) -> Bool {
    if account != previous {
      previous = account
      isFirst = account.map { begun.insert($0).inserted } ?? false
    }
    return isFirst
  }
}

/// First blocks that were gone through, where a reader keeps no time of fetching: posts of at least four
/// separate weeks were acted on in them. That is no first look at a new list, so what was passed over in
/// such a block could have been read.
struct GoneThrough {
  /// The separate weeks whose posts have to be acted on.
  static let weeks = 4
  private static let week = 7 * 86_400.0

  private var acted: [AccountKey: Set<Int>] = [:]

  /// Notes that a post of a first block was acted on.
  mutating func note(_ account: AccountKey, published: Date?) {
    guard let published, acted[account, default: []].count < Self.weeks else { return }
    let week = (published.timeIntervalSince1970 / Self.week).rounded(.down)
    acted[account, default: []].insert(Int(week))
  }

  /// Whether the first block of an account was gone through.
  func contains(_ account: AccountKey) -> Bool {
    acted[account, default: []].count >= Self.weeks
  }
}
