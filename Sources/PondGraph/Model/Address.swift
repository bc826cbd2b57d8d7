/// An address as somebody wrote it, with the form Pond compares and the form Pond shows.
///
/// Nothing here fetches, opens or runs anything: to Pond an address is text.
public struct Address: Hashable, Sendable {
  /// The address exactly as the source spells it, after decoding.
  public let written: String

  /// Makes an address of the text as it stands.
  public init(_ written: String) {
    self.written = written
  }
}

extension Address: CustomStringConvertible, CustomDebugStringConvertible {
  /// The masked form, so that an address that lands in a message by interpolation leaks nothing.
  public var description: String { masked }

  /// The masked form, for the same reason.
  public var debugDescription: String { masked }
}
