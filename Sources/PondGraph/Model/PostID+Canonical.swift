public import Foundation

// Which post an item is, whatever happened to the spelling of its id.

extension PostID {
  /// The identity of an item within its account: its own id, else its link, else title and date,
  /// canonicalised so that an item whose id changed only by scheme, trailing slash or `utm_`
  /// parameters is the same item. Nil for an item that has none of them.
  public init?(writtenID: String?, link: String?, title: String?, published: Date?) {
    guard let value = writtenID ?? link ?? title else { return nil }
    self.init(value)
  }
}
