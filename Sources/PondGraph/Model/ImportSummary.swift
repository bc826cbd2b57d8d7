/// What storing one input changed, in counts.
public struct ImportSummary: Hashable, Sendable {
  /// How many of one kind of thing were new, known already, or known and said otherwise now.
  public struct Counts: Hashable, Sendable {
    /// Never heard of before, from any source; or, of an account, followed by no list before.
    public var new = 0
    /// Known already; nothing to change.
    public var known = 0
    /// Known, and this input added to it or said something else of it.
    public var updated = 0

    /// Starts at zero.
    public init() {}

    /// Takes note that some of the new ones turned out to be known by another name.
    mutating func recognize(_ count: Int) {
      new -= count
      updated += count
    }

    /// All of them.
    public var total: Int { new + known + updated }
  }

  /// Where it was read from, as the person named it.
  public let path: String
  /// The format's name in the register of importers.
  public let format: String
  /// Accounts by key: an account that the input mentions twice counts once. *Updated* is one of
  /// which the same file said something else the last time.
  public var accounts = Counts()
  /// How many accounts the same file listed as followed the last time, and does not any more.
  public var unlisted = 0
  /// How it stands to the lists that were there before.
  public var succession = Succession()
  /// Posts. *Updated* is one that this input tells more of than was known.
  public var posts = Counts()
  /// The person's acts; an act is never updated.
  public var acts = Counts()

  /// How many pages the input tells of that belong to nobody the person follows so far: of them no more
  /// is kept than a keyed digest, by which a later list or feed finds them.
  public var pagesOfOthers = 0

  /// What was not taken of an input that was read while it was stored.
  package var skipped: [Skipped] = []

  /// Starts a summary at zero.
  public init(path: String, format: String) {
    self.path = path
    self.format = format
  }

  /// Whether the pond knows exactly what it knew before (clocks aside).
  public var changedNothing: Bool {
    accounts.new + accounts.updated + unlisted + posts.new + posts.updated + acts.new
      + succession.replaced.count == 0
  }

  /// What storing several inputs changed, together.
  public init(adding summaries: [ImportSummary], path: String, format: String) {
    self.init(path: path, format: format)
    for summary in summaries {
      accounts += summary.accounts
      posts += summary.posts
      acts += summary.acts
      unlisted += summary.unlisted
      pagesOfOthers += summary.pagesOfOthers
    }
  }
}

extension ImportSummary.Counts {
  static func += (left: inout Self, right: Self) {
    left.new += right.new
    left.known += right.known
    left.updated += right.updated
  }
}
