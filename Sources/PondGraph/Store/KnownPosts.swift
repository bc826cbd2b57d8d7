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

  /// Nothing.
  init() {}

  /// Reads what was gathered of an account. O(posts).
  /// - Parameters:
  ///   - seen: the stretches, disjoint and in order.
  ///   - since: when the person followed it; nil where that is not known.
  init(
    _ column: ObservedColumn, of kind: AccountKind, within seen: [Stretch], since: Int64?,
    _ chances: AttentionChances
  ) throws {
    let sorts = try column.sorts.map { sort in
      Sort(sort, try chances.claims(column.claims[sort.claims], kind: kind))
    }
    undated = column.undated
    posts.reserveCapacity(column.posts.count)
    var next = 0
    for post in column.posts {
      if let since, post.at < since {
        notCounted.beforeFollowing += 1
        continue
      }
      let sort = sorts[post.sort]
      if sort.isBatchDated {
        batchDated += 1
        continue
      }
      while next < seen.count, seen[next].to < post.at { next += 1 }
      guard next < seen.count, seen[next].from <= post.at else { continue }
      add(post, sort)
    }
  }

  private mutating func add(_ post: ObservedColumn.Post, _ sort: Sort) {
    var observability = 0.0
    switch sort.claims.chance(at: post.at) {
    case .some(let chance): observability = chance
    case .backlog: notCounted.backlog += 1
    case .afterLastUse: notCounted.afterLastUse += 1
    case .unknown: break
    }
    posts.append(
      ObservedPost(
        at: Instant.date(post.at), acts: sort.acts, observability: observability, kind: sort.kind,
        form: sort.form, words: sort.hasWords ? Int(exactly: post.words) : nil))
  }

  /// What many of its posts have in common, made ready once for all of them.
  private struct Sort {
    let kind: PostKind
    let form: PostForm
    let acts: [ActKind]
    let isBatchDated: Bool
    let hasWords: Bool
    let claims: AttentionChances.Claims

    init(_ sort: ObservedColumn.Sort, _ claims: AttentionChances.Claims) {
      kind = sort.kind
      form = sort.form
      acts = ActKind.all(in: sort.acts)
      isBatchDated = sort.isBatchDated
      hasWords = sort.hasWords
      self.claims = claims
    }
  }
}
