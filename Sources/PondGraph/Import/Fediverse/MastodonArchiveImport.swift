import Foundation

/// Learns from the archive that Mastodon hands out what a person did with the posts of others:
/// boosts, answers, favourites, bookmarks.
///
/// Whom they follow is not in it: that is following_accounts.csv. Posts that are not public are in
/// it and are passed over. What somebody else wrote is not in it at all.
package struct MastodonArchiveImport: Importer {
  package let format = "mastodon-archive"
  package let learns =
    "What you boosted, answered, favourited and bookmarked on Mastodon, from its archive (zip, "
    + "tar.gz or unpacked)."

  /// The parts that hold what was done, by their names, which are also their ids.
  static let parts: Set<String> = ["outbox.json", "likes.json", "bookmarks.json"]

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    if source.holdsFiles { return (try? !names(in: source.files()).isEmpty) ?? false }
    return Self.kind(source) != nil
  }

  package func names(in files: ExportFiles) -> Set<String> {
    Set(Self.roots(files).flatMap { root in files.names.filter { Self.belongs($0, to: root) } })
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    guard source.holdsFiles else { return [try single(source, options)] }
    let roots = Self.roots(files)
    guard !roots.isEmpty else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "there is no actor.json with an outbox.json beside it",
        advice: "Name the archive as Mastodon handed it out.")
    }
    let whole = try roots.map { try archive(files, $0, roots.count > 1, options) }
    return Self.newest(whole)
  }

  // MARK: Which files

  /// The folders, each with its `/`, in which an archive lies.
  private static func roots(_ files: ExportFiles) -> [String] {
    let names = Set(files.names)
    return files.names.compactMap { name in
      guard name == "outbox.json" || name.hasSuffix("/outbox.json") else { return nil }
      let root = String(name.dropLast("outbox.json".count))
      return names.contains(root + "actor.json") ? root : nil
    }
  }

  private static func belongs(_ name: String, to root: String) -> Bool {
    guard name.hasPrefix(root) else { return false }
    let rest = name.dropFirst(root.count)
    return rest == "actor.json" || parts.contains(String(rest)) || rest.hasPrefix("avatar.")
      || rest.hasPrefix("header.") || rest.hasPrefix("media_attachments/")
  }

  /// Which part a single file is, by its first members.
  private static func kind(_ source: ImportSource) -> String? {
    guard source.beginsAsJSON else { return nil }
    let head = source.bytes.prefix(1 << 14)
    var members: [String: JSONValue] = [:]
    head.withUnsafeBytes { raw in
      var cursor = JSONCursor(raw.bindMemory(to: UInt8.self))
      for byte: UInt8 in [0xEF, 0xBB, 0xBF] { _ = cursor.take(byte) }
      guard cursor.take(UInt8(ascii: "{")) else { return }
      while let name = try? cursor.memberName(), name != "orderedItems" {
        guard let value = try? cursor.value() else { return }
        members[name] = value
        guard cursor.take(UInt8(ascii: ",")) else { return }
      }
    }
    if members["outbox"]?.text == "outbox.json", members["preferredUsername"] != nil {
      return "actor.json"
    }
    guard members["type"]?.text == "OrderedCollection", let id = members["id"]?.text else {
      return nil
    }
    return parts.first { id == $0 || id.hasSuffix("/\($0)") }
      ?? (id.hasSuffix("/outbox") ? "outbox.json" : nil)
  }

  // MARK: Reading

  private func single(_ source: ImportSource, _ options: ImportOptions) throws -> Imported {
    var reading = MastodonActivities(path: source.path, format: format, now: options.now)
    if Self.kind(source) == "actor.json" {
      reading.takeActor(Self.object(source))
    } else {
      try reading.take(source, as: Self.kind(source) ?? "outbox.json", options)
    }
    return reading.finished()
  }

  private func archive(
    _ files: ExportFiles, _ root: String, _ isOneOfSeveral: Bool, _ options: ImportOptions
  ) throws -> (imported: Imported, newest: Date?) {
    let path =
      isOneOfSeveral ? files.path(of: root.isEmpty ? "" : String(root.dropLast())) : files.path
    var reading = MastodonActivities(path: path, format: format, now: options.now)
    let present = Self.parts.filter { files.names.contains(root + $0) }
    let actor = try files.source(of: root + "actor.json").map(Self.object) ?? .null
    let missing = try Self.missing(actor, present, path: path, options)
    reading.takeActor(actor)
    try files.forEach(Set(present.map { root + $0 })) { name, source in
      try reading.take(source, as: String(name.dropFirst(root.count)), options)
    }
    var imported = reading.finished()
    imported.skipped += missing.map {
      Skipped(what: $0, why: "actor.json names it, and it is not there", isLoss: true)
    }
    if missing.contains(where: { $0 != "bookmarks.json" }) {
      // From the silence of half an archive nothing follows.
      (imported.attention, imported.isComplete) = ([], false)
    }
    return (imported, reading.newest)
  }

  private static func object(_ source: ImportSource) -> JSONValue {
    var object = JSONValue.null
    _ = JSONDocuments.forEach(in: source.bytes) { piece in
      if case .record(let value, _, _) = piece, object == .null { object = value }
    }
    return object
  }

  /// The parts that are named in actor.json and are not there. Bookmarks are few, and nothing is
  /// concluded from there being none; without the others most of the acts would be missing.
  /// - Throws: `ImportFailure` for a part that is needed, unless the person takes what is there.
  private static func missing(
    _ actor: JSONValue, _ present: Set<String>, path: String, _ options: ImportOptions
  ) throws -> [String] {
    let missing = ["outbox", "likes", "bookmarks"].compactMap { actor[$0]?.text }
      .filter { parts.contains($0) && !present.contains($0) }
    let needed = missing.first { $0 != "bookmarks.json" }
    guard let needed, !options.takesPartial else { return missing }
    throw ImportFailure.notWhatItClaims(
      path: path, sentence: "actor.json names \(needed), and it is not there",
      advice: "Download the archive again, or take what is there: pond import --partial \(path)")
  }

  // Several exports of one account: the newest says everything that the others say.
  private static func newest(_ whole: [(imported: Imported, newest: Date?)]) -> [Imported] {
    var kept: [(imported: Imported, newest: Date?)] = []
    for one in whole {
      let place = kept.firstIndex {
        $0.imported.owner != nil && $0.imported.owner == one.imported.owner
      }
      guard let place else {
        kept.append(one)
        continue
      }
      let isNewer = (one.newest ?? .distantPast) > (kept[place].newest ?? .distantPast)
      let older = isNewer ? kept[place] : one
      if isNewer { kept[place] = one }
      kept[place].imported.skipped.append(
        Skipped(
          what: older.imported.path, why: "it is an older archive of the same account",
          isLoss: false))
    }
    return kept.map(\.imported)
  }
}
