import Foundation

/// Which formats hold the same kind of list.
enum ListFamily {
  /// Lists without an owner of their own, which programs and people write.
  static let plain: Set<String> = ["opml", "newsboat-urls", "address-list"]
  /// What networks hand out. Databases of readers are no exports: each is what it is where it lies.
  static let networks: Set<String> = [
    "mastodon-following", "pixelfed-follows", "bluesky", "nostr", "x-archive", "instagram",
    "threads", "facebook", "linkedin-connections", "reddit", "github-following",
    "youtube-subscriptions", "mastodon-archive-json",
  ]

  /// The name of the family of a format.
  static func name(_ format: String) -> String {
    ["bluesky-repository", "bluesky-json"].contains(format) ? "bluesky" : format
  }

  /// Whether a list of this format says in which folders somebody is: what it does not say of them, an
  /// older version of the same list still does.
  static func tellsFolders(_ format: String) -> Bool { format != "bluesky-json" }

  /// Whether an input is a list of whom the person follows, of which there may be a newer version.
  static func isList(_ imported: Imported) -> Bool {
    let name = name(imported.format)
    return plain.contains(name) || networks.contains(name)
  }
}

/// Tells whether a list is a newer export of one that is known.
struct ListMatch {
  /// The list that it is taken for.
  let list: ListRow
  /// Whether it is a part of that list and names nobody new: then it takes nobody's place.
  let isPart: Bool
  /// Which part of the larger of the two both share.
  private let shared: Double

  /// The share of the larger list from which two are one list, whatever they are called.
  static let enough = 0.6
  /// The share of the smaller list that two of one name have to have in common: readers give every
  /// person's list the same name.
  static let enoughOfOneName = 1.0 / 3

  /// The known list that shares most with the new one, of those that it may be a newer version of;
  /// nil where it is none's.
  static func best(
    _ imported: Imported, _ claims: [Claim], among lists: [(ListRow, [Claim])]
  ) -> ListMatch? {
    let mine = followed(claims)
    let matches = lists.compactMap { list, said in
      ListMatch(imported, mine, list, followed(said))
    }
    // The later of equals: it is the more likely to be followed by this one.
    return matches.max { ($0.shared, $0.list.id) < ($1.shared, $1.list.id) }
  }

  private init?(
    _ imported: Imported, _ mine: Set<Int64>, _ list: ListRow, _ theirs: Set<Int64>
  ) {
    let common = Double(mine.intersection(theirs).count)
    let larger = Double(max(mine.count, theirs.count))
    let smaller = Double(min(mine.count, theirs.count))
    shared = larger > 0 ? common / larger : 0
    self.list = list
    let isOneOwners = imported.owner != nil && imported.owner == list.owner
    if let mine = imported.owner, let theirs = list.owner, mine != theirs { return nil }
    if Self.areParts(imported, list) || isOneOwners && common == 0 && Self.arePages(imported, list)
    {
      return nil
    }
    let hasOneID = imported.listID != nil && imported.listID == list.ownID
    let ofOneName = Self.haveOneName(imported, list)
    let isEmptied = mine.isEmpty && ofOneName
    let sharesSome = smaller > 0 && common / smaller >= Self.enoughOfOneName
    guard
      isOneOwners && !mine.isEmpty || hasOneID || isEmptied || ofOneName && sharesSome
        || shared >= Self.enough
    else { return nil }
    // What a network says of its own account is whole, however short it became.
    isPart =
      !isOneOwners && !mine.isEmpty && mine.isSubset(of: theirs) && mine.count * 2 < theirs.count
  }

  // An export of Facebook's holds two lists, whom one befriended and whom one follows.
  private static func areParts(_ imported: Imported, _ list: ListRow) -> Bool {
    imported.format == "facebook" && imported.listID != list.ownID
  }

  // Nothing in a last page says that others came before it.
  private static func arePages(_ imported: Imported, _ list: ListRow) -> Bool {
    imported.format == "bluesky-json" && list.format == "bluesky-json" && list.accounts > 0
  }

  private static func followed(_ claims: [Claim]) -> Set<Int64> {
    Set(claims.filter(\.isFollowed).map(\.account))
  }

  private static func haveOneName(_ imported: Imported, _ list: ListRow) -> Bool {
    guard ListFamily.plain.contains(imported.format) else { return false }
    if let title = imported.listTitle, title == list.title { return true }
    let stem = stem(imported.path)
    return !stem.isEmpty && stem == Self.stem(list.path)
  }

  /// The name of a file without what changes from export to export: digits, dates, copies' numbers,
  /// endings.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let letters = name.prefix { $0 != "." }.lowercased().filter { $0.isLetter }
    return letters.hasSuffix("copy") ? String(letters.dropLast(4)) : letters
  }
}
