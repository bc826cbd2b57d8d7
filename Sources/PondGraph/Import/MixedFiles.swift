/// A folder or an archive as a person keeps it: whole exports, lists and databases beside feeds.
/// Each is read by the importer that knows it; whatever nobody knows is named.
struct MixedFiles {
  private let source: ImportSource
  private let files: ExportFiles

  /// Lists a folder or an archive.
  /// - Throws: `ImportFailure` for an archive that cannot be read.
  init(_ source: ImportSource) throws {
    self.source = source
    files = try source.files()
  }

  /// Reads everything in it. One bad file costs no other: it is named as a loss. An export of
  /// several files of which one is missing is refused, for half of a list is a wrong list.
  /// - Throws: `ImportFailure.unknownFormat` where nothing in it is known.
  func read(_ options: ImportOptions) throws -> [Imported] {
    var inputs: [Imported] = []
    var taken: Set<String> = []
    for importer in Importers.all {
      let names = importer.names(in: files).subtracting(taken)
      guard !names.isEmpty else { continue }
      inputs += try importer.read(source, options: options)
      taken.formUnion(names)
    }
    inputs += try singles(besides: &taken, options)
    let feeds = try feeds(besides: taken, options)
    inputs += feeds
    guard !inputs.isEmpty else {
      throw ImportFailure.unknownFormat(path: source.path, looksLike: Looks.like(source))
    }
    return feeds.isEmpty ? inputs + rest(besides: taken) : inputs
  }

  // MARK: Files that stand for themselves

  private func singles(
    besides taken: inout Set<String>, _ options: ImportOptions
  ) throws -> [Imported] {
    let wanted = files.names.filter { !taken.contains($0) && !Media.isMedia($0) }
    var inputs: [Imported] = []
    if files.isArchive {
      try files.forEach(Set(wanted)) { name, file in
        guard let importer = Importers.all.first(where: { $0.recognizes(file) }) else { return }
        taken.insert(name)
        inputs += reading(file.path) { try importer.read(file, options: options) }
      }
    } else {
      for name in wanted {
        let path = files.path(of: name)
        guard let file = try? files.source(of: name), let importer = importer(of: file)
        else { continue }
        taken.insert(name)
        inputs += reading(path) { try importer.read(file, options: options) }
      }
    }
    return inputs
  }

  // Feeds are left to the folder importer, which knows a series of snapshots when it sees one;
  // an archive in a folder is a step too deep.
  private func importer(of file: ImportSource) -> (any Importer)? {
    guard !file.holdsFiles else { return nil }
    let known = Importers.all.first { $0.recognizes(file) }
    return source.isFolder && known is FeedImport ? nil : known
  }

  private func reading(_ path: String, _ body: () throws -> [Imported]) -> [Imported] {
    do {
      return try body()
    } catch {
      let why = (error as? any Failure)?.sentence ?? "it could not be read"
      return [named([Skipped(what: path, why: why, isLoss: true)], path)]
    }
  }

  // MARK: What remains

  private func feeds(besides taken: Set<String>, _ options: ImportOptions) throws -> [Imported] {
    let feeds = FeedFolderImport()
    guard source.isFolder, feeds.recognizes(source) else { return [] }
    let paths = Set(taken.map(files.path(of:)))
    return try feeds.read(source, options: options).map { input in
      var input = input
      input.skipped.removeAll { paths.contains($0.what) }
      return input
    }
  }

  private func rest(besides taken: Set<String>) -> [Imported] {
    let unknown = files.names.filter { !taken.contains($0) }
    let skipped =
      files.unreadable
      + unknown.map {
        Skipped(what: files.path(of: $0), why: "Pond learns nothing from it", isLoss: false)
      }
    return skipped.isEmpty ? [] : [named(skipped, source.path)]
  }

  private func named(_ skipped: [Skipped], _ path: String) -> Imported {
    var nothing = Imported(path: path, format: files.isArchive ? "archive" : "folder")
    nothing.skipped = skipped
    return nothing
  }
}

/// Pictures, films and the rest of what exports carry along, told by the end of the name.
private enum Media {
  private static let endings: Set<Substring> = [
    "avif", "bmp", "css", "eot", "gif", "heic", "ico", "jpeg", "jpg", "m4a", "m4v", "mkv", "mov",
    "mp3", "mp4", "ogg", "opus", "otf", "pdf", "png", "svg", "ttf", "wav", "webm", "webp", "woff",
    "woff2",
  ]

  static func isMedia(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(Substring(name[dot...].dropFirst().lowercased()))
  }
}
