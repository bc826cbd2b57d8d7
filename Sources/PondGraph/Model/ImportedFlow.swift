/// What an input of millions of rows teaches, handed over in parts while it is read, so that nothing of it
/// is ever there whole.
package struct ImportedFlow: Sendable {
  private let parts: @Sendable (_ take: (Imported) throws -> Void) throws -> Imported

  /// Makes it of what reads the parts.
  package init(
    _ parts: @escaping @Sendable (_ take: (Imported) throws -> Void) throws -> Imported
  ) {
    self.parts = parts
  }

  /// Hands over each part, with its posts, its acts, the links of its posts and what was skipped. It can be
  /// asked once.
  /// - Returns: what is known only when all of them were read: the stretches of time that it shows.
  package func run(_ take: (Imported) throws -> Void) throws -> Imported { try parts(take) }
}
