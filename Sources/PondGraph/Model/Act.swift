public import Foundation

/// Something the person did with a post or to an account.
public enum ActKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// It scrolled by, or was swept up by a mark-all: never turned into read.
  case seen
  case opened
  case read
  case watched
  case liked
  case starred
  case saved
  case reshared
  case replied
  case quoted
  /// The person wrote to the account outside of a reply.
  case wrote
}

extension ActKind {
  /// Its place in `allCases`.
  var place: Int {
    switch self {
    case .seen: 0
    case .opened: 1
    case .read: 2
    case .watched: 3
    case .liked: 4
    case .starred: 5
    case .saved: 6
    case .reshared: 7
    case .replied: 8
    case .quoted: 9
    case .wrote: 10
    }
  }

  /// One bit for each place in `allCases`.
  static func bits(of kinds: some Sequence<ActKind>) -> UInt16 {
    kinds.reduce(0) { $0 | 1 << UInt16($1.place) }
  }

  /// The kinds of a set of bits, in the order of `allCases`.
  static func all(in bits: UInt16) -> [ActKind] {
    bits == 0 ? [] : allCases.filter { bits & 1 << UInt16($0.place) != 0 }
  }
}

/// One act of the person.
public struct Act: Hashable, Sendable {
  /// The account that it was done to.
  public let account: AccountKey
  /// The post that it was done with; nil for an act towards the account itself.
  public let post: PostID?
  /// What was done.
  public let kind: ActKind
  /// When, UTC; nil where the source keeps no time (the post's own date then stands in).
  public let at: Date?

  /// Makes an act of its parts.
  public init(account: AccountKey, post: PostID?, kind: ActKind, at: Date? = nil) {
    self.account = account
    self.post = post
    self.kind = kind
    self.at = at
  }
}

/// Words of the account addressed to the person: a reply, a mention.
public struct AddressedWords: Hashable, Sendable {
  /// Who spoke.
  public let account: AccountKey
  /// When, UTC.
  public let at: Date

  /// Makes it of its parts.
  public init(account: AccountKey, at: Date) {
    self.account = account
    self.at = at
  }
}
