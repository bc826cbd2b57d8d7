public import Foundation

/// A file or folder that the person gave Pond to learn, as they named it, so that it can be learned
/// again where it changed.
public struct RememberedSource: Hashable, Sendable {
  /// Where it is, absolute.
  public let path: String
  /// The format that the person said it has; nil where the bytes told.
  public let format: String?
  /// Who the person said they are in it; nil where they did not.
  public let me: String?
  /// Whose export the person said it is; nil for their own.
  public let owner: String?
  /// Whether what stands before a cut was to be taken.
  public let takesPartial: Bool
  /// When it was last learned, UTC.
  public let learnedAt: Date
  /// What the disk said of it then: kind, sizes, times of change.
  package let stamp: String

  package init(
    path: String, format: String? = nil, me: String? = nil, owner: String? = nil,
    takesPartial: Bool = false, learnedAt: Date, stamp: String
  ) {
    self.path = path
    self.format = format
    self.me = me
    self.owner = owner
    self.takesPartial = takesPartial
    self.learnedAt = learnedAt
    self.stamp = stamp
  }
}

/// How a source stands on the disk, beside how it stood when it was learned.
public enum SourceState: String, Hashable, Sendable, CaseIterable {
  /// Nothing says that anything in it changed.
  case unchanged
  /// Sizes or times differ.
  case changed
  /// It was a folder and is a file now, or the other way round.
  case anotherKind = "another-kind"
  /// Nothing is at its place.
  case gone
  /// Something is there that may not be looked at.
  case unreadable
}
