package import Foundation

/// What an answer of the network teaches of one account, as `pond import` of the same bytes would,
/// but that it is known whose feed it is.
package struct FetchedFeed {
  /// What it teaches.
  package let imported: Imported
  /// The feed itself; nil for an answer that is none by its form.
  package let document: FeedDocument?

  /// What was wrong with an answer that is no feed.
  package enum Refusal: Error {
    /// It is a page for a browser.
    case page
    /// Something else, as a clause: `what comes is an empty file, not a feed`.
    case other(String)
  }

  /// Reads the bytes of an account's feed.
  package init(_ bytes: Data, of account: AccountKey, now: Date) throws(Refusal) {
    let reading: FeedReading
    do {
      reading = try FeedReader().read(bytes)
    } catch let refusal as FeedRefusal {
      throw Self.refusal(refusal)
    } catch {
      throw .other("what comes could not be read")
    }
    if let cut = reading.cut { throw .other("what comes is cut short at \(cut.place)") }
    document = reading.document
    imported = Self.imported(reading, of: account, now: now)
  }

  /// Where what an account's feed taught is kept, in place of a file's path.
  static func path(_ account: AccountKey, _ part: FetchPart) -> String {
    "/fetched/\(account.id)/\(part.rawValue)"
  }

  private static func refusal(_ refusal: FeedRefusal) -> Refusal {
    switch refusal {
    case .notAFeed(.webPage): .page
    case .notAFeed(let kind): .other("what comes is \(kind.words), not a feed")
    case .hostile(let reason): .other("what comes was refused, \(reason)")
    case .tooLarge: .other("what comes is larger than any feed")
    case .damaged(let place, let reason): .other("what comes is damaged at \(place): \(reason)")
    }
  }

  private static func imported(
    _ reading: FeedReading, of account: AccountKey, now: Date
  ) -> Imported {
    let snapshot = FeedSnapshot(reading, path: path(account, .feed))
    var history = FeedHistory(account: account, site: reading.document.site, now: now)
    history.add(reading.document.items, isDamaged: reading.isDamaged)
    var imported = Imported(path: path(account, .feed), format: "feed")
    imported.accounts = [
      AccountMention(
        key: account, title: reading.document.title,
        site: reading.document.site.map(Address.init), followed: false)
    ]
    imported.posts = history.posts
    imported.postLinks = history.links
    imported.coverage = snapshot.coverage(of: account, until: now).map { [$0] } ?? []
    imported.skipped = snapshot.skipped + history.skipped
    if let new = snapshot.newAddress, AccountKey(reading: new) != account {
      imported.reachability = [Reachability(account: account, state: .moved(to: new), at: now)]
    }
    return imported
  }
}

/// Whom somebody recommends, read from their list.
package enum FetchedBlogroll {
  /// What a list of feeds teaches as somebody else's; nil where the bytes are none.
  package static func imported(_ bytes: Data, of account: AccountKey, now: Date) -> Imported? {
    let source = ImportSource(path: FetchedFeed.path(account, .blogroll), bytes: bytes)
    let importer = OPMLImport()
    guard importer.recognizes(source),
      let list = try? importer.read(source, options: ImportOptions(now: now)).first
    else { return nil }
    return list.asExport(of: account)
  }

  /// What a home page says of who its author is elsewhere.
  package static func links(_ addresses: [String], of account: AccountKey) -> Imported {
    var imported = Imported(path: FetchedFeed.path(account, .home), format: "home-page")
    imported.links = addresses.map {
      ProfileLink(account: account, address: Address($0), proof: .relMe)
    }
    return imported
  }
}
