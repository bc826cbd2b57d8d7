import Foundation

/// Where the files of one archive of X lie: in `data/`, at the top, or in a folder around them.
struct XArchiveLayout {
  /// The folder that holds the `.js` files, with a `/` behind it; empty for the top.
  let folder: String
  /// The files to read, by name, with what they hold.
  let wanted: [String: String]
  /// The files that hold what is nobody's business.
  let secret: [String]
  /// Other files of the archive from which nothing is learned.
  let others: [String]
  /// Everything that belongs to the archive.
  let claimed: Set<String>
  /// Whether a person named one file of it and nothing else.
  let isAlone: Bool

  /// The folder in words.
  var shownFolder: String { folder.isEmpty ? "the top folder" : String(folder.dropLast()) }

  /// A single file that a person named.
  init(single name: String) {
    folder = ""
    wanted = [name: Self.content(ofFile: name)]
    secret = []
    others = []
    claimed = [name]
    isAlone = true
  }

  private init(folder: String, among names: [String]) {
    let own = names.filter { Self.belongs($0, to: folder) }
    let scripts = own.filter { $0.hasSuffix(".js") }
    self.folder = folder
    wanted = Dictionary(
      scripts.map { ($0, Self.content(ofFile: $0)) }.filter { Self.read.contains($0.1) }
    ) { first, _ in first }
    secret = scripts.filter { Self.isSecret(Self.content(ofFile: $0)) }
    let known = Set(secret).union(wanted.keys)
    others = scripts.filter { !known.contains($0) }
    claimed = Set(own)
    isAlone = false
  }

  /// Every archive among the files, told by names and by how one of its files begins.
  static func all(in files: ExportFiles) -> [XArchiveLayout] {
    var marks: [String: [String]] = [:]
    for name in files.names where name.hasSuffix(".js") {
      guard marking.contains(content(ofFile: name)) else { continue }
      marks[String(name[..<lastSlash(name)]), default: []].append(name)
    }
    return marks.sorted { $0.key < $1.key }.compactMap { folder, marks in
      let isOne = marks.contains { name in
        guard let file = try? files.source(of: name) else { return false }
        return file.bytes.withUnsafeBytes { XArchiveFile($0.bindMemory(to: UInt8.self)) } != nil
      }
      return isOne ? XArchiveLayout(folder: folder, among: files.names) : nil
    }
  }

  /// What the archive says of itself; nil where it has no manifest.
  static func manifest(
    of layout: XArchiveLayout, _ files: ExportFiles
  ) throws -> XArchiveManifest? {
    guard let name = layout.wanted.first(where: { $0.value == "manifest" })?.key,
      let source = try files.source(of: name), let value = source.scriptValue
    else { return nil }
    return XArchiveManifest(value)
  }

  // MARK: Names

  /// What a file holds, by its name: `data/following-part1.js` holds `following`.
  static func content(ofFile name: String) -> String {
    let file = name[lastSlash(name)...]
    if name.contains("js/tweets/"), file.first?.isNumber == true { return XArchiveFile.monthly }
    let stem = file.hasSuffix(".js") ? file.dropLast(3) : file
    return String(stem[..<partEnd(stem)].map { $0 == "-" ? "_" : $0 })
  }

  // Where `-part12` begins at the end of a name; its end where there is no such thing.
  private static func partEnd(_ stem: Substring) -> Substring.Index {
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let start = stem.dropLast(digits)
    return digits > 0 && start.hasSuffix("-part") ? start.dropLast(5).endIndex : stem.endIndex
  }

  /// The number of a part: `following-part2.js` is 2, `following.js` 0.
  static func part(ofFile name: String) -> Int {
    name.firstMatch(of: /-part(\d+)\.js$/).flatMap { Int($0.output.1) } ?? 0
  }

  /// The name without its folders.
  static func fileName(_ path: String) -> String { String(path[lastSlash(path)...]) }

  private static func lastSlash(_ name: String) -> String.Index {
    name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
  }

  /// Files that only an archive of X has, if they begin as such a file does.
  private static let marking: Set<String> = [
    "account", "follower", "following", "manifest", "tweet", "tweet_index", "tweets",
  ]

  /// What is read. Deleted tweets only say what somebody's handle is.
  private static let read: Set<String> = [
    "account", "block", "community_tweet", "deleted_tweet", "deleted_tweets", "follower",
    "following", "like", "lists_created", "manifest", "mute", "tweet", "tweet_index", "tweets",
    "user_details", "user_link_clicks", XArchiveFile.monthly,
  ]

  /// Whether the files of this name are never opened.
  static func isSecret(_ content: String) -> Bool {
    secrets.contains { content.hasPrefix($0) }
  }

  private static let secrets = [
    "account_creation_ip", "ad_", "ageinfo", "contact", "device_token", "direct_message",
    "email_address", "ip_audit", "key_registry", "ni_devices", "personalization", "phone_number",
  ]

  private static func belongs(_ name: String, to folder: String) -> Bool {
    guard name.hasPrefix(folder) else { return beside(name, folder) }
    if folder == "data/" || folder.hasSuffix("/data/") || folder.hasSuffix("data/js/") {
      return true
    }
    let rest = name.dropFirst(folder.count)
    return !rest.contains("/") && rest.hasSuffix(".js") || rest.contains("_media/")
  }

  // What X puts beside `data/`: its own page to look at the archive, with pictures.
  private static func beside(_ name: String, _ folder: String) -> Bool {
    guard folder.hasSuffix("data/") else { return false }
    let top = String(folder.dropLast(5))
    return name == top + "Your archive.html" || name.hasPrefix(top + "assets/")
  }
}

extension ImportSource {
  /// The value that a file of an X archive gives a name to, whole; nil where it cannot be read.
  var scriptValue: JSONValue? {
    bytes.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      guard let file = XArchiveFile(bytes) else { return nil }
      var cursor = JSONCursor(bytes, at: file.start, dialect: .javaScript)
      return try? cursor.value()
    }
  }
}
