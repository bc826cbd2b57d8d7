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

  init(_ name: String, of account: AccountKey? = nil) {
    self.name = name
    self.account = account
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
