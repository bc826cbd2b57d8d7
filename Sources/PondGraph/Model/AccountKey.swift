/// What sort of source an account is.
public enum AccountKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// A feed that is read over HTTP.
  case feed
  /// A newsletter or mail address that a reader turns into a feed.
  case newsletter
  /// The output of a program (`exec:`, `filter:`, `|command`). Pond never runs it.
  case command
  /// A web site whose feed does not say its own address: it is joined to the followed feed with
  /// the same home page.
  case site
}

/// Who an account is: its kind and its canonical name within that kind.
///
/// Two outlines that differ only in spelling (scheme, host case, default port, trailing slash,
/// fragment, `utm_` parameters) have the same key.
public struct AccountKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What sort of source it is.
  public let kind: AccountKind
  /// The canonical name: for a feed its address without scheme, as `Address.canonical` makes it.
  public let value: String

  /// Makes a key of a kind and a value that is canonical already.
  public init(kind: AccountKind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// Orders keys by kind, then by value, scalar by scalar: the order that breaks ties everywhere.
  public static func < (left: AccountKey, right: AccountKey) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.value.unicodeScalars.lexicographicallyPrecedes(right.value.unicodeScalars)
  }

  /// The key in one word, secrets masked.
  public var description: String { "\(kind.rawValue):\(Address(value).masked)" }
}
