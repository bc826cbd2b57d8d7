// Which account an address stands for.

extension AccountKey {
  /// The account whose posts are read at this address: a feed, a newsletter or a command, told
  /// apart by how the address begins.
  public init(reading address: Address) {
    self.init(kind: .feed, value: address.canonical)
  }
}
