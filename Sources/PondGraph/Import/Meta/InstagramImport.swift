import Foundation

/// An export of Instagram's: who is followed, since when, and what the person liked, commented on,
/// saved and answered. Both layouts, and the lists of 2020; messages are never opened.
package struct InstagramImport: Importer {
  package let format = "instagram"
  package let learns =
    "Whom you follow on Instagram and since when, your likes, comments, saves and story likes."

  /// Most of what is looked at leaves no trace.
  static let observability = 0.25

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let glance = JSONGlance(source) else { return MetaPage.isOne(source) }
    return InstagramList(glance) != nil
  }

  package func names(in files: ExportFiles) -> Set<String> {
    Self.exports(in: files).reduce(into: []) { $0.formUnion($1.claimed) }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    guard !MetaPage.isOne(source) else { throw MetaPage.refusal(source.path) }
    let files = try source.files()
    guard source.holdsFiles else {
      return [try Self.read(Set(files.names), files, source.path, options).finished()]
    }
    let exports = Self.exports(in: files)
    guard let newest = exports.last else { throw MetaFiles.nothing(source.path, "Instagram") }
    try Self.requireParts(newest, files, options)
    let path = "\(source.path)/\(newest.root)"
    var imported = try Self.read(Set(newest.wanted), files, path, options).finished()
    imported.path = source.path
    imported.madeAt = newest.madeAt(source)
    imported.skipped += newest.asides + MetaFiles.older(exports)
    return [imported]
  }

  private static func read(
    _ names: Set<String>, _ files: ExportFiles, _ path: String, _ options: ImportOptions
  ) throws -> InstagramReading {
    var reading = InstagramReading(path: path, owner: owner(in: path), options: options)
    try files.forEach(names) { name, file in try reading.take(name, file) }
    return reading
  }

  // MARK: Containers

  private static func exports(in files: ExportFiles) -> [MetaFiles] {
    MetaFiles.all(
      in: files,
      marks: [
        "connections/followers_and_following/", "followers_and_following/",
        "your_instagram_activity/",
      ],
      isWanted: { place in
        place.hasSuffix(".json") && !place.contains("messages/")
          && wanted.contains { place.contains($0) }
      },
      isOthers: { place in
        place.contains("/threads/") || place.hasPrefix("connections/friends/")
          || place.hasPrefix("connections/followers/")
      })
  }

  private static let wanted = [
    "followers_and_following/", "likes/", "comments/", "saved/", "story_interactions/",
    "story_sticker_interactions/", "personal_information.json", "posts_viewed", "videos_watched",
  ]

  // A missing part makes a wrong list.
  private static func requireParts(
    _ export: MetaFiles, _ files: ExportFiles, _ options: ImportOptions
  ) throws {
    let places = Set(files.names)
    if !export.wanted.contains(where: { $0.contains("followers_and_following/") }),
      places.contains(where: { $0.contains("followers_and_following/") && $0.hasSuffix(".html") })
    {
      throw MetaPage.refusal(files.path)
    }
    var parts: [Substring: Set<Int>] = [:]
    for name in export.wanted {
      guard
        let match = name.wholeMatch(of: /(.*(?:followers|following|post_comments)_)(\d{1,5})\.json/)
      else { continue }
      parts[match.output.1, default: []].insert(Int(match.output.2) ?? 0)
    }
    for (stem, numbers) in parts.sorted(by: { $0.key < $1.key }) {
      guard let last = numbers.max(),
        let gap = (1...max(1, last)).first(where: { !numbers.contains($0) }),
        !options.takesPartial
      else { continue }
      throw ImportFailure.notWhatItClaims(
        path: files.path,
        sentence: "this export is not whole: \(stem)\(gap).json is missing, but \(last) is there",
        advice: "Download every part of the export again, and import them in one folder.")
    }
  }

  /// `instagram-name-2026-09-01-AbCdEf` says whose it is.
  private static func owner(in path: String) -> String? {
    path.firstMatch(of: /instagram-([A-Za-z0-9._]+)-\d{4}-\d\d-\d\d/).map { String($0.output.1) }
  }
}
