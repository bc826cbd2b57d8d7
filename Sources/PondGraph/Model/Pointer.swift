/// That posts of an account point at somebody's place, and how many do.
public struct Pointer: Hashable, Sendable {
  /// Whose posts they are.
  public let source: AccountKey
  /// Whose place it is: an account of a network, or a site.
  public let place: AccountKey
  /// How many posts point there.
  public let posts: Int
  /// With how many of them the person did something.
  public let engaged: Int

  /// Makes it of its parts.
  public init(source: AccountKey, place: AccountKey, posts: Int, engaged: Int) {
    self.source = source
    self.place = place
    self.posts = posts
    self.engaged = engaged
  }
}
