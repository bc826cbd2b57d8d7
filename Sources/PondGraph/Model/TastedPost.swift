public import Foundation

/// What a person said of one post that they were shown without its author's name.
public enum TastingAnswer: String, Hashable, Sendable, CaseIterable, Codable {
  /// They would read it with pleasure.
  case gladly
  /// They would read it.
  case wouldRead = "would-read"
  /// It is nothing for them.
  case notForMe = "not-for-me"
  /// Title and first words did not tell. It says nothing of the post, and the post is not shown again.
  case cannotSay = "cannot-say"
}

/// One answer of a blind tasting. It stands by its account and its dates, whether the post is still
/// known or not.
public struct TastedPost: Hashable, Sendable {
  /// Whose post it is.
  public let account: AccountKey
  /// Which post it is within its account.
  public let post: PostID
  /// When the post was published.
  public let published: Date
  /// What the person said.
  public let answer: TastingAnswer
  /// When they said it.
  public let at: Date

  /// Makes it of its parts.
  public init(
    account: AccountKey, post: PostID, published: Date, answer: TastingAnswer, at: Date
  ) {
    self.account = account
    self.post = post
    self.published = published
    self.answer = answer
    self.at = at
  }
}

/// How a file names a post that was tasted: by its id, or where that holds a blank, a control character or
/// a secret of the person's own, by a digest of it, which is the same on every machine.
package enum TastedName {
  /// What stands before a digest.
  package static let mark = "sha256:"

  /// The name of a post.
  package static func name(of post: PostID) -> String {
    let id = post.value
    let isPlain =
      !id.isEmpty && Address(id).masked == id
      && id.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
    return isPlain ? id : digest(of: id)
  }

  /// The digest of an id.
  package static func digest(of id: String) -> String { mark + Digest.hex(id.utf8) }
}
