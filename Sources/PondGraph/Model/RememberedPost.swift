/// A post as the pond file remembers it, with what the person did with it.
public struct RememberedPost: Hashable, Sendable {
  /// The post, the knowledge of all sources joined.
  public let post: Post
  /// What the person did with it; empty where nothing is known.
  public let acts: [ActKind]

  /// Makes it of its parts.
  public init(post: Post, acts: [ActKind]) {
    self.post = post
    self.acts = acts
  }
}
