import Foundation

/// An account folder of NetNewsWire: `Subscriptions.opml`, `DB.sqlite3` and `FeedSettings.db`, read
/// together; or one of the two databases alone.
///
/// The list is read as OPML, so that it can be trimmed. The databases say what was fetched, read,
/// starred, and of which feeds the person wants to be told at once.
package struct NetNewsWireImport: Importer {
  package let format = "netnewswire"
  package let learns =
    "NetNewsWire's account folder: your feeds, their posts, what you read and starred, notifications."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    if source.holdsFiles {
      return (try? source.files()).map { !names(in: $0).isEmpty } ?? false
    }
    return Self.isPosts(source) || Self.isSettings(source)
  }

  /// The databases of every folder that holds `DB.sqlite3`, what SQLite keeps beside them, and the
  /// list.
  package func names(in files: ExportFiles) -> Set<String> {
    Set(Self.folders(in: files).flatMap(\.names))
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    if !source.holdsFiles { return [try read([source], source.path, [], options)] }
    let folders = Self.folders(in: files)
    guard !folders.isEmpty else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "this is no account of NetNewsWire: it holds no DB.sqlite3",
        advice: nil)
    }
    return try folders.flatMap { try read($0, files, options) }
  }

  private static func isPosts(_ source: ImportSource) -> Bool {
    ForeignDatabase.speaks(of: ["articles", "statuses", "dateArrived"], source)
  }

  private static func isSettings(_ source: ImportSource) -> Bool {
    ForeignDatabase.speaks(of: ["feedSettings", "feedURL"], source)
  }

  // MARK: The folder

  private struct Folder {
    let path: String
    let list: String?
    let databases: [String]
    let names: [String]
  }

  private static func folders(in files: ExportFiles) -> [Folder] {
    let folders = Dictionary(grouping: files.names) { name in
      name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    }
    return folders.keys.sorted().compactMap { path in
      let names = Set((folders[path] ?? []).map { String($0.dropFirst(path.count)) })
      guard names.contains("DB.sqlite3") else { return nil }
      let databases = ["DB.sqlite3", "FeedSettings.db"].filter(names.contains)
      let list = names.contains("Subscriptions.opml") ? path + "Subscriptions.opml" : nil
      let beside = databases.flatMap { name in ["", "-wal", "-shm"].map { name + $0 } }
      return Folder(
        path: path, list: list, databases: databases.map { path + $0 },
        names: beside.filter(names.contains).map { path + $0 } + (list.map { [$0] } ?? []))
    }
  }

  private func read(
    _ folder: Folder, _ files: ExportFiles, _ options: ImportOptions
  ) throws -> [Imported] {
    var lists: [Imported] = []
    var databases: [String: ImportSource] = [:]
    var logs: [String: Data] = [:]
    try files.forEach(Set(folder.names)) { name, file in
      if name == folder.list {
        lists += try OPMLImport().read(file, options: options)
      } else if folder.databases.contains(name) {
        databases[name] = file
      } else if files.isArchive, name.hasSuffix("-wal") {
        logs[String(name.dropLast(4))] = file.bytes
      }
    }
    let listed = Set(lists.flatMap(\.accounts).map(\.key))
    let path = folder.path.isEmpty ? files.path : files.path(of: String(folder.path.dropLast()))
    let sources = folder.databases.compactMap { databases[$0] }
    return lists + [
      try read(sources, path, listed, options, logs: folder.databases.map { logs[$0] })
    ]
  }

  private func read(
    _ sources: [ImportSource], _ path: String, _ listed: Set<AccountKey>, _ options: ImportOptions,
    logs: [Data?] = []
  ) throws -> Imported {
    var reading = NetNewsWireReading(
      path: path, format: format, now: options.now, listed: listed)
    // The settings first: they say at which address a feed of a service is.
    for (index, source) in sources.enumerated().reversed() {
      let log = logs.indices.contains(index) ? logs[index] : nil
      let database = try ForeignDatabase(source, log: log)
      if Self.isSettings(source) || database.has("feedSettings") {
        try reading.readSettings(database)
      } else {
        try reading.readPosts(database)
      }
    }
    return reading.finished()
  }
}
