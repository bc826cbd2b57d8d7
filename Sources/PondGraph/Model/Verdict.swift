/// What could become of an account. A machine suggests one; only a person's decision changes an
/// export.
public enum Verdict: String, Hashable, Sendable, CaseIterable, Codable {
  /// It stays.
  case keep
  /// Fewer of it: by list or stream folder, without reposts, through a section feed.
  case thin
  /// It ended by its own rhythm: it leaves the reading list, its address is kept.
  case archive
  /// It leaves the list.
  case letGo = "let-go"
  /// Its address is broken or has moved.
  case repair
  /// Too little could be seen to say anything.
  case wait
}

/// What a person answers when asked about an account.
public enum Answer: String, Hashable, Sendable, CaseIterable, Codable {
  case keep
  case thin
  case archive
  case letGo = "let-go"
  /// Ask again later.
  case wait
  /// Keep, and never ask again.
  case hold
  /// Read it at another address.
  case repair
  /// It comes into the list.
  case follow

  /// Whether it says where an account is read, and not whether it stays: what was answered before goes
  /// on to stand beside it.
  package var standsBeside: Bool { self == .repair || self == .follow }

  /// Whether the account leaves the lists that Pond writes.
  public var leavesTheList: Bool { self == .letGo || self == .archive }
}
