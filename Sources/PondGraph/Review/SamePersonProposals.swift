/// Which accounts may be one human being's, with the reason: proposed, never joined (I5).
package struct SamePersonProposals {
  private let accounts: [Account]
  private let links: [ProfileLink]
  private let joined: [AccountKey: Set<AccountKey>]

  /// More accounts than this with one home page are a planet or a paper, not a person.
  private static let mostAtHome = 4

  /// Looks among these accounts.
  /// - Parameter persons: who was joined already.
  package init(accounts: [Account], links: [ProfileLink], persons: [[AccountKey]]) {
    self.accounts = accounts
    self.links = links
    joined = Dictionary(
      persons.flatMap { group in group.map { ($0, Set(group)) } }
    ) { first, _ in first }
  }

  /// The proposals: those with the strongest reason first, then by key.
  package func all() -> [SamePersonProposal] {
    var found: [Set<AccountKey>: SamePersonProposal] = [:]
    for proposal in byLink() + byHome() {
      let pair: Set = [proposal.one.key, proposal.other.key]
      guard pair.count == 2, joined[proposal.one.key]?.contains(proposal.other.key) != true else {
        continue
      }
      if let known = found[pair], known.reason.rank <= proposal.reason.rank { continue }
      found[pair] = proposal
    }
    return found.values.sorted {
      ($0.reason.rank, $0.one.key, $0.other.key) < ($1.reason.rank, $1.one.key, $1.other.key)
    }
  }

  private func byLink() -> [SamePersonProposal] {
    let byKey = Dictionary(accounts.map { ($0.key, $0) }) { first, _ in first }
    let owners = owners()
    return links.flatMap { link -> [SamePersonProposal] in
      guard let one = byKey[link.account] else { return [] }
      let named = [AccountKey(profile: link.address), AccountKey(reading: link.address)]
        .compactMap { $0.flatMap { byKey[$0] } }
      let homes = owners[Self.plain(link.address)] ?? []
      let others = named.isEmpty && homes.count <= Self.mostAtHome ? homes : named
      return others.map {
        SamePersonProposal(one: one, other: $0, reason: .link(link.proof, link.address))
      }
    }
  }

  private func byHome() -> [SamePersonProposal] {
    owners().sorted { $0.key < $1.key }.flatMap { home, owners -> [SamePersonProposal] in
      guard home.contains("."), (2...Self.mostAtHome).contains(owners.count) else { return [] }
      return zip(owners, owners.dropFirst()).map {
        SamePersonProposal(one: $0, other: $1, reason: .home(home))
      }
    }
  }

  /// Accounts by their home page. A profile page on a network is nobody else's home.
  private func owners() -> [String: [Account]] {
    var owners: [String: [Account]] = [:]
    for account in accounts {
      guard let site = account.site, AccountKey(profile: site) == nil else { continue }
      owners[Self.plain(site), default: []].append(account)
    }
    return owners
  }

  private static func plain(_ address: Address) -> String {
    let canonical = address.canonical
    return canonical.hasPrefix("www.") ? String(canonical.dropFirst(4)) : canonical
  }
}

/// Two accounts that may be one human being's.
public struct SamePersonProposal: Sendable {
  /// Why they may be.
  public enum Reason: Hashable, Sendable {
    /// One names an address of the other.
    case link(ProfileLink.Proof, Address)
    /// Both name the same home page, in its canonical form.
    case home(String)

    /// Strong reasons before weak ones.
    var rank: Int {
      switch self {
      case .link(.verified, _): 0
      case .link(.relMe, _): 1
      case .home: 2
      case .link(.named, _): 3
      }
    }

    /// The reason as the rest of a sentence.
    public var sentence: String {
      switch self {
      case .link(.verified, let address): "the network verified its link to \(address.masked)"
      case .link(.relMe, let address): "its page says rel=me of \(address.masked)"
      case .link(.named, let address): "its profile names \(address.masked)"
      case .home(let home): "both name \(Address(home).masked) as home page"
      }
    }
  }

  /// The one that says so.
  public let one: Account
  /// The other.
  public let other: Account
  /// Why.
  public let reason: Reason
}
