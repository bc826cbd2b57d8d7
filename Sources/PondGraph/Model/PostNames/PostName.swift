package import Foundation

/// A post's one name on a network, however its address or id was spelled, and what the spelling
/// proves of its author.
///
/// Only what the text itself says: nothing is looked up. Two posts of one account that have the same
/// name are the same post.
package struct PostName: Hashable, Sendable {
  /// The canonical name: the same for every spelling, and its own name when it is read again.
  package let name: String
  /// The author, where the spelling tells the account; nil where it does not.
  package let account: AccountKey?
  // As it stands in the id, before anybody asked whether it can be.
  private let made: Date?

  init(_ name: String, of account: AccountKey? = nil, made: Date? = nil) {
    self.name = name
    self.account = account
    self.made = made
  }

  /// The moment that the post's id holds; nil where it holds none, or one that cannot be: before 2006,
  /// or more than a day after `now`.
  ///
  /// It is when the post was made. An act whose source keeps no time was done no earlier, and may be
  /// dated so: *not before*.
  package func moment(now: Date) -> Date? { PostClock.plausible(made, now: now) }

  /// The same of an address or id as written; nil for one that names no post of a network.
  package static func moment(in text: String, now: Date) -> Date? {
    network(of: text)?.moment(now: now)
  }

  /// The networks that Pond knows, asked in this order: the first that knows the text names it. A new
  /// network is a file beside this one and a line here.
  static let networks: [any PostNetwork.Type] = [
    XPosts.self, YouTubePosts.self, BlueskyPosts.self, MastodonPosts.self, PixelfedPosts.self,
    MisskeyPosts.self, PleromaPosts.self,
  ]

  /// The longest text that is looked at; what is longer names nothing on a network.
  package static let longest = 4096

  /// Reads an address (with or without its scheme) or an id as a network writes it: `https://…`,
  /// `at://…`, `yt:video:…`. Nil for everything else, which most texts are: they cost a look at the
  /// host and at the first steps of the path.
  /// - Parameter account: whose post it is, where that is known: on a front of YouTube that Pond does
  ///   not know by name, the channel proves what `watch?v=` means.
  package static func network(of text: String, in account: AccountKey? = nil) -> PostName? {
    guard let address = PostAddress(text, in: account) else { return nil }
    for network in networks {
      if let name = network.name(of: address) { return name }
    }
    return nil
  }
}

/// How one network, or the programs of one family, write the addresses and ids of posts.
protocol PostNetwork: Sendable {
  /// The post's one name; nil for an address of something else.
  static func name(of address: PostAddress) -> PostName?
}
