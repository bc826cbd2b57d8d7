import Foundation

/// Which files of a folder or an archive are an export of Meta's, told by their names: the folders
/// in it are called the same in every language.
struct MetaFiles {
  /// What stands before the export's own folders: nothing, or a folder with a `/` behind it.
  let root: String
  /// The files to read.
  let wanted: [String]
  /// Messages and what else is never opened.
  let secret: [String]
  /// Everything that belongs to it.
  let claimed: Set<String>

  /// Finds the exports, the oldest first; several where a container holds several.
  /// - Parameters:
  ///   - marks: parts of names of which one is in every export of this kind.
  ///   - isWanted: whether to read a file, by its place from the root.
  ///   - isOthers: whether a file belongs to another importer.
  static func all(
    in files: ExportFiles, marks: [StaticString], isWanted: (Substring) -> Bool,
    isOthers: (Substring) -> Bool
  ) -> [MetaFiles] {
    let roots = Set(
      files.names.compactMap { name in
        marks.lazy.compactMap { place(of: $0, in: name) }.first.map { String(name[..<$0]) }
      })
    let whole = roots.filter { $0.isEmpty || $0.hasSuffix("/") }
    return whole.sorted { (date($0), $0) < (date($1), $1) }.map { root in
      let own = files.names.filter { name in
        guard name.hasPrefix(root) else { return false }
        let place = name.dropFirst(root.count)
        return folders.contains { place.hasPrefix($0) } && !isOthers(place)
      }
      return MetaFiles(
        root: root, wanted: own.filter { isWanted($0.dropFirst(root.count)) },
        secret: own.filter { isSecret($0.dropFirst(root.count)) }, claimed: Set(own))
    }.filter { !$0.claimed.isEmpty }
  }

  // By bytes: an export names its pictures by the ten thousand.
  private static func place(of mark: StaticString, in name: String) -> String.Index? {
    var name = name
    let end = name.withUTF8 { $0.end(of: mark, from: 0) }
    return end.map { name.utf8.index(name.startIndex, offsetBy: $0 - mark.utf8CodeUnitCount) }
  }

  // `instagram-name-2026-09-01-AbCdEf/`
  private static func date(_ root: some StringProtocol) -> String {
    String(root).firstMatch(of: /\d{4}-\d\d-\d\d/).map { String($0.output) } ?? ""
  }

  /// The day on which it was made, by the name of its folder or of its container; nil where neither says.
  func madeAt(_ container: ImportSource) -> Date? {
    FeedDate.parse(Self.date(root)) ?? FeedDate.parse(Self.date(container.name))
  }

  private static func isSecret(_ place: Substring) -> Bool {
    place.contains("messages/") || place.contains("security_and_login")
  }

  /// The root in words.
  var shownRoot: String { root.isEmpty ? "the top folder" : String(root.dropLast()) }

  /// What was left out, named.
  var asides: [Skipped] {
    let others = claimed.count - secret.count - wanted.count
    return [
      .several(
        secret.count, "file", " with messages and log-ins", why: "nobody's business, and not opened"
      ),
      .several(others, "file", " of the export", why: "Pond learns nothing from it"),
    ].compactMap { $0 }
  }

  /// The exports beside the newest, named.
  static func older(_ exports: [MetaFiles]) -> [Skipped] {
    exports.dropLast().map {
      Skipped(what: $0.shownRoot, why: "there is a newer export beside it", isLoss: false)
    }
  }

  /// What to say where somebody takes a container for such an export, and it holds none.
  static func nothing(_ path: String, _ network: String) -> ImportFailure {
    .notWhatItClaims(
      path: path, sentence: "this holds no export of \(network)",
      advice: "Import the zip file as it was downloaded.")
  }

  private static let folders = [
    "ads_information/", "apps_and_websites_off_of_", "comments/", "connections/", "files/",
    "followers_and_following/", "friends_and_followers/", "likes/", "likes_and_reactions/",
    "logged_information/", "media/", "messages/", "other_activity/", "personal_information/",
    "posts/", "preferences/", "profile_information/", "saved/", "security_and_login_information/",
    "story_sticker_interactions/", "your_activity_across_facebook/", "your_facebook_activity/",
    "your_instagram_activity/", "your_topics/",
  ]
}

/// Pages that Meta makes when JSON was not chosen.
enum MetaPage {
  /// Whether this is one of them, told by the names of its styles.
  static func isOne(_ source: ImportSource) -> Bool {
    guard !source.isFolder else { return false }
    let start = String(decoding: source.bytes.prefix(256), as: UTF8.self).lowercased()
    guard start.contains("<html") else { return false }
    let head = String(decoding: source.bytes.prefix(1 << 18), as: UTF8.self)
    return head.contains("uiBoxWhite noborder") || head.contains("class=\"_a706\"")
  }

  /// What to do about it.
  static func refusal(_ path: String) -> ImportFailure {
    .notWhatItClaims(
      path: path,
      sentence: "this export of Instagram, Threads or Facebook is made of web pages, "
        + "and Pond reads it as JSON",
      advice: "Ask the Accounts Center for it again, and choose JSON as the format.")
  }
}
