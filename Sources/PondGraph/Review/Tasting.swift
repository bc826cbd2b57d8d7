package import Foundation

/// One sitting of a blind tasting: whose post is shown next, when it ends, what was said in it. A value
/// that stores nothing and knows no terminal. What comes next follows from what there is to lose and from
/// the answers that stand, so that an interrupted tasting goes on with the same post, and one answer taken
/// back brings its post back.
package struct Tasting {
  /// What a person asked for.
  package struct Wish: Hashable, Sendable {
    /// The most posts; nil for as many as it takes.
    package let posts: Int?
    /// The most seconds; nil for as long as it takes.
    package let seconds: TimeInterval?
    /// Whether it goes on where little is left to lose.
    package let goesOn: Bool

    /// Makes it of its parts.
    package init(posts: Int? = nil, seconds: TimeInterval? = nil, goesOn: Bool = false) {
      self.posts = posts
      self.seconds = seconds
      self.goesOn = goesOn
    }
  }

  private let wish: Wish
  private let began: Date
  /// The answers of this sitting that stand, oldest first.
  package private(set) var given: [TastedPost] = []

  /// Begins a sitting, or goes on with one.
  /// - Parameter given: the answers that were given in it already.
  package init(_ wish: Wish, at began: Date, given: [TastedPost] = []) {
    self.wish = wish
    self.began = began
    self.given = given
  }

  /// Why the sitting is over before anything more is shown; nil where it goes on.
  /// - Parameters:
  ///   - isAnythingLeft: whether there is a post to show.
  ///   - isMuchLeft: whether there is one of an account with something worth a question to lose.
  package func end(isAnythingLeft: Bool, isMuchLeft: Bool, at now: Date) -> TastingEnd? {
    if let posts = wish.posts, given.count >= posts { return .enoughPosts }
    if let seconds = wish.seconds, now.timeIntervalSince(began) >= seconds { return .enoughTime }
    guard isAnythingLeft else { return .nothingLeft }
    return isMuchLeft || wish.goesOn ? nil : .littleLeft
  }

  /// Whose post is shown next: that of the account of which an answer can be hoped to win most, but none
  /// twice in a row while half as much can be hoped for of another.
  /// - Parameters:
  ///   - stakes: in that order; only accounts that have a post to show.
  ///   - last: whose post was answered last.
  package static func next(
    among stakes: [TastingStakes.Stake], after last: AccountKey?
  ) -> AccountKey? {
    guard let most = stakes.first else { return nil }
    guard most.account == last, let second = stakes.dropFirst().first,
      second.hope >= most.hope / 2
    else { return most.account }
    return second.account
  }

  /// Takes an answer.
  package mutating func take(_ tasted: TastedPost) { given.append(tasted) }

  /// Takes an answer back; one of an earlier sitting changes nothing here.
  package mutating func takeBack(_ tasted: TastedPost) {
    given.removeAll { $0.account == tasted.account && $0.post == tasted.post && $0.at == tasted.at }
  }
}

/// Why a tasting is over.
public enum TastingEnd: Hashable, Sendable {
  /// As many posts as the person wanted were shown.
  case enoughPosts
  /// The time that the person gave is over.
  case enoughTime
  /// There is little left to lose.
  case littleLeft
  /// No post is left that could be shown: none is known, or all were.
  case nothingLeft
}

/// The posts of one account, in the order in which they are shown.
package struct TastingPosts {
  /// All of them, those among them that were answered already.
  package let posts: [Post]

  /// Draws lots for an account's posts: each post has its own, so that the order is random, the same in
  /// every run, and untouched by what was shown already.
  /// - Parameter seed: what the lots are drawn with.
  package init(_ posts: [Post], seed: String) {
    let lots = posts.map { post in
      (lot: Digest.hex("\(seed) \(post.account.id) \(post.id.value)".utf8), post: post)
    }
    self.posts = lots.sorted { ($0.lot, $0.post.id) < ($1.lot, $1.post.id) }.map(\.post)
  }

  /// The next post; nil where none is left. Of posts that show the same words one is asked about, and none
  /// whose words were tasted already.
  /// - Parameter tasted: the posts of the account that were answered.
  package func next(without tasted: Set<PostID>) -> Post? {
    let shown = Set(posts.filter { tasted.contains($0.id) }.map(Self.words))
    return posts.first { !tasted.contains($0.id) && !shown.contains(Self.words($0)) }
  }

  private static func words(_ post: Post) -> String {
    [post.title, post.excerpt].compactMap { $0 }.joined(separator: "\n")
  }
}
