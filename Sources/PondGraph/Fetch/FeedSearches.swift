package import Foundation

/// Which feeds are being looked for at which places, in one run.
package struct FeedSearches: Sendable {
  private var places: [AccountKey: [WebAddress]] = [:]
  private var asking: [AccountKey: WebAddress] = [:]

  /// A home that was asked is left alone for thirty days.
  package static let pause = 30 * 86_400.0

  /// Starts without any.
  package init() {}

  /// Whether a broken feed's home is to be asked where the feed has gone: once it is certain that
  /// it is not a passing trouble, and not twice in a month.
  package func isDue(_ feed: FetchMemory, home: FetchMemory?, now: Date) -> Bool {
    guard let trouble = feed.trouble, places[feed.account] == nil else { return false }
    if let home, now.timeIntervalSince(home.askedAt) < Self.pause { return false }
    let isCertain =
      trouble.kind == .gone || trouble.kind == .status && trouble.words.contains("404")
    return isCertain || feed.failures >= FetchMemory.runsUntilMoved && trouble.kind != .busy
  }

  /// Begins to look at these places; none, where the home has to say them first.
  package mutating func begin(_ account: AccountKey, _ candidates: [WebAddress]) {
    places[account] = candidates
  }

  /// Whether a feed is looked for and its home has not said where yet.
  package func isWanted(_ account: AccountKey) -> Bool { places[account]?.isEmpty ?? false }

  /// The next place to ask; nil where there is none left.
  package mutating func next(_ account: AccountKey) -> FetchRequest? {
    guard var left = places[account], !left.isEmpty else {
      end(account)
      return nil
    }
    let address = left.removeFirst()
    (places[account], asking[account]) = (left, address)
    return FetchRequest(account: account, part: .feed, address: address)
  }

  /// Whether a request is part of a search.
  package func isAsking(_ request: FetchRequest) -> Bool {
    asking[request.account] == request.address
  }

  /// Ends a search.
  package mutating func end(_ account: AccountKey) {
    (places[account], asking[account]) = (nil, nil)
  }
}
