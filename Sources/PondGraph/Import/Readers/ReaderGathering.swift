import Foundation

/// What a reader's own data teaches, gathered post by post: the same for every reader.
///
/// What was seen ends with the newest moment at which the reader shows that it was at work, and
/// begins with the oldest post that it would have thrown away by now if it were older: starred
/// posts stay for ever and say nothing of the gap around them.
struct ReaderGathering {
  private(set) var imported: Imported
  private let now: Date
  private var keys: [String: AccountKey] = [:]
  private var oldest: [AccountKey: Date] = [:]
  private var newest: Date?
  private var posts = 0
  private var seconds: [Act] = []
  private var linked = LinkGathering()
  private var firstBatch = FirstBatch()
  /// Whether first batches and sweeps were told before the first post was.
  var isForeseen = false

  init(path: String, format: String, now: Date) {
    imported = Imported(path: path, format: format)
    self.now = now
  }

  /// The same, with nothing gathered.
  var emptied: ReaderGathering {
    ReaderGathering(path: imported.path, format: imported.format, now: now)
  }

  /// The account that is read at an address, found once.
  mutating func key(_ address: String) -> AccountKey {
    if let known = keys[address] { return known }
    let key = AccountKey(reading: Address(address))
    keys[address] = key
    return key
  }

  /// Takes what the reader says of an account.
  mutating func take(_ mention: AccountMention) {
    imported.accounts.append(mention)
    linked.know(mention.site, of: mention.key)
  }

  /// Takes how an account answers.
  mutating func take(_ answer: Reachability) {
    imported.reachability.append(answer)
  }

  /// Names something that was not taken.
  mutating func skip(_ what: String, _ why: String, isLoss: Bool) {
    imported.skipped.append(Skipped(what: what, why: why, isLoss: isLoss))
  }

  /// Tells something of the whole.
  mutating func warn(_ sentence: String) {
    imported.warnings.append(sentence)
  }

  /// Makes room for so many posts.
  mutating func expect(posts count: Int) {
    imported.posts.reserveCapacity(min(count, 10_000_000))
  }

  /// Takes a post with what the person did with it; one without any identity is a loss.
  mutating func take(_ post: ReaderPost) {
    posts += 1
    guard let id = post.id else {
      return skip("post \(posts)", "it has neither id nor link nor title", isLoss: true)
    }
    // Equal texts share their memory: a reader's database has a million of them.
    let link = post.link.sharing(post.writtenID)
    linked.take(post.text.pointed, link: link, of: post.account, post: imported.posts.count)
    hold(post, imported.posts.count)
    imported.posts.append(self.post(post, id, link))
    for mark in post.marks {
      imported.acts.append(Act(account: post.account, post: id, kind: mark.kind, at: mark.at))
      witness(mark.at)
    }
    notice(post)
  }

  /// How many posts were taken since the last part.
  var count: Int { imported.posts.count }

  private func post(_ post: ReaderPost, _ id: PostID, _ link: String?) -> Post {
    let title = post.ownTitle
    return Post(
      account: post.account, id: id, writtenID: post.writtenID, link: link.map(Address.init),
      title: title, published: post.moment(now: now), author: post.author,
      form: post.form ?? (title == nil ? .note : .article), words: post.text.words,
      excerpt: post.text.excerpt, observability: post.observability, isBacklog: post.isBacklog,
      isKnownByActAlone: post.isKnownByActAlone)
  }

  /// Takes what a second record of a post says of acts; those of the first are not told again.
  mutating func again(_ post: ReaderPost, _ id: PostID) {
    let acts = post.marks.map { Act(account: post.account, post: id, kind: $0.kind, at: $0.at) }
    seconds += acts
  }

  /// Takes a second record, from a list of everything, of the post of a number, which was known from a
  /// list of acts alone.
  mutating func show(_ number: Int, _ post: ReaderPost) {
    guard imported.posts.indices.contains(number) else { return }
    imported.posts[number] = imported.posts[number].asShown(observability: post.observability)
    hold(post, number)
    notice(post)
  }

  // What the person put there by hand came with no batch.
  private mutating func hold(_ post: ReaderPost, _ number: Int) {
    guard !isForeseen, let arrived = post.arrived, arrived <= now, !post.isKnownByActAlone else {
      return
    }
    firstBatch.take(number, of: post.account, at: arrived)
  }

  /// Takes a post whose row cannot be read.
  mutating func lose(_ why: String) {
    posts += 1
    skip("post \(posts)", why, isLoss: true)
  }

  /// Takes an act with a post that is not shown.
  mutating func take(_ act: Act) {
    imported.acts.append(act)
    witness(act.at)
  }

  /// Notes that the reader was at work at a moment.
  mutating func witness(_ moment: Date?) {
    guard let moment, moment <= now else { return }
    newest = max(newest ?? moment, moment)
  }

  private mutating func notice(_ post: ReaderPost) {
    witness(post.witnessed)
    guard let published = post.published, published <= now else { return }
    witness(published)
    guard !post.isKept, !post.isKnownByActAlone else { return }
    oldest[post.account] = min(oldest[post.account] ?? published, published)
  }

  /// Hands over what was taken so far, as a part; what was told of accounts and stretches stays known.
  mutating func takeOut() -> Imported {
    var part = imported
    part.postLinks = linked.takeOut()
    imported = Imported(path: part.path, format: part.format)
    return part
  }

  /// Everything taken, with the stretches that it shows, and sweeps told from readings.
  /// - Parameter isPart: whether the reader knows more than what was taken.
  mutating func finished(isPart: Bool = false) -> Imported {
    // In place, for there may be a million posts.
    for number in firstBatch.backlog {
      imported.posts[number] = imported.posts[number].asBacklog
    }
    var finished = imported
    finished.postLinks = linked.links
    if !seconds.isEmpty {
      var known = Set(finished.acts)
      finished.acts += seconds.filter { known.insert($0).inserted }
    }
    finished.acts = Sweeps.asSeen(
      finished.acts, fewest: isPart ? Sweeps.fewestOfPart : Sweeps.fewest)
    if let newest {
      finished.coverage = oldest.sorted { $0.key < $1.key }.map { account, oldest in
        Coverage(account: account, from: oldest, to: newest)
      }
    }
    return finished
  }
}

extension Post {
  /// The same, as one that was there when its reader first showed the account.
  var asBacklog: Post {
    Post(
      account: account, id: id, writtenID: writtenID, link: link, title: title,
      published: published, author: author, kind: kind, form: form, words: words,
      excerpt: excerpt, observability: observability, isBacklog: true,
      isKnownByActAlone: isKnownByActAlone)
  }

  /// The same, as one that its source shows whatever the person did with it.
  func asShown(observability: Double) -> Post {
    Post(
      account: account, id: id, writtenID: writtenID, link: link, title: title,
      published: published, author: author, kind: kind, form: form, words: words,
      excerpt: excerpt, observability: max(observability, self.observability),
      isBacklog: isBacklog, isKnownByActAlone: false)
  }

  /// The same, as one that is there only because of what the person did with it.
  var asKnownByActAlone: Post {
    Post(
      account: account, id: id, writtenID: writtenID, link: link, title: title,
      published: published, author: author, kind: kind, form: form, words: words,
      excerpt: excerpt, observability: observability, isBacklog: false, isKnownByActAlone: true)
  }
}

extension String? {
  /// The same text, byte for byte, in the memory of the other where both are equal.
  func sharing(_ other: String?) -> String? {
    guard let text = self, let other, text.utf8.elementsEqual(other.utf8) else { return self }
    return other
  }
}
