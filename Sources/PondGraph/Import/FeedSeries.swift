import Foundation

/// Snapshots of one feed, from the oldest to the newest, and the days on which there was no feed to
/// be seen.
struct FeedSeries {
  private let folder: String
  private let snapshots: [FeedSnapshot]
  private let missed: [FeedShelf.Stranger]
  private let newest: FeedSnapshot

  /// Makes a series; nil without a single feed in it.
  init?(_ snapshots: [FeedSnapshot], missed: [FeedShelf.Stranger], folder: String) {
    self.folder = folder
    self.snapshots = snapshots.sorted { $0.age < $1.age }
    self.missed = missed
    guard let newest = self.snapshots.last else { return nil }
    self.newest = newest
  }

  func imported(format: String, now: Date) -> Imported {
    var history = FeedHistory(
      account: newest.account, site: newest.reading.document.site, now: now)
    let warnings = snapshots.flatMap { snapshot in
      let dates = history.add(
        snapshot.reading.document.items, isDamaged: snapshot.reading.isDamaged)
      return snapshot.warnings(posts: dates, now: now).map {
        "\(FeedFileName(path: snapshot.path).base): \($0)"
      }
    }
    var imported = Imported(path: folder, format: format)
    imported.isComplete = snapshots.allSatisfy { $0.reading.cut == nil }
    imported.accounts = [newest.mention]
    imported.posts = history.posts
    imported.postLinks = history.links
    imported.coverage = coverage(now: now)
    imported.reachability = [reachability(now: now)]
    imported.skipped = skipped + history.skipped
    imported.warnings = warnings
    return imported
  }

  /// When a snapshot was taken: by its name, else, for all but the newest, when it last changed.
  private func takenAt(_ snapshot: FeedSnapshot, now: Date) -> Date {
    if snapshot.namedDate != nil || snapshot.path == newest.path {
      return snapshot.seenAt(now: now)
    }
    return min(snapshot.reading.document.items.compactMap(\.date).max() ?? now, now)
  }

  /// The stretches that the snapshots show, those that touch made one.
  private func coverage(now: Date) -> [Coverage] {
    let stretches = snapshots.compactMap { $0.coverage(until: takenAt($0, now: now)) }
      .sorted { $0.from < $1.from }
    var joined: [Coverage] = []
    for stretch in stretches {
      if let last = joined.last, stretch.from <= last.to {
        joined[joined.count - 1] = Coverage(
          account: newest.account, from: last.from, to: max(last.to, stretch.to))
      } else {
        joined.append(Coverage(account: newest.account, from: stretch.from, to: stretch.to))
      }
    }
    return joined
  }

  /// The newest word: since when nobody could look, if the last snapshots are no feeds.
  private func reachability(now: Date) -> Reachability {
    let seenAt = takenAt(newest, now: now)
    let since = missed.compactMap(\.name.date).filter { $0 > seenAt && $0 <= now }
    guard let first = since.min(), let last = since.max() else {
      return Reachability(
        account: newest.account, state: newest.reachability(at: seenAt).state, at: seenAt)
    }
    return Reachability(account: newest.account, state: .unreachable(since: first), at: last)
  }

  private var skipped: [Skipped] {
    snapshots.flatMap(\.skipped)
      + missed.map {
        Skipped(
          what: $0.path, why: "\($0.why): on that day nobody could look", isLoss: $0.isLoss)
      }
  }
}

extension FeedSnapshot {
  /// What orders snapshots: their dates, and where those are equal or missing their newest posts
  /// and their paths.
  fileprivate var age: Age {
    Age(
      named: namedDate ?? .distantPast,
      posted: reading.document.items.compactMap(\.date).max() ?? .distantPast, path: path)
  }

  fileprivate struct Age: Comparable {
    let named: Date
    let posted: Date
    let path: String

    static func < (left: Age, right: Age) -> Bool {
      if left.named != right.named { return left.named < right.named }
      if left.posted != right.posted { return left.posted < right.posted }
      return left.path.unicodeScalars.lexicographicallyPrecedes(right.path.unicodeScalars)
    }
  }
}
