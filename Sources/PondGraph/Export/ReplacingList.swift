/// Guards lists that a network takes in place of the one it has: whoever is missing there is
/// unfollowed (E2).
package enum ReplacingList {
  /// A list that was imported, and whose it is.
  package struct Known: Sendable {
    /// The list.
    package let original: OriginalDocument
    /// Whose; nil where nobody said.
    package let owner: AccountKey?

    /// Makes it of its parts.
    package init(original: OriginalDocument, owner: AccountKey?) {
      self.original = original
      self.owner = owner
    }
  }

  /// Looks whether a trimmed list is safe to give back.
  /// - Parameters:
  ///   - picked: the list that was trimmed.
  ///   - newer: the lists that were imported after it.
  ///   - staying: who stays in a list once the leaving are gone.
  /// - Throws: `OverwriteFailure.outdated` where somebody stays in a newer list of the same owner
  ///   and is not in this one.
  package static func check(
    _ trimmed: TrimmedList, of picked: Known, newer: [Known],
    staying: (Known) throws -> Set<AccountKey>
  ) throws {
    for other in newer where other.owner == picked.owner || other.owner == nil {
      let missing = try staying(other).subtracting(trimmed.remaining)
      if !missing.isEmpty {
        throw OverwriteFailure.outdated(
          path: picked.original.path, newer: other.original.path, count: missing.count)
      }
    }
  }

  /// The lists that are a person's own.
  /// - Parameter me: who the person is, as a handle or a key.
  /// - Throws: `OverwriteFailure.anotherOwner` where there are lists and none is theirs.
  package static func own(_ lists: [Known], me: String?) throws -> [Known] {
    guard let me, let newest = lists.first else { return lists }
    let name = (me.hasPrefix("@") ? String(me.dropFirst()) : me).lowercased()
    let own = lists.filter { $0.owner?.value.lowercased() == name }
    if own.isEmpty {
      throw OverwriteFailure.anotherOwner(
        path: newest.original.path, owner: newest.owner?.value, me: me)
    }
    return own
  }
}
