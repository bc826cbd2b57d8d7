import Foundation

/// A feed file: what its account posted, and whether it says that it has moved. It is no follow
/// and no trace of the person's attention.
package struct FeedImport: Importer {
  package let format = "feed"
  package let learns =
    "The posts of one feed, over the time that the file shows: RSS, Atom, JSON Feed."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && FeedSniff(source.bytes).isFeed
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let snapshot = try FeedSnapshot(
      path: source.path, bytes: source.bytes, takesPartial: options.takesPartial)
    return [snapshot.imported(format: format, now: options.now)]
  }
}

/// One feed file, read.
struct FeedSnapshot {
  let path: String
  let reading: FeedReading
  /// When it was saved, by its name; nil where the name does not say.
  let namedDate: Date?

  /// Reads a feed file.
  /// - Throws: `ImportFailure`.
  init(path: String, bytes: Data, takesPartial: Bool) throws {
    self.path = path
    namedDate = FeedFileName(path: path).date
    do {
      reading = try FeedReader().read(bytes)
    } catch let refusal as FeedRefusal {
      throw FeedSnapshot.failure(refusal, path: path)
    }
    if let cut = reading.cut, !takesPartial {
      throw ImportFailure.cutShort(
        path: path, where: cut.place, reason: cut.reason,
        standing: FeedSnapshot.standing(reading.document.items.count))
    }
  }

  /// Takes a feed that was read elsewhere.
  init(_ reading: FeedReading, path: String) {
    self.path = path
    self.reading = reading
    namedDate = nil
  }

  private static func standing(_ items: Int) -> String {
    items == 1 ? "1 post stands" : "\(items) posts stand"
  }

  /// What a refusal means to the person who named the file.
  private static func failure(_ refusal: FeedRefusal, path: String) -> ImportFailure {
    switch refusal {
    case .notAFeed(.empty): .empty(path: path)
    case .notAFeed(.unknown): .unknownFormat(path: path, looksLike: FeedSniff.unknown.words)
    case .notAFeed(let kind):
      .notWhatItClaims(
        path: path, sentence: "this is \(kind.words), not a feed", advice: advice(kind))
    case .tooLarge(let bytes, let limit): .tooLarge(path: path, bytes: bytes, limit: limit)
    case .hostile(let reason): .hostile(path: path, reason: reason)
    case .damaged(let place, let reason): .damaged(path: path, where: place, reason: reason)
    }
  }

  private static func advice(_ kind: FeedSniff) -> String? {
    switch kind {
    case .webPage:
      "Open the feed's address where you are logged in, and save what it shows; the page may be "
        + "a login or an error."
    case .opml: "Import it as what it is: pond import --as opml."
    default: nil
    }
  }

  /// The moment up to which it shows everything: when it was saved, else the present.
  func seenAt(now: Date) -> Date {
    namedDate.map { min($0, now) } ?? now
  }

  // MARK: The account

  /// Whose feed it is: by its own address, else by its home page, else by the file's name, which is
  /// all that is left.
  var account: AccountKey {
    let document = reading.document
    if let own = document.selfAddress, FeedSnapshot.isHTTP(own) {
      return AccountKey(reading: Address(own))
    }
    if let site = document.site, FeedSnapshot.isHTTP(site) {
      return networkAccount(site) ?? AccountKey(kind: .site, value: Address(site).canonical)
    }
    return AccountKey(kind: .site, value: "file:\(FeedFileName(path: path).base)")
  }

  // Of a network whose profile its page is. `host/@user` is written by others than the fediverse too:
  // there the posts must be that account's by their own addresses. A page of Bluesky has a name that may
  // change; whose it is, the ids of its posts tell.
  private func networkAccount(_ site: String) -> AccountKey? {
    let page = Address(site)
    guard let key = AccountKey(profile: page) else {
      return page.canonical.hasPrefix("bsky.app/profile/") && authors.count == 1
        ? authors.first : nil
    }
    switch key.kind {
    case .youtube, .bluesky, .x: return key
    case .fediverse, .actor: return authors.contains(key) ? key : nil
    default: return nil
    }
  }

  /// Who wrote the posts, as far as their own addresses and ids prove it.
  private var authors: Set<AccountKey> {
    let names = reading.document.items.flatMap { [$0.writtenID, $0.link].compactMap { $0 } }
    return Set(names.compactMap { PostName.network(of: $0)?.account })
  }

  /// Whether the feed says nothing of whose it is.
  var isNameless: Bool { account.value.hasPrefix("file:") }

  private static func isHTTP(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// What it says of its account. A feed file alone is no follow.
  var mention: AccountMention {
    let document = reading.document
    return AccountMention(
      key: account, address: document.selfAddress.map(Address.init), title: document.title,
      site: document.site.map(Address.init), followed: false)
  }

  /// Where it says that it has moved to: nil where that is where it is.
  var newAddress: Address? {
    guard let new = reading.document.newAddress.map(Address.init), FeedSnapshot.isHTTP(new.written)
    else { return nil }
    return new.canonical == reading.document.selfAddress.map { Address($0).canonical } ? nil : new
  }

  // MARK: The result

  func imported(format: String, now: Date) -> Imported {
    let seenAt = seenAt(now: now)
    var history = FeedHistory(account: account, site: reading.document.site, now: now)
    let dates = history.add(reading.document.items, isDamaged: reading.isDamaged)
    var imported = Imported(path: path, format: format)
    imported.isComplete = reading.cut == nil
    imported.accounts = [mention]
    imported.posts = history.posts
    imported.postLinks = history.links
    imported.coverage = coverage(until: seenAt).map { [$0] } ?? []
    imported.reachability = [reachability(at: seenAt)]
    imported.skipped = skipped + history.skipped
    imported.warnings = warnings(posts: dates, now: now)
    return imported
  }

  /// From the oldest post that it shows to when it was saved; nil where no post has a date.
  func coverage(until end: Date) -> Coverage? { coverage(of: account, until: end) }

  /// The same of an account that is known to be whose feed it is.
  func coverage(of account: AccountKey, until end: Date) -> Coverage? {
    let dates = reading.document.items.compactMap(\.date).filter { $0 <= end }
    return dates.min().map { Coverage(account: account, from: $0, to: end) }
  }

  func reachability(at moment: Date) -> Reachability {
    Reachability(
      account: account, state: newAddress.map { .moved(to: $0) } ?? .reached, at: moment)
  }

  var skipped: [Skipped] {
    reading.lost.map { Skipped(what: $0.what, why: $0.why, place: $0.place, isLoss: true) }
  }

  /// What is to be said of it, each a sentence.
  /// - Parameter posts: the date of each post that was taken of it; nil for one without.
  func warnings(posts: [Date?], now: Date) -> [String] {
    let dates = posts.compactMap { $0 }
    let undated = posts.count - dates.count
    let early = dates.count { $0 > now.addingTimeInterval(2 * 86_400) }
    let all = posts.count == 1 ? "of 1 post" : "of \(posts.count) posts"
    let nameless = "the feed does not say whose it is; its account is named after the file"
    return reading.damage.map { "damaged and read anyway: \($0)" }
      + [
        reading.cut.map { "\($0.reason) at \($0.place); what stands before was taken" },
        undated > 0
          ? "\(undated) \(all) \(undated == 1 ? "has" : "have") no date that can be read" : nil,
        early > 0 ? "\(early) \(all) \(early == 1 ? "is" : "are") dated in the future" : nil,
        Self.shared(dates, of: posts.count).map { "\($0) \(all) carry one and the same date" },
        isNameless ? nameless : nil,
      ].compactMap { $0 }
  }

  /// How many of some posts carry the date that most of them carry, where that can be no accident: the
  /// feed gives them the time of its making, so that nothing says when they were written.
  private static func shared(_ dates: [Date], of posts: Int) -> Int? {
    let most = dates.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max() ?? 0
    return most >= fewestShared && most * 5 >= posts * 4 ? most : nil
  }

  /// So many posts of one second are no accident.
  private static let fewestShared = 5
}
