package import Foundation

/// The accounts that leave a list. It is made of a person's standing decisions and of nothing else.
package struct Removals: Sendable {
  /// The accounts.
  package let accounts: Set<AccountKey>

  /// Takes the decisions that stand; of several about one account, the latest counts.
  package init(standing decisions: [Decision]) {
    let latest = Dictionary(decisions.map { ($0.account, $0) }) { $1.at >= $0.at ? $1 : $0 }
    accounts = Set(latest.values.filter(\.answer.leavesTheList).map(\.account))
  }
}

/// A list without the accounts that leave it.
package struct TrimmedList: Sendable {
  /// One entry that was cut out; an account that stood in several places has several.
  package struct Removed: Hashable, Sendable {
    /// Whose entry it was.
    package let account: AccountKey
    /// The address as the list writes it.
    package let address: Address
    /// The line on which it stood in the original, from 1.
    package let line: Int
  }

  /// The list's bytes: the original's, outside of the cuts.
  package let bytes: Data
  /// What was cut, in the list's order.
  package let removed: [Removed]
  /// The accounts that stay.
  package let remaining: Set<AccountKey>
}
