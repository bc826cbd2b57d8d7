import Foundation

/// The archive that X (Twitter) sends: who is followed, by number, and what the person wrote.
///
/// The numbers get handles and names from the person's own tweets alone. Direct messages, telephone
/// numbers, addresses of devices and advertising are never opened. Likes say neither whose posts
/// they are nor when: they are counted and count for nobody.
package struct XArchiveImport: Importer {
  package let format = "x-archive"
  package let learns =
    "Whom you follow on X, your replies, reposts, quotes and mentions, from the archive."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder
      && source.bytes.withUnsafeBytes { XArchiveFile($0.bindMemory(to: UInt8.self)) }
        != nil
  }

  package func names(in files: ExportFiles) -> Set<String> {
    XArchiveLayout.all(in: files).reduce(into: []) { $0.formUnion($1.claimed) }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    let archives = try Self.archives(source, files).map { layout in
      XArchive(layout: layout, manifest: try XArchiveLayout.manifest(of: layout, files))
    }
    guard let newest = archives.max(by: { $0.date < $1.date }) else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "this is no archive of X, and no file of one",
        advice: "Download the archive again, and import the zip file as it is.")
    }
    var reading = XReading(newest, files, options)
    try reading.read()
    var imported = try reading.finished(path: source.path, format: format)
    imported.madeAt = FeedDate.parse(newest.date)
    imported.skipped += archives.filter { $0.layout.folder != newest.layout.folder }.map {
      Skipped(
        what: $0.layout.shownFolder, why: "there is a newer archive beside it", isLoss: false)
    }
    return [imported]
  }

  private static func archives(
    _ source: ImportSource, _ files: ExportFiles
  ) throws -> [XArchiveLayout] {
    guard source.holdsFiles else {
      let file = source.bytes.withUnsafeBytes { XArchiveFile($0.bindMemory(to: UInt8.self)) }
      return file == nil ? [] : files.names.map { XArchiveLayout(single: $0) }
    }
    return XArchiveLayout.all(in: files)
  }
}

/// One archive of X among the files of an input.
struct XArchive {
  let layout: XArchiveLayout
  let manifest: XArchiveManifest?

  /// When it was made; an archive that does not say so is older than one that does.
  var date: String { manifest?.generationDate ?? "" }
}
