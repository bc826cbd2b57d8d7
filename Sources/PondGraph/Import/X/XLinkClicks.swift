import Foundation

/// The links on which the person clicked, in the last thirty days before the archive was made.
struct XLinkClicks {
  private var clicks: [(tweet: UInt64, at: Date?)] = []
  /// The pages behind the links: some of them may be those of followed feeds.
  private(set) var pages: [PageAct] = []

  /// Takes one record of `user-link-clicks.js`.
  mutating func take(_ value: JSONValue) {
    let click =
      value["userInteractionsData"]?["linkClick"] ?? value["linkClick"] ?? value["userLinkClick"]
      ?? value
    let at = click["timeStampOfInteraction"]?.text.flatMap(FeedDate.parse)
    if let tweet = click["tweetId"]?.word.flatMap({ UInt64($0) }) { clicks.append((tweet, at)) }
    if let page = click["finalUrl"]?.text, page.hasPrefix("http") {
      pages.append(PageAct(address: Address(page), kind: .opened, at: at))
    }
  }

  /// The clicks in posts of which is known whose they are.
  func acts(_ authors: [UInt64: UInt64]) -> [Act] {
    clicks.compactMap { tweet, at in
      authors[tweet].map {
        Act(account: XPeople.key($0), post: XPost.id(tweet), kind: .opened, at: at)
      }
    }
  }

  /// How many were in posts of which is not known whose they are.
  func unknown(_ authors: [UInt64: UInt64]) -> Int {
    clicks.count { authors[$0.tweet] == nil }
  }
}
