/// Tells an export of a range of time from a whole one. Networks let the person choose how far back
/// an export goes, and say nowhere in it how far it went.
enum ListRange {
  /// Since when the follows go that a list names, where everybody who is missing in it was followed
  /// before: then it says nothing of them. Nil where the list may be whole.
  /// - Parameters:
  ///   - claims: what the list says.
  ///   - before: what an older version or an older list said.
  ///   - undecided: those of some rows about whom the person did not decide that they leave.
  static func beginning(
    of claims: [Claim], after before: [Claim], undecided: (Set<Int64>) throws -> Set<Int64>
  ) throws -> Int64? {
    let followed = claims.filter(\.isFollowed)
    let here = Set(followed.map(\.account))
    let gone = before.filter { $0.isFollowed && !here.contains($0.account) }
    let dates = followed.compactMap(\.followedAt)
    guard let oldest = dates.min(), dates.count == followed.count, !gone.isEmpty else { return nil }
    // Who left by decision leaves no gap that a range of time would have to explain.
    let missing = try undecided(Set(gone.map(\.account)))
    let unexplained = gone.filter { missing.contains($0.account) }
    guard !unexplained.isEmpty else { return nil }
    let isBefore = unexplained.allSatisfy { $0.followedAt.map { $0 < oldest } ?? false }
    return isBefore ? oldest : nil
  }

  /// Networks that ask how far back an export shall go, and default to less than all.
  static let ranged: Set<String> = ["instagram", "facebook"]

  /// The longest range that such a network offers besides all, with some days of grace.
  static let longest = 3.1 * 365.25 * 86_400
}
