/// Whose places posts point at: a few accounts for each of some posts, which are told by their number.
/// Eight bytes a link, for a reader's database has millions of posts.
public struct PostLinks: Hashable, Sendable {
  /// One of them.
  package struct Link: Hashable, Sendable {
    /// The number of the post.
    package let post: Int32
    /// The number of the account among `places`.
    package let place: Int32
  }

  /// Whoever is pointed at, each once.
  package private(set) var places: [AccountKey] = []
  /// The links, in the order in which they were added.
  package private(set) var all: [Link] = []
  private var numbers: [AccountKey: Int32] = [:]

  /// Begins without a link.
  public init() {}

  /// How many there are.
  public var count: Int { all.count }

  /// Adds a link. What is beyond two thousand million posts is not counted.
  package mutating func add(_ place: AccountKey, post: Int) {
    guard let post = Int32(exactly: post), places.count < Int32.max else { return }
    let next = Int32(places.count)
    let number = numbers[place] ?? next
    if number == next {
      numbers[place] = number
      places.append(place)
    }
    all.append(Link(post: post, place: number))
  }

  /// Adds the links of posts that are numbered anew, behind others.
  package mutating func append(_ other: PostLinks, after posts: Int) {
    for link in other.all {
      guard other.places.indices.contains(Int(link.place)) else { continue }
      add(other.places[Int(link.place)], post: posts + Int(link.post))
    }
  }
}
