/// Which records of posts are one post, told from all of them together: nothing here depends on the
/// order in which they came, and joining is linear in the records but for one sort.
///
/// Two records that share a trustworthy name are one post. An id is no name where it stands over
/// different pages and the titles or the days differ too (every item of some feeds has the home page for
/// its id); a page is no name where different ids with different titles stand over it on different days
/// (somebody links to the same page again). Title and date name a post only where nothing better does,
/// and only one post.
struct PostIdentity {
  /// What is known of a record, as far as its identity goes.
  struct Record {
    /// The names, the record's own id first.
    let names: [Substring]
    /// The title; nil for none.
    let title: String?
    /// Milliseconds since 1970; nil without a date.
    let published: Int64?

    /// Whether its file had to tell it apart by title and date: its other names are shared in one file.
    var isToldApart: Bool { names.count > 1 && (names.last.map(PostID.isOfTitle) ?? false) }
    /// The names that may join it with others, title and date aside.
    var namesOfItsOwn: [Substring] { isToldApart ? [] : names.filter { !PostID.isOfTitle($0) } }
    /// The name that its title and date make.
    var nameOfTitle: Substring? {
      if let last = names.last, PostID.isOfTitle(last) { return last }
      guard let title, !title.isEmpty else { return nil }
      return Substring(PostID.name(title: title, published: published.map(Instant.date)))
    }
  }

  /// For each record the place of the record that stands for its post: of those that are one, the one
  /// with the smallest names.
  let main: [Int]
  /// The place of the record that stands for the post of a name, for every name that means one post.
  let places: [Substring: Int]

  /// Tells which of some records are one. Records that share no name are told nothing of.
  /// - Parameter usingTitles: whether title and date are looked at, for records without a better name.
  init(_ records: [Record], usingTitles: Bool) {
    var groups = Groups(records.count)
    var byName: [Substring: [Int]] = [:]
    for (place, record) in records.enumerated() {
      for name in record.namesOfItsOwn { byName[name, default: []].append(place) }
    }
    var places: [Substring: Int] = [:]
    for (name, found) in byName {
      guard found.count == 1 || Self.isTrustworthy(name, found, records) else { continue }
      for other in found.dropFirst() { groups.join(found[0], other) }
      places[name] = found[0]
    }
    if usingTitles { Self.joinByTitle(records, &groups, &places) }
    let order = records.map { $0.names.joined(separator: String(PostID.separator)) }
    var smallest: [Int: Int] = [:]
    for place in records.indices {
      let root = groups.root(place)
      if let known = smallest[root],
        !(order[place].utf8.lexicographicallyPrecedes(order[known].utf8))
      {
        continue
      }
      smallest[root] = place
    }
    main = records.indices.map { smallest[groups.root($0)] ?? $0 }
    let main = main
    self.places = places.mapValues { main[$0] }
  }

  private static func joinByTitle(
    _ records: [Record], _ groups: inout Groups, _ places: inout [Substring: Int]
  ) {
    var byTitle: [Substring: [Int]] = [:]
    for (place, record) in records.enumerated() {
      if let name = record.nameOfTitle { byTitle[name, default: []].append(place) }
    }
    for (name, found) in byTitle {
      let named = Set(found.filter { !records[$0].namesOfItsOwn.isEmpty }.map { groups.root($0) })
      guard named.count <= 1 else { continue }
      for other in found.dropFirst() { groups.join(found[0], other) }
      places[name] = found[0]
    }
  }

  private static func isTrustworthy(
    _ name: Substring, _ places: [Int], _ records: [Record]
  ) -> Bool {
    var asID: [Int] = []
    var asPage: [Int] = []
    for place in places {
      let names = records[place].namesOfItsOwn
      if names.count > 1, names[1] == name { asPage.append(place) } else { asID.append(place) }
    }
    let pages = Set(asID.compactMap { records[$0].namesOfItsOwn.dropFirst().first })
    if pages.count > 1, differ(asID.map { records[$0] }, ifTitlesOrDaysDo: true) { return false }
    let ids = Set(asPage.compactMap { records[$0].namesOfItsOwn.first })
    return !(ids.count > 1 && differ(asPage.map { records[$0] }, ifTitlesOrDaysDo: false))
  }

  /// Whether the titles and the days of some records differ; one of the two is enough where asked.
  private static func differ(_ records: [Record], ifTitlesOrDaysDo: Bool) -> Bool {
    let titles = Set(records.compactMap { $0.title.map(beginning) }).count > 1
    let dates = records.compactMap(\.published)
    let days = (dates.max() ?? 0) - (dates.min() ?? 0) > day
    return ifTitlesOrDaysDo ? titles || days : titles && days
  }

  // Sources write one title with other quotes, entities and endings.
  private static func beginning(_ title: String) -> String {
    String(
      title.lowercased().unicodeScalars.filter(\.properties.isAlphabetic).prefix(24).map(
        Character.init))
  }

  private static let day: Int64 = 86_400_000

  /// Disjoint sets with path halving and union by size (Tarjan 1975).
  private struct Groups {
    private var parents: [Int]
    private var sizes: [Int]

    init(_ count: Int) {
      parents = Array(0..<count)
      sizes = [Int](repeating: 1, count: count)
    }

    mutating func root(_ place: Int) -> Int {
      var place = place
      while parents[place] != place {
        parents[place] = parents[parents[place]]
        place = parents[place]
      }
      return place
    }

    mutating func join(_ one: Int, _ other: Int) {
      let (one, other) = (root(one), root(other))
      guard one != other else { return }
      let (large, small) = sizes[one] >= sizes[other] ? (one, other) : (other, one)
      parents[small] = large
      sizes[large] += sizes[small]
    }
  }
}
