/// The posts by which somebody is remembered before a decision (R1): the newest, and one that is off
/// their usual topic if there is one.
package struct ShownPosts: Sendable {
  /// The posts, newest first.
  package let posts: [RememberedPost]
  /// The place among them of the one off the usual topic; nil where there is none.
  package let offTopic: Int?

  /// Chooses among an account's newest posts, given newest first.
  package init(among recent: [RememberedPost], most: Int) {
    var seen: Set<String> = []
    let titled = recent.filter { Self.words($0).map { seen.insert($0).inserted } ?? false }
    let place = OffTopicTitle.place(among: titled.compactMap(Self.words))
    if let place, place >= most, most > 1 {
      posts = titled.prefix(most - 1) + [titled[place]]
      offTopic = most - 1
    } else {
      posts = Array(titled.prefix(most))
      offTopic = place
    }
  }

  /// What is shown of a post: its title, else how it begins; nil for one without words.
  private static func words(_ remembered: RememberedPost) -> String? {
    let words = remembered.post.title ?? remembered.post.excerpt
    return words?.contains { !$0.isWhitespace } == true ? words : nil
  }
}
