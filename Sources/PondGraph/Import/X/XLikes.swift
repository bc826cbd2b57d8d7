import Foundation

/// What the person liked. X's archive says neither whose a post was nor when it was liked: the author is
/// known where the person answered or passed on the same post, and the post's number says when it was
/// written, before which nobody liked it.
struct XLikes {
  private var tweets: [UInt64] = []
  /// How many likes do not even say of which post.
  private(set) var nameless = 0

  /// Takes one record of `like.js`.
  mutating func take(_ value: JSONValue) {
    let like = value["like"] ?? value
    guard let tweet = like["tweetId"]?.word.flatMap({ UInt64($0) }) else { return nameless += 1 }
    tweets.append(tweet)
  }

  /// The likes of posts of which is known whose they are, and the pages of the others.
  func acts(_ authors: [UInt64: UInt64], now: Date) -> (acts: [Act], pages: [PageAct]) {
    var acts: [Act] = []
    var pages: [PageAct] = []
    for tweet in tweets {
      let post = XPost.id(tweet)
      let at = PostName.moment(in: post.value, now: now)
      if let author = authors[tweet] {
        acts.append(Act(account: XPeople.key(author), post: post, kind: .liked, at: at))
      } else {
        pages.append(
          PageAct(address: Address("https://" + post.value), kind: .liked, at: at))
      }
    }
    return (acts, pages)
  }
}
