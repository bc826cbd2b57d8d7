/// What an archive says of who is who: the names that mentions give to addresses, and the authors
/// that boosts give to posts.
///
/// The name counts before the address: a server may speak for another domain
/// (`https://social.host.example/users/bob` is `bob@host.example`), may number its accounts, or may
/// give them words without meaning.
struct FediverseNames {
  /// Whom something was done to.
  enum Settled: Hashable {
    case account(AccountKey)
    /// The person's own post.
    case owner
    /// Nothing says it.
    case unknown
  }

  /// Whose archive it is; nil where nothing says it.
  private(set) var owner: AccountKey?
  private var ownerAddress: String?
  private var named: [String: AccountKey] = [:]
  private var authors: [String: String] = [:]

  /// Learns who the person is: from their own document, else from what they did. The first word
  /// counts.
  mutating func takeOwner(_ actor: String, name: String?) {
    guard ownerAddress == nil else { return }
    ownerAddress = Self.plain(actor)
    let host = Self.plain(actor).prefix { $0 != "/" }
    owner = name.flatMap { Acct("\($0)@\(host)") }?.key(home: nil) ?? FediverseURI(actor)?.account
  }

  /// Whether an address is the person's own.
  func isOwner(_ actor: String) -> Bool { Self.plain(actor) == ownerAddress }

  /// Learns a name, as a mention writes it: `@user@host`, or `@user` for the host of the address.
  mutating func takeName(_ name: String?, of actor: String) {
    let address = Self.plain(actor)
    guard let acct = name.flatMap(Acct.init), named[address] == nil else { return }
    named[address] = acct.key(home: String(address.prefix { $0 != "/" }))
  }

  /// Learns who wrote a post.
  mutating func takeAuthor(_ actor: String, of post: String) {
    authors[post] = actor
  }

  /// The address of a post's author; nil where nothing said it.
  func author(of post: String) -> String? { authors[post] }

  /// Whom something was done to.
  func settle(_ post: String?, _ actor: String?) -> Settled {
    let uri = post.flatMap(FediverseURI.init)
    let actor = actor ?? post.flatMap { authors[$0] }
    let addresses = [actor.map(Self.plain), uri?.actor].compactMap { $0 }
    if addresses.contains(where: { $0 == ownerAddress }) { return .owner }
    let key = addresses.lazy.compactMap { named[$0] }.first ?? account(actor, post, uri)
    guard let key else { return .unknown }
    return key == owner ? .owner : .account(key)
  }

  private func account(_ actor: String?, _ post: String?, _ uri: FediverseURI?) -> AccountKey? {
    guard let actor else { return uri?.account }
    // What stands behind `users/` on a server of Misskey is no name.
    if post?.contains("/notes/") == true, actor.contains("/users/") {
      return AccountKey(kind: .actor, value: Self.plain(actor))
    }
    if let key = FediverseURI(actor)?.account { return key }
    if let key = uri?.account { return key }
    let address = Self.plain(actor)
    return address.contains("/") ? AccountKey(kind: .actor, value: address) : nil
  }

  /// An address without its scheme, the host in lower case.
  private static func plain(_ address: String) -> String {
    let rest = address.split(separator: "://", maxSplits: 1).last ?? ""
    let host = rest.prefix { $0 != "/" }
    var path = rest.dropFirst(host.count)
    while path.hasSuffix("/") { path = path.dropLast() }
    return host.lowercased() + path
  }
}
