public import Foundation

/// A stretch of time that was observed.
public struct Span: Hashable, Sendable {
  /// Its beginning.
  public let from: Date
  /// Its end, not before its beginning.
  public let to: Date

  /// Makes a span; ends given the wrong way round are put right.
  public init(from: Date, to: Date) {
    self.from = min(from, to)
    self.to = max(from, to)
  }

  /// Its length in seconds.
  public var seconds: TimeInterval { to.timeIntervalSince(from) }
}

/// A post, reduced to what the model reads.
public struct ObservedPost: Hashable, Sendable {
  /// When it was published.
  public let at: Date
  /// What the person did with it; empty for nothing seen.
  public let acts: [ActKind]
  /// The chance in 0…1 that attention to it would have left a trace; 0 where no source that keeps
  /// the person's attention knows the post.
  public let observability: Double
  /// Own words, an answer, or passed on.
  public let kind: PostKind
  /// What it asks of its reader where the length is not known.
  public let form: PostForm
  /// Its length in words; nil where it is not known.
  public let words: Int?

  /// Makes it of its parts.
  public init(
    at: Date, acts: [ActKind] = [], observability: Double = 1, kind: PostKind = .original,
    form: PostForm = .article, words: Int? = nil
  ) {
    self.at = at
    self.acts = acts
    self.observability = observability
    self.kind = kind
    self.form = form
    self.words = words
  }
}

/// Everything the model may know of one account. There is no field for who follows back, how many
/// follow, or what others like: no formula can read what is not here.
public struct Evidence: Sendable {
  /// Whom it is about.
  public var account: AccountKey
  /// Its first folder in the person's list; nil where it has none. Priors are shared within it.
  public var folder: String?
  /// The stretches in which its posts could be seen, disjoint and in order, all after the follow
  /// date; empty where it was never looked at.
  public var observed: [Span]
  /// Its dated posts within those stretches, oldest first.
  public var posts: [ObservedPost]
  /// Times of the person's dated acts towards it in which they wrote (replied, quoted, wrote).
  public var written: [Date]
  /// Times of its words addressed to the person.
  public var addressed: [Date]
  /// The newest word on whether it can be reached; nil where nobody looked.
  public var reachability: Reachability.State?
  /// The person's standing answer; nil where none was given.
  public var decision: Decision?
  /// What the person declared of it beyond their answers.
  public var declared: [DeclaredWord]
  /// Times of the person's dated acts with posts that no source shows, or with the account itself.
  /// They say that it was before their eyes, and nothing of which share of its posts was.
  public var touched: [Date]
  /// Where all this was read, in words that stand in a sentence ("newsboat's cache"); empty where
  /// the sources are not told apart.
  public var sources: [String]

  /// Makes evidence of its parts.
  public init(
    account: AccountKey, folder: String? = nil, observed: [Span] = [],
    posts: [ObservedPost] = [], written: [Date] = [], addressed: [Date] = [],
    reachability: Reachability.State? = nil, decision: Decision? = nil,
    declared: [DeclaredWord] = [], touched: [Date] = [], sources: [String] = []
  ) {
    self.account = account
    self.folder = folder
    self.observed = observed
    self.posts = posts
    self.written = written
    self.addressed = addressed
    self.reachability = reachability
    self.decision = decision
    self.declared = declared
    self.touched = touched
    self.sources = sources
  }
}
