/// A folder as a person keeps it: lists and databases beside feeds. Each is read by the importer
/// that knows it; whatever nobody knows is named.
struct MixedFolder {
  private let source: ImportSource

  init(_ source: ImportSource) {
    self.source = source
  }

  /// Reads everything below the folder. One bad file costs no other: it is named as a loss.
  /// - Throws: `ImportFailure.unknownFormat` where nothing below is known.
  func read(_ options: ImportOptions) throws -> [Imported] {
    var inputs: [Imported] = []
    var taken: Set<String> = []
    for path in FeedFolder(path: source.path).listing().folders.flatMap(\.files) {
      guard let file = try? ImportSource(path: path), let importer = Self.importer(of: file) else {
        continue
      }
      taken.insert(path)
      inputs += reading(path) { try importer.read(file, options: options) }
    }
    inputs += try feeds(besides: taken, options)
    guard inputs.contains(where: \.taughtAnything) else {
      throw ImportFailure.unknownFormat(path: source.path, looksLike: Looks.like(source))
    }
    return inputs
  }

  // Feeds are left to the folder importer, which knows a series of snapshots when it sees one.
  private static func importer(of file: ImportSource) -> (any Importer)? {
    let known = Importers.all.first { $0.recognizes(file) }
    return known is FeedImport ? nil : known
  }

  private func reading(_ path: String, _ body: () throws -> [Imported]) -> [Imported] {
    do {
      return try body()
    } catch {
      let why = (error as? any Failure)?.sentence ?? "it could not be read"
      var nothing = Imported(path: path, format: "folder")
      nothing.skipped = [Skipped(what: path, why: why, isLoss: true)]
      return [nothing]
    }
  }

  private func feeds(besides taken: Set<String>, _ options: ImportOptions) throws -> [Imported] {
    let feeds = FeedFolderImport()
    guard feeds.recognizes(source) else { return [] }
    return try feeds.read(source, options: options).map { input in
      var input = input
      input.skipped.removeAll { taken.contains($0.what) }
      return input
    }
  }
}

extension Imported {
  fileprivate var taughtAnything: Bool {
    !accounts.isEmpty || !posts.isEmpty || !acts.isEmpty || !skipped.isEmpty
  }
}
