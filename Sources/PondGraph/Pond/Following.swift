public import Foundation

extension Pond {
  /// Follows somebody from now on: they stand in the next export, in the folder for newcomers, and are
  /// on trial, for nothing that they posted before today counts.
  /// - Parameters:
  ///   - written: an address, or any name by which discovery or a file knows them.
  ///   - title: what they are to be called; nil where the person does not say.
  /// - Throws: `ReviewFailure` where they are followed already, or it is no address.
  @discardableResult
  public func follow(
    _ written: String, as title: String? = nil, reason: String? = nil, now: Date
  ) throws -> FileAnswer {
    let account = try newcomer(written)
    let address = try Self.follow(account, as: title, reason: reason, in: store, now: now)
    return FileAnswer(
      account: try store.accounts().first { $0.key == account.key } ?? account, answer: .follow,
      reason: reason, newAddress: address)
  }

  /// Keeps that somebody is followed whom no list names.
  /// - Returns: where they are read.
  @discardableResult
  static func follow(
    _ account: Account, as title: String? = nil, reason: String? = nil, in store: PondStore,
    now: Date
  ) throws -> Address {
    let address = account.feed ?? Address(account.key.value)
    try store.follow(
      AccountMention(
        key: account.key, address: address, title: title ?? account.title, site: account.site,
        folders: [[try folder(.new, in: store)]], followed: true, followedAt: now),
      Answering.follow(account.key, at: address, reason: reason, on: now), at: now)
    return address
  }

  /// Who would be followed.
  public func newcomer(_ written: String) throws -> Account {
    let accounts = try store.accounts()
    let address = Address(written)
    let isAddress = Answering.isWebAddress(address)
    let named = isAddress ? nil : try store.place(named: written)
    let found =
      accounts.first { $0.key == named } ?? (isAddress ? nil : try? account(meant: written))
    let account =
      found ?? named.map(Self.account(named:)) ?? Self.account(at: address, among: accounts)
    guard found != nil || named != nil || isAddress || account.key.kind == .fediverse else {
      throw ReviewFailure.noAddress(written: address)
    }
    guard !account.isFollowed else {
      throw ReviewFailure.followsAlready(title: account.title ?? account.key.shown)
    }
    // A place without a feed cannot be read by a reader; a profile of a network can be followed there.
    guard account.canBeFollowed else {
      throw ReviewFailure.noAddress(written: address)
    }
    return account
  }

  /// The account at an address, known or not.
  static func account(at address: Address, among accounts: [Account]) -> Account {
    let key = AccountKey(profile: address) ?? AccountKey(reading: address)
    return accounts.first { $0.key == key }
      ?? Account(
        id: key.id, key: key, title: nil, feed: key.kind == .feed ? address : nil,
        site: key.profile, folders: [], tags: [], isFollowed: false, followedAt: nil,
        importance: nil)
  }

  static func account(named key: AccountKey) -> Account {
    Account(
      id: key.id, key: key, title: nil, feed: nil, site: key.profile, folders: [], tags: [],
      isFollowed: false, followedAt: nil, importance: nil)
  }
}

extension Account {
  /// Whether a list can name it: a place without a feed is read by no reader.
  var canBeFollowed: Bool { key.kind != .site || feed != nil }

  /// Whether a list or a checklist can say that less of it is wanted: those of Bluesky and Nostr only
  /// say who is followed.
  public var canBeThinned: Bool {
    ![.bluesky, .nostr].contains(key.kind) || feed.map(Answering.isWebAddress) ?? false
  }

  /// Whether a list can add it: one of feeds takes what stands at an address of the web, Mastodon's
  /// takes somebody of the fediverse.
  public var canBeAdded: Bool {
    key.kind == .fediverse || key.kind.isReadAtAddress
      || feed.map(Answering.isWebAddress) ?? false
  }

  /// Whether it is known by its page on Bluesky alone, which a reader takes and Bluesky does not.
  public var isPageOfBluesky: Bool { feed?.isPageOfBluesky ?? false }
}
