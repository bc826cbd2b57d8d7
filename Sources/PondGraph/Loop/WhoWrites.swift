/// Who among the kept writes about a topic: what `pond who` tells.
public struct WhoWrites: Sendable {
  /// Somebody who does.
  public struct Somebody: Sendable {
    /// Who it is.
    public let account: Account
    /// How many of their posts speak of it.
    public let matching: Int
    /// Of how many that are known.
    public let posts: Int
    /// The newest of those that do, newest first: two at the most.
    public let shown: [Post]
    /// How far it has come between the person and them, as far as acts show it.
    public let rung: Rung
  }

  /// What was looked for.
  public let topic: Topic
  /// Those who write about it, the surest first: no more than were asked for.
  public let people: [Somebody]
  /// How many there are in all.
  public let count: Int
  /// How many accounts are kept, and of how many of them any post is known.
  public let accounts: (kept: Int, seen: Int)
  /// How their posts were found.
  public let way: FindingWay

  /// The most posts that are shown of somebody.
  package static let mostShown = 2

  package init(
    topic: Topic, people: [Somebody], count: Int, accounts: (kept: Int, seen: Int),
    way: FindingWay
  ) {
    self.topic = topic
    self.people = people
    self.count = count
    self.accounts = accounts
    self.way = way
  }

  /// How much of what somebody posts speaks of a topic.
  package struct Tally: Sendable {
    /// Whose.
    package let account: AccountKey
    /// The posts that do.
    package let matching: Int
    /// The posts that are known.
    package let posts: Int

    package init(account: AccountKey, matching: Int, posts: Int) {
      self.account = account
      self.matching = matching
      self.posts = posts
    }
  }

  /// With so many posts somebody's own share counts half, and half that of everybody.
  package static let prior = 20.0

  /// Those who write about it, the surest first. The order is that of the share of their posts that speak of
  /// it, shrunk towards the share of everybody's posts (the mean of a beta-binomial with `prior` posts in
  /// its prior): one post out of one says less than seven out of 120, and of two with one share the one who
  /// wrote more about it comes first where that is more than others do. Then the one with more such posts;
  /// then by key. Who follows whom, and what the person did with them, is no part of it: who knows is asked,
  /// not who is liked.
  /// - Parameter tallies: of everybody whose posts are known, also of those who never speak of it.
  package static func ranked(_ tallies: [Tally]) -> [Tally] {
    let posts = tallies.reduce(0) { $0 + $1.posts }
    let matching = tallies.reduce(0) { $0 + $1.matching }
    guard posts > 0, matching > 0 else { return [] }
    let usual = Double(matching) / Double(posts)
    return tallies.filter { $0.matching > 0 }.map { tally in
      (tally, (Double(tally.matching) + prior * usual) / (Double(tally.posts) + prior))
    }.sorted { left, right in
      (-left.1, -left.0.matching, left.0.account) < (-right.1, -right.0.matching, right.0.account)
    }.map(\.0)
  }
}
