import Foundation

/// The dated posts of one account within the stretches in which it was seen, as the model reads them, and
/// the numbers of those that are known and count for nothing.
struct KnownPosts {
  /// Dated, shown by a source of posts, within the stretches, oldest first.
  private(set) var posts: [ObservedPost] = []
  /// How many carry no date.
  private(set) var undated = 0
  /// How many have a date that is a batch's.
  private(set) var batchDated = 0
  /// Those that count against nobody.
  private(set) var notCounted = NotCounted()
  /// The acts with each post that counts for nothing although it came after the following, one bit for each
  /// place in `ActKind.allCases`: the person did something with it all the same.
  private(set) var actsAside: [UInt16] = []

  /// Nothing.
  init() {}

  /// Reads what was gathered of an account. O(posts).
  /// - Parameters:
  ///   - seen: the stretches, disjoint and in order.
  ///   - since: when the person followed it; nil where that is not known.
  ///   - now: the moment from which it is looked at.
  init(
    _ column: ObservedColumn, of kind: AccountKind, within seen: [Stretch], since: Int64?,
    now: Int64, _ chances: AttentionChances
  ) throws {
    let claims = try column.claims.map { try chances.claims($0, kind: kind) }
    let sorts = column.sorts.map { Sort($0, claims[$0.claims]) }
    undated = column.undated
    posts.reserveCapacity(column.posts.count)
    var next = 0
    for post in column.posts {
      if let since, post.at < since {
        notCounted.beforeFollowing += 1
        continue
      }
      if sorts[post.sort].isBatchDated {
        batchDated += 1
        setAside(sorts[post.sort].acts)
        continue
      }
      while next < seen.count, seen[next].to < post.at { next += 1 }
      guard next < seen.count, seen[next].from <= post.at else {
        if post.at > now { notCounted.datedAhead += 1 } else { notCounted.outsideSeen += 1 }
        setAside(sorts[post.sort].acts)
        continue
      }
      let sort = sorts[post.sort]
      add(
        post, sort,
        post.at <= sort.steadyUntil ? sort.steady : claims[sort.claims].chance(at: post.at))
    }
  }

  /// Every act but that it went by.
  private static let acted = ~(UInt16(1) << UInt16(ActKind.seen.place))

  private mutating func setAside(_ acts: UInt16) {
    if acts & Self.acted != 0 { actsAside.append(acts & Self.acted) }
  }

  private mutating func add(
    _ post: ObservedColumn.Post, _ sort: Sort, _ chance: AttentionChances.Chance
  ) {
    var observability = 0.0
    switch chance {
    case .some(let chance): observability = chance
    case .backlog: notCounted.backlog += 1
    case .afterLastUse: notCounted.afterLastUse += 1
    case .unknown: break
    }
    posts.append(
      ObservedPost(
        at: Instant.date(post.at), actBits: sort.acts, observability: observability,
        kind: sort.kind, form: sort.form, words: sort.hasWords ? Int(exactly: post.words) : nil))
  }

  /// What many of its posts have in common, made ready once for all of them. Plain values alone: a copy of
  /// one that holds references would count them for every post.
  private struct Sort {
    let kind: PostKind
    let form: PostForm
    let acts: UInt16
    let isBatchDated: Bool
    let hasWords: Bool
    let claims: Int
    let steadyUntil: Int64
    let steady: AttentionChances.Chance

    init(_ sort: ObservedColumn.Sort, _ claims: AttentionChances.Claims) {
      kind = sort.kind
      form = sort.form
      acts = sort.acts
      isBatchDated = sort.isBatchDated
      hasWords = sort.hasWords
      self.claims = sort.claims
      steadyUntil = claims.steadyUntil
      steady = claims.steady
    }
  }
}
