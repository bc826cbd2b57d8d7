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

/// Everything that a person's words ask of a list: who leaves, who is read elsewhere, who moves into
/// which folder, what weighs how much, who comes. Made of decisions and declarations and of nothing
/// else (E6).
package struct ListChanges: Sendable {
  /// Somebody who comes.
  package struct Addition: Hashable, Sendable {
    /// Who it is.
    package let account: AccountKey
    /// Where it is read, or what it is called on its network.
    package let address: Address
    /// Its title; nil where none is known.
    package let title: String?
    /// Its home page; nil where none is known.
    package let site: Address?
    /// The folder that it goes into.
    package let folder: String

    /// Makes it of its parts.
    package init(
      account: AccountKey, address: Address, title: String?, site: Address?, folder: String
    ) {
      self.account = account
      self.address = address
      self.title = title
      self.site = site
      self.folder = folder
    }
  }

  /// Who leaves.
  package let removals: Removals
  /// Who is read at another address, and at which.
  package let repairs: [AccountKey: Address]
  /// Who moves, and into which folder.
  package let moves: [AccountKey: String]
  /// Of whom less is wanted.
  package let thinned: Set<AccountKey>
  /// What was declared to matter how much.
  package let weights: [AccountKey: Double]
  /// Who comes.
  package let additions: [Addition]

  /// Takes what stands.
  /// - Parameters:
  ///   - decisions: the answers that stand.
  ///   - repairs: the newest repair of each account.
  ///   - weights: the importances that were declared.
  ///   - additions: who was followed here.
  ///   - rings: the folder of everybody in a ring; nil where only those who were thinned move.
  ///   - stream: the folder of those who were thinned.
  package init(
    decisions: [Decision], repairs: [Decision] = [], weights: [AccountKey: Double] = [:],
    additions: [Addition] = [], rings: [AccountKey: String]? = nil, stream: String = "stream"
  ) {
    let removals = Removals(standing: decisions)
    let thinned = Set(decisions.filter { $0.answer == .thin }.map(\.account))
    self.removals = removals
    self.thinned = thinned
    self.repairs = repairs.reduce(into: [:]) { addresses, decision in
      guard !removals.accounts.contains(decision.account) else { return }
      addresses[decision.account] = decision.newAddress
    }
    moves = (rings ?? [:]).merging(thinned.map { ($0, stream) }) { _, stream in stream }
    self.weights = weights
    self.additions = additions.filter { !removals.accounts.contains($0.account) }
  }
}

/// A list with a person's words carried out.
package struct TrimmedList: Sendable {
  /// One entry that was cut out or changed; an account that stands in several places has several.
  package struct Removed: Hashable, Sendable {
    /// Whose entry it is.
    package let account: AccountKey
    /// The address as the original writes it.
    package let address: Address
    /// The line on which it stands in the original, from 1.
    package let line: Int
  }

  /// An answer that such a list cannot carry out.
  package struct Undone: Hashable, Sendable {
    /// About whom.
    package let account: AccountKey
    /// The answer: thin, repair or follow.
    package let answer: Answer
    /// Where they are read, or what they are called on their network; nil for somebody in the list.
    package let address: Address?
  }

  /// The list's bytes: the original's, outside of what was changed.
  package let bytes: Data
  /// What was cut, in the list's order.
  package let removed: [Removed]
  /// The accounts that stay, as the original calls them.
  package let remaining: Set<AccountKey>
  /// What is read at another address from now on.
  package var repaired: [Removed] = []
  /// What moved, or is asked for less of.
  package var moved: [Removed] = []
  /// What should have moved and could not, for its tags do not say where it ends.
  package var unmoved: [Removed] = []
  /// Whose importance was written anew.
  package var weighed: [Removed] = []
  /// Who came.
  package var added: [ListChanges.Addition] = []
  /// What was asked for and has no place in such a list.
  package var undone: [Undone] = []
  /// Whether the whole list had to be written anew, for it came in a form that nobody reads back.
  package var isRewritten = false
}
