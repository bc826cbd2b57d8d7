public import Foundation

/// Whom the person could answer or thank: what `pond thank` tells, to them alone. Nothing of it leaves the
/// machine, and nothing of it is a duty.
public struct Thanks: Sendable {
  /// Why somebody is among them.
  public enum Reason: Hashable, Sendable {
    /// Their words were addressed to the person at this moment, and no word of the person's came after.
    case theirWords(at: Date)
    /// The person liked, starred, saved or passed on posts of theirs, so many of each, the most first, and
    /// never wrote to them.
    case theirPosts([ActTally])
  }

  /// One of them.
  public struct Somebody: Sendable {
    /// Who it is.
    public let account: Account
    /// Why.
    public let reason: Reason
    /// The posts that show it, newest first: two at the most; empty where no file holds them.
    public let posts: [RememberedPost]

    package init(_ thank: Thank, posts: [RememberedPost]) {
      account = thank.account
      reason = thank.reason
      self.posts = posts
    }
  }

  /// One of them, before the posts that show it were looked up.
  package struct Thank: Sendable {
    /// Who it is.
    package let account: Account
    /// Why.
    package let reason: Reason
    /// How much weighs it, to put them in an order: it is shown nowhere.
    fileprivate let weight: Double
  }

  /// Those whose words were addressed to the person first, the newest words first; then those whose posts the
  /// person did most with.
  public let people: [Somebody]
  /// How many more there are.
  public let more: Int

  package init(people: [Somebody], more: Int) {
    self.people = people
    self.more = more
  }

  /// The most of them that are told.
  package static let most = 12
  /// The most of them for one reason, where there are others too.
  static let mostOfOneReason = 8
  /// The acts that say that a post was dear.
  package static let dear: Set<ActKind> = [.liked, .starred, .saved, .reshared]
  /// The acts that are words of the person to somebody.
  static let words: Set<ActKind> = [.replied, .quoted, .wrote]
  // There are millions of posts, and few of them with an act.
  private static let dearBits = ActKind.bits(of: dear)
  private static let wordBits = ActKind.bits(of: words)
  /// The posts from which on somebody is thanked for them.
  static let often = 3

  /// Looks for them among the kept. O(posts).
  /// - Parameters:
  ///   - persons: the accounts of which several are one human being's: who has several is told once.
  /// - Returns: those who are told, and how many more there are.
  package static func among(
    _ kept: [AccountKey: Account], _ evidence: [Evidence], persons: [[AccountKey]], now: Date
  ) -> (told: [Thank], more: Int) {
    var found = evidence.compactMap { evidence in
      kept[evidence.account].flatMap { thank($0, evidence, now: now) }
    }.sorted { ($1.weight, $0.account.key) < ($0.weight, $1.account.key) }
    var seen: Set<AccountKey> = []
    found = found.filter { thank in
      guard seen.insert(thank.account.key).inserted else { return false }
      for group in persons where group.contains(thank.account.key) { seen.formUnion(group) }
      return true
    }
    let words = found.filter(\.isForWords)
    let posts = found.filter { !$0.isForWords }
    let first = words.prefix(max(mostOfOneReason, most - posts.count))
    let told = first + posts.prefix(most - first.count)
    return (Array(told), found.count - told.count)
  }

  private static func thank(_ account: Account, _ evidence: Evidence, now: Date) -> Thank? {
    if let last = unanswered(evidence, now: now) {
      return Thank(
        account: account, reason: .theirWords(at: last), weight: last.timeIntervalSince1970)
    }
    guard written(evidence).isEmpty,
      !evidence.elsewhere.contains(where: { words.contains($0.kind) })
    else { return nil }
    let (tallies, posts) = dearPosts(evidence)
    guard posts >= often else { return nil }
    return Thank(account: account, reason: .theirPosts(tallies), weight: Double(posts))
  }

  /// When its words were last addressed to the person, where no word of theirs came after; nil elsewhere.
  static func unanswered(_ evidence: Evidence, now: Date) -> Date? {
    guard let last = evidence.addressed.filter({ $0 <= now }).max() else { return nil }
    return written(evidence).allSatisfy { $0 < last } ? last : nil
  }

  private static func written(_ evidence: Evidence) -> [Date] {
    evidence.written
      + evidence.posts.filter { $0.actBits & wordBits != 0 }.map(\.at)
  }

  /// What the person did with posts that were dear to them, and with how many posts at the least.
  private static func dearPosts(_ evidence: Evidence) -> ([ActTally], Int) {
    var counts: [ActKind: Int] = [:]
    var posts = 0
    for post in evidence.posts where post.actBits & dearBits != 0 {
      posts += 1
      for act in dear.intersection(post.acts) { counts[act, default: 0] += 1 }
    }
    let elsewhere = evidence.elsewhere.filter { dear.contains($0.kind) }
    for tally in elsewhere { counts[tally.kind, default: 0] += tally.count }
    // One post may be liked and passed on: no more are sure than were done the most often.
    posts += elsewhere.map(\.count).max() ?? 0
    let tallies = counts.map { ActTally(kind: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.kind.place) < ($0.count, $1.kind.place) }
    return (tallies, posts)
  }
}

extension Thanks.Thank {
  fileprivate var isForWords: Bool {
    if case .theirWords = reason { true } else { false }
  }
}

extension Thanks.Reason {
  /// The reason as a sentence: what files tell, no more.
  public var sentence: String {
    switch self {
    case .theirWords(let at):
      "Their words were addressed to you on \(at.formatted(.iso8601.year().month().day())); "
        + "nothing of yours came after, as far as your files tell."
    case .theirPosts(let tallies):
      "You \(Self.deeds(tallies)); no file tells of a word of yours to them."
    }
  }

  private static func deeds(_ tallies: [ActTally]) -> String {
    var parts = tallies.map { "\($0.kind.deed ?? "kept") \(Figures.count($0.count))" }
    if let first = tallies.first {
      parts[0] += first.count == 1 ? " post of theirs" : " of their posts"
    }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
