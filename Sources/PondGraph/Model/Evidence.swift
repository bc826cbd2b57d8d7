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
  /// What the person did with it, each kind once in the order of `ActKind.allCases`; empty for nothing
  /// seen.
  public var acts: [ActKind] { ActKind.all(in: actBits) }
  /// The chance in 0…1 that attention to it would have left a trace; 0 where no source that keeps
  /// the person's attention knows the post.
  public let observability: Double
  /// Its length in words; nil where it is not known.
  public var words: Int? { wordCount < 0 ? nil : Int(wordCount) }
  // Below 0 where it is not known. There are millions of posts: the large parts come first, for none of
  // the 24 bytes are wasted then.
  private let wordCount: Int32
  /// The acts, one bit for each place in `ActKind.allCases`.
  let actBits: UInt16
  /// Own words, an answer, or passed on.
  public let kind: PostKind
  /// What it asks of its reader where the length is not known.
  public let form: PostForm

  /// Makes it of its parts.
  public init(
    at: Date, acts: [ActKind] = [], observability: Double = 1, kind: PostKind = .original,
    form: PostForm = .article, words: Int? = nil
  ) {
    self.init(
      at: at, actBits: ActKind.bits(of: acts), observability: observability, kind: kind, form: form,
      words: words)
  }

  /// Makes it of its parts, the acts as bits.
  init(
    at: Date, actBits: UInt16, observability: Double, kind: PostKind, form: PostForm, words: Int?
  ) {
    self.at = at
    self.actBits = actBits
    self.observability = observability
    self.kind = kind
    self.form = form
    wordCount = words.map { Int32(clamping: max(0, $0)) } ?? -1
  }
}

/// How often the person did something that belongs to no known post.
public struct ActTally: Hashable, Sendable {
  /// What was done.
  public let kind: ActKind
  /// How often; more than 0.
  public let count: Int
  /// The newest time; nil where no source keeps one.
  public let last: Date?

  /// Makes it of its parts.
  public init(kind: ActKind, count: Int, last: Date? = nil) {
    self.kind = kind
    self.count = count
    self.last = last
  }
}

/// Posts that do not count against an account, for the person had no chance to read them where reading
/// leaves a trace (I6, I10). Each post stands in one of the counts.
public struct NotCounted: Hashable, Sendable {
  /// Published before the person followed.
  public var beforeFollowing: Int
  /// There already when the reader first showed the account.
  public var backlog: Int
  /// Published after the reader was last used.
  public var afterLastUse: Int
  /// Carrying a date that is still to come.
  public var datedAhead: Int
  /// Carrying a date outside of the stretches that were seen: before there were feeds, or between two
  /// looks at it.
  public var outsideSeen: Int

  /// All of them.
  public var all: Int { beforeFollowing + backlog + afterLastUse + datedAhead + outsideSeen }

  /// Makes it of its parts.
  public init(
    beforeFollowing: Int = 0, backlog: Int = 0, afterLastUse: Int = 0, datedAhead: Int = 0,
    outsideSeen: Int = 0
  ) {
    self.beforeFollowing = beforeFollowing
    self.backlog = backlog
    self.afterLastUse = afterLastUse
    self.datedAhead = datedAhead
    self.outsideSeen = outsideSeen
  }
}

/// Everything the model may know of one account. There is no field for who follows back, how many
/// follow, or what others like: no formula can read what is not here.
public struct Evidence: Sendable {
  /// Whom it is about.
  public var account: AccountKey
  /// Whether it is one of the person's own: they follow it, or it left their lists by their own answer.
  /// What accounts are like is learnt from these alone.
  public var isOwn: Bool
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
  /// What the person did with posts that no source shows, or with the account itself, dated or not, in
  /// the order of the kinds: it counts on the ladder and in words, and in no share.
  public var elsewhere: [ActTally]
  /// How many of its known posts carry no date: they are known, and tell no volume.
  public var undatedPosts: Int
  /// How many of its posts share their date with so many others that it is the date of a fetch or of a
  /// build: they are known, and tell no rhythm.
  public var batchDatedPosts: Int
  /// Posts that the person could not have read where reading leaves a trace, and why: they count
  /// against nobody.
  public var notCounted: NotCounted
  /// The date of its newest post, whether or not it counts; nil where none carries one.
  public var newestPost: Date?
  /// Where all this was read, in words that stand in a sentence ("newsboat's cache"); empty where
  /// the sources are not told apart.
  public var sources: [String]
  /// The posts of which the person said in a blind tasting whether they would read them, oldest first;
  /// those with a real act and those of which they could not say left out. They count for the share of
  /// what is worth reading and for nothing else.
  public var tasted: [TastedPost]
  /// When the person went through their whole pond, oldest first: nobody climbs more than a rung from one
  /// time to the next.
  public var cycles: [Date]

  /// Makes evidence of its parts.
  public init(
    account: AccountKey, isOwn: Bool = true, folder: String? = nil, observed: [Span] = [],
    posts: [ObservedPost] = [], written: [Date] = [], addressed: [Date] = [],
    reachability: Reachability.State? = nil, decision: Decision? = nil,
    declared: [DeclaredWord] = [], touched: [Date] = [],
    elsewhere: [ActTally] = [], undatedPosts: Int = 0, batchDatedPosts: Int = 0,
    notCounted: NotCounted = NotCounted(), newestPost: Date? = nil, sources: [String] = [],
    tasted: [TastedPost] = [], cycles: [Date] = []
  ) {
    self.newestPost = newestPost
    self.cycles = cycles
    self.account = account
    self.isOwn = isOwn
    self.folder = folder
    self.observed = observed
    self.posts = posts
    self.written = written
    self.addressed = addressed
    self.reachability = reachability
    self.decision = decision
    self.declared = declared
    self.touched = touched
    self.elsewhere = elsewhere
    self.undatedPosts = undatedPosts
    self.batchDatedPosts = batchDatedPosts
    self.notCounted = notCounted
    self.sources = sources
    self.tasted = tasted
  }
}
