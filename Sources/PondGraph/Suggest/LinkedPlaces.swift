import Foundation

/// At whom the posts of accounts point, put to the accounts that are known: the links inside posts as
/// recommendations (model §7).
package struct LinkedPlaces: Sendable {
  /// The pointers that say something, by source and place: those from a post that the person engaged
  /// with, or from several posts whatever became of them.
  package let pointers: [Pointer]
  /// At how many places the posts of each account point in all: how freely it points.
  package let breadth: [AccountKey: Int]

  /// A place that fewer posts point at was mentioned in passing, unless the person engaged with one.
  package static let fewestPosts = 3

  /// Puts pointers to accounts.
  /// - Parameter accounts: everybody who is known: a site that one of them has is that account, and one
  ///   that somebody has who is followed is nobody to discover.
  package init(_ pointers: [Pointer], among accounts: [Account]) {
    let owners = PlaceOwners(accounts)
    var counted: [AccountKey: [AccountKey: (posts: Int, engaged: Int)]] = [:]
    var breadth: [AccountKey: Int] = [:]
    for pointer in pointers {
      breadth[pointer.source, default: 0] += 1
      guard let account = owners.account(of: pointer.place), account != pointer.source else {
        continue
      }
      var sum = counted[pointer.source]?[account] ?? (0, 0)
      sum.posts += pointer.posts
      sum.engaged += pointer.engaged
      counted[pointer.source, default: [:]][account] = sum
    }
    self.breadth = breadth
    self.pointers = counted.flatMap { source, places in
      places.compactMap { place, sum in
        sum.engaged > 0 || sum.posts >= Self.fewestPosts
          ? Pointer(source: source, place: place, posts: sum.posts, engaged: sum.engaged) : nil
      }
    }.sorted { ($0.source, $0.place) < ($1.source, $1.place) }
  }

  /// How much a pointer says, 0…1, where a recommendation says 1: half of what is still lacking for
  /// every post that the person engaged with, and as much for every eight of the others.
  package static func strength(_ pointer: Pointer) -> Double {
    let others = max(0, pointer.posts - pointer.engaged)
    return 1 - exp2(-(Double(pointer.engaged) + Double(others) / 8))
  }
}

/// Who is at home on which site.
private struct PlaceOwners {
  private var byPlace: [String: Set<AccountKey>] = [:]
  private var followed: Set<AccountKey> = []
  /// The hosts of the followed, and what lies above them.
  private var hosts: Set<String> = []
  private var above: Set<String> = []

  init(_ accounts: [Account]) {
    for account in accounts {
      if account.isFollowed { followed.insert(account.key) }
      let named = account.key.kind.isReadAtAddress ? account.key.value : nil
      let places = [named, account.feed?.written, account.site?.written].compactMap { $0 }
        .compactMap { PointedPlace($0).site?.value }
      for place in places {
        byPlace[place, default: []].insert(account.key)
        guard account.isFollowed, !place.contains("/") else { continue }
        hosts.insert(place)
        above.formUnion(Self.above(place))
      }
    }
  }

  /// Who is meant by a place; nil where it is somebody's who is followed.
  func account(of place: AccountKey) -> AccountKey? {
    guard place.kind == .site else { return followed.contains(place) ? nil : place }
    if let keys = byPlace[place.value] {
      guard followed.isDisjoint(with: keys) else { return nil }
      return keys.count == 1 ? keys.first : place
    }
    // What lies below or above the site of somebody who is followed is most likely theirs.
    let isTheirs =
      above.contains(place.value) || Self.above(place.value).contains(where: hosts.contains)
    return isTheirs ? nil : place
  }

  /// `b.example` for `a.b.example`; a name of one word is nobody's.
  private static func above(_ host: String) -> [String] {
    var names: [String] = []
    var rest = host[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      if rest.contains(".") { names.append(String(rest)) }
    }
    return names
  }
}
