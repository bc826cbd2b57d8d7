public import Foundation

extension Pond {
  /// One sitting of a blind tasting: one post at a time, each answer durable before the next post can be
  /// asked for. A class, for it goes on from post to post.
  ///
  /// What decides about the next post is read from the pond file again after each answer, so that two
  /// sittings at once see each other's answers.
  public final class TastingSitting {
    private let store: PondStore
    private let wish: TastingWish
    private let now: Date
    private let rows: AccountPlaces
    private let accounts: [AccountKey: Account]
    /// Who posted in the days of which posts are shown: nobody else is looked through, unless there are posts
    /// that no source shows. Nil where there are.
    private let posting: Set<AccountKey>?
    private var stakes: TastingStakes
    private var tasting: Tasting
    /// The posts of accounts that came into question, as they were when they first did.
    private var posts: [AccountKey: TastingPosts] = [:]
    /// The answers that stand, of all sittings, oldest first.
    private var standing: [TastedPost]
    private var shown: Post?

    /// Where it began, so that it can be gone on with.
    public let start: TastingStart

    /// - Parameters:
    ///   - begun: where it began; nil where it begins now.
    ///   - now: the moment from which ages are counted in all of the sitting.
    init(
      _ store: PondStore, _ wish: TastingWish, from begun: TastingStart? = nil, now: Date
    ) throws {
      self.store = store
      self.wish = wish
      self.now = now
      let rows = try store.accountRows()
      self.rows = rows
      let followed = try store.accounts().filter(\.isFollowed)
      accounts = Dictionary(followed.map { ($0.key, $0) }) { first, _ in first }
      let evidence = try store.evidence(now: now, of: .own)
      let oldest = now.addingTimeInterval(-TastingStakes.days * 86_400)
      posting =
        try store.knowsUnshownPosts()
        ? nil
        : Set(evidence.lazy.filter { $0.newestPost.map { $0 > oldest } ?? false }.map(\.account))
      stakes = try store.once(.stakes, at: now) {
        TastingStakes(evidence, measures: try Pond.measures(in: store), now: now)
      }
      start = try begun ?? TastingStart(number: store.newestTasting() ?? 0, at: now)
      tasting = Tasting(
        Tasting.Wish(
          posts: wish.posts, seconds: wish.minutes.map { $0 * 60 }, goesOn: wish.goesOn),
        at: start.at,
        given: try begun.map { try store.tastings(in: rows, after: $0.number) } ?? [])
      standing = try store.tastings(in: rows)
      // What was answered after it began is no evidence of that moment, and counts.
      let all = standing
      let later = Set(all.lazy.filter { $0.at > now }.map(\.account))
      stakes.set(Dictionary(grouping: all.filter { later.contains($0.account) }, by: \.account))
    }

    /// What comes next: the same until it is answered.
    public func next(now: Date) throws -> TastingStep {
      shown = nil
      // Another tasting of the same pond may have gone on meanwhile.
      try readAgain()
      var open = stakes.stakes.filter { stake in
        guard let account = accounts[stake.account] else { return false }
        return wish.folder.map(account.stands(inFolder:)) ?? true
      }
      while let most = open.first, try drawn(from: most.account) == nil { open.removeFirst() }
      let isMuchLeft = try open.contains {
        try $0.loss >= TastingStakes.little && drawn(from: $0.account) != nil
      }
      if let end = tasting.end(isAnythingLeft: !open.isEmpty, isMuchLeft: isMuchLeft, at: now) {
        return .over(end)
      }
      while let key = Tasting.next(among: open, after: standing.last?.account) {
        if let post = try drawn(from: key) {
          shown = post
          return .post(page(of: post))
        }
        open.removeAll { $0.account == key }
      }
      return .over(.nothingLeft)
    }

    /// Keeps an answer about the post on show. Durable when this returns.
    /// - Returns: whose post it was; nil where none is on show.
    @discardableResult
    public func answer(_ answer: TastingAnswer, now: Date) throws -> RevealedTaste? {
      guard let post = shown, let published = post.published else { return nil }
      let tasted = TastedPost(
        account: post.account, post: post.id, published: published, answer: answer, at: now)
      try store.keep(tasted)
      tasting.take(tasted)
      try readAgain()
      return revealed(tasted)
    }

    /// Takes the newest answer back, of this sitting or an earlier one: its post is the next again. Durable
    /// when this returns.
    /// - Returns: what was taken back; nil where nothing stands.
    public func undo(now: Date) throws -> RevealedTaste? {
      guard let taken = try store.undoTasting(at: now) else { return nil }
      tasting.takeBack(taken)
      try readAgain()
      return revealed(taken)
    }

    /// Whose the post was that was answered last in this sitting; nil where none was.
    public func last() throws -> RevealedTaste? {
      guard let last = tasting.given.last else { return nil }
      posts[last.account] = try posts[last.account] ?? fetched(last.account)
      return revealed(last)
    }

    /// What the sitting came to so far.
    public func closing() throws -> TastingClosing {
      // The answers of this sitting are younger than its beginning.
      let now = ([self.now] + tasting.given.map(\.at)).max() ?? self.now
      let after = try Pond.overviews(in: store, known: true, now: now)
      let before = try verdictsBefore(now, after)
      let cleared = after.filter { overview in
        let verdict = overview.assessment.verdict
        return overview.account.isFollowed && verdict != .wait
          && before[overview.account.key]?.verdict != verdict
      }.sorted { left, right in
        let (first, second) = (left.assessment.minutesFreed, right.assessment.minutesFreed)
        return first != second ? first > second : left.account.key < right.account.key
      }
      return TastingClosing(
        answers: tasting.given.map(\.answer), standing: standing.count, cleared: cleared,
        minutesFreed: cleared.reduce(0) {
          $0 + $1.assessment.minutesFreed - (before[$1.account.key]?.minutesFreed ?? 0)
        },
        tooYoung: after.count(where: isTooYoung),
        open: stakes.stakes.count { $0.loss >= TastingStakes.little }, left: stakes.total,
        questions: try Pond.openQuestions(store, after, now: now))
    }

    // It was tasted enough, and what else a suggestion needs is time.
    private func isTooYoung(_ overview: AccountOverview) -> Bool {
      let statistics = overview.assessment.statistics
      return overview.account.isFollowed && overview.assessment.verdict == .wait
        && statistics.tastedPosts >= Scarcity.fewestPosts && statistics.posts > 0
        && statistics.activeWeeks < Scarcity.fewestWeeks
    }

    private func drawn(from key: AccountKey) throws -> Post? {
      guard posting?.contains(key) ?? true else { return nil }
      let all = try posts[key] ?? fetched(key)
      posts[key] = all
      let tasted = Set(standing.lazy.filter { $0.account == key }.map(\.post))
      return all.next(without: tasted)
    }

    private func fetched(_ key: AccountKey) throws -> TastingPosts {
      let from = now.addingTimeInterval(-TastingStakes.days * 86_400)
      return TastingPosts(
        try store.tastable(of: key, after: from, until: now, in: rows), seed: Self.seed)
    }

    // One for everybody: what is drawn is a lot for each post, and nobody's to choose.
    private static let seed = "pond taste"

    private func readAgain() throws {
      let before = Dictionary(grouping: standing, by: \.account)
      standing = try store.tastings(in: rows)
      let after = Dictionary(grouping: standing, by: \.account)
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      stakes.set(Dictionary(uniqueKeysWithValues: changed.map { ($0, after[$0] ?? []) }))
    }

    private func page(of post: Post) -> TastingPost {
      let account = accounts[post.account]
      let text = BlindText(post, hiding: wish.isNamed ? nil : account)
      return TastingPost(
        word: String(Digest.hex("\(post.account.id) \(post.id.value)".utf8).prefix(16)),
        place: tasting.given.count + 1, length: wish.posts, title: text.title,
        beginning: text.beginning, account: wish.isNamed ? account : nil)
    }

    private func revealed(_ tasted: TastedPost) -> RevealedTaste {
      let post = posts[tasted.account]?.posts.first { $0.id == tasted.post }
      return RevealedTaste(
        account: accounts[tasted.account], words: post?.title ?? post?.excerpt,
        answer: tasted.answer)
    }

    /// What would be suggested without the answers of this sitting.
    /// - Parameter after: what is suggested with them.
    private func verdictsBefore(
      _ now: Date, _ after: [AccountOverview]
    ) throws -> [AccountKey: Assessment] {
      let given = Set(tasting.given)
      guard !given.isEmpty else {
        return Dictionary(after.map { ($0.account.key, $0.assessment) }) { first, _ in first }
      }
      let evidence = try store.evidence(now: now, of: .own).map { one in
        var one = one
        one.tasted.removeAll { given.contains($0) }
        return one
      }
      let assessments = Assessor.assess(
        evidence, measures: try Pond.measures(in: store), now: now)
      return Dictionary(assessments.map { ($0.account, $0) }) { first, _ in first }
    }
  }
}
