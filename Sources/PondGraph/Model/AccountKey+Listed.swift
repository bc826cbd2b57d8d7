extension AccountKey {
  /// The account that a line of a plain list names: the address of a feed, the profile page of
  /// somebody on a network, or somebody in the fediverse as `@user@host`.
  public init(listed written: String) {
    if let acct = Self.handle(written) {
      self = acct
      return
    }
    let address = Address(written)
    self = AccountKey(profile: address) ?? AccountKey(reading: address)
  }

  // A sign in front and a host behind: `user@host` alone is a mail address, too.
  private static func handle(_ written: String) -> AccountKey? {
    guard written.hasPrefix("@"), let acct = Acct(written), acct.hasHost else { return nil }
    return acct.key(home: nil)
  }
}
