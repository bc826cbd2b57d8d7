/// The address of a post or of an account as servers that speak ActivityPub give it, and what the
/// address itself proves of its author.
struct FediverseURI: Hashable {
  /// Who wrote the post, or who the account is.
  enum Author: Hashable {
    /// The name stands in the address.
    case named(AccountKey)
    /// A number or a word without meaning stands for the account.
    case numbered(AccountKey)
    /// The address does not say.
    case unknown
  }

  /// The author.
  let author: Author
  /// The address of the author's own document without its scheme; nil where it does not follow.
  let actor: String?
  /// Whether it has the form of a post's address.
  let isPost: Bool

  /// Reads an address; nil for one that is not read over HTTP.
  init?(_ uri: String) {
    let halves = uri.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, ["https", "http"].contains(halves[0].lowercased()) else { return nil }
    let plain = halves[1].prefix { $0 != "?" && $0 != "#" }
    let parts = plain.split(separator: "/")
    guard let host = parts.first?.lowercased(), host.contains("."), !host.contains("@") else {
      return nil
    }
    let path = Array(parts.dropFirst())
    let reading = Self.read(path, host)
    author = reading.author
    actor = reading.actor
    isPost = reading.isPost
  }

  /// The account, whether its name stands there or a number; nil where neither does.
  var account: AccountKey? {
    switch author {
    case .named(let key), .numbered(let key): key
    case .unknown: nil
    }
  }

  private typealias Reading = (author: Author, actor: String?, isPost: Bool)

  private static func read(_ path: [Substring], _ host: String) -> Reading {
    let rest = path.count
    switch path.first.map(String.init) {
    case "users" where rest >= 2:
      return (named(path[1], host), "\(host)/users/\(path[1])", isPost(path.dropFirst(2)))
    case "ap" where rest >= 3 && path[1] == "users":
      let actor = "\(host)/ap/users/\(path[2])"
      let key = AccountKey(kind: .actor, value: actor)
      return (.numbered(key), actor, isPost(path.dropFirst(3)))
    case .some(let first) where first.hasPrefix("@") && first.count > 1:
      let actor = first.dropFirst().contains("@") ? nil : "\(host)/users/\(first.dropFirst())"
      return (named(path[0].dropFirst(), host), actor, rest == 2)
    case "p" where rest == 3: return (named(path[1], host), nil, true)
    case "u" where rest == 2, "accounts" where rest == 2, "profile" where rest == 2:
      return (named(path[1], host), "\(host)/\(path[0])/\(path[1])", false)
    case "statuses" where rest == 2, "notes" where rest == 2, "objects" where rest == 2,
      "notice" where rest == 2:
      return (.unknown, nil, true)
    case .some where rest == 3 && path[1] == "p":
      return (named(path[0], host), "\(host)/\(path[0])", true)
    default: return (.unknown, nil, false)
    }
  }

  private static func isPost(_ rest: ArraySlice<Substring>) -> Bool {
    rest.first == "statuses" && rest.count >= 2
  }

  // `@user@other.host/1` is how one server shows the post of another.
  private static func named(_ name: Substring, _ host: String) -> Author {
    let whole = name.contains("@") ? String(name) : "\(name)@\(host)"
    guard let acct = Acct(whole), acct.hasHost else { return .unknown }
    return .named(acct.key(home: nil))
  }
}
