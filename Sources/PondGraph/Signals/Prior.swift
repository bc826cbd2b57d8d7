/// What is held of an account before anything was seen of it.
package struct Prior: Hashable, Sendable {
  /// What is held of the traced share: Beta(a, b).
  package let share: BetaDistribution
  /// What is held of the posts a week: Gamma(α, β).
  package let rate: GammaDistribution

  /// What is held where there is nothing to learn from: (½, 2) and (½, 1) (model §2).
  package static let fallback = Prior(
    share: BetaDistribution(a: 0.5, b: 2), rate: GammaDistribution(shape: 0.5, rate: 1))

  /// Makes it of its parts.
  package init(share: BetaDistribution, rate: GammaDistribution) {
    self.share = share
    self.rate = rate
  }
}

/// The priors of a person's own accounts, learnt from them: for each kind of source, then for each
/// folder drawn towards its kind (model §2).
package struct Priors: Sendable {
  /// What one account contributes.
  package struct Member: Sendable {
    let kind: AccountKind
    let folder: String?
    let statistics: Statistics
    /// Whether it is one of the person's own.
    let isOwn: Bool

    /// Makes it of its parts.
    package init(
      kind: AccountKind, folder: String?, statistics: Statistics, isOwn: Bool = true
    ) {
      self.isOwn = isOwn
      self.kind = kind
      self.folder = folder
      self.statistics = statistics
    }
  }

  private struct Place: Hashable {
    let kind: AccountKind
    let folder: String
  }

  private var kinds: [AccountKind: Prior] = [:]
  private var folders: [Place: Prior] = [:]

  /// Priors that nothing was learnt for.
  package static let fallback = Priors([])

  /// Learns from every account of the person's own that was looked at, those never engaged with among
  /// them; what a file merely knows moves nothing. The order of the accounts, and their names, change
  /// nothing. In O(accounts · log accounts).
  package init(_ members: [Member]) {
    let looked = members.filter { $0.isOwn && $0.statistics.weeks > 0 }
    for (kind, members) in Dictionary(grouping: looked, by: \.kind) {
      let centre = Prior.learnt(from: members.map(\.statistics), around: .fallback, pull: .kind)
      kinds[kind] = centre
      let filed = members.filter { $0.folder != nil }
      for (folder, members) in Dictionary(grouping: filed, by: { $0.folder ?? "" }) {
        folders[Place(kind: kind, folder: folder)] = Prior.learnt(
          from: members.map(\.statistics), around: centre, pull: .folder)
      }
    }
  }

  /// What is held of an account of a kind in a folder.
  package func prior(kind: AccountKind, folder: String?) -> Prior {
    let place = folder.map { Place(kind: kind, folder: $0) }
    return place.flatMap { folders[$0] } ?? kinds[kind] ?? .fallback
  }
}
