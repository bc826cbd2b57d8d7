import Foundation

/// A folder of feed files at any depth. A subfolder with snapshots of one feed is one history; a
/// newest snapshot that is no feed means that nobody could look, never that there was nothing.
package struct FeedFolderImport: Importer {
  package let format = "feed-folder"
  package let learns =
    "The posts of every feed file in it; a subfolder of snapshots of one feed is one history."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    source.isFolder
      && FeedFolder(path: source.path).contains { path in
        (try? FeedFolder.bytes(of: path)).map { FeedSniff($0).isFeed } ?? false
      }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let folder = FeedFolder(path: source.path)
    let listing = folder.listing()
    var results: [Imported] = []
    var skipped = listing.unreadable
    for group in listing.folders {
      var shelf = FeedShelf(folder: group.path, options: options)
      for path in group.files { shelf.add(path) }
      let (imported, rest) = shelf.results(format: format)
      results += imported
      skipped += rest
    }
    guard !results.isEmpty else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "no file in this folder is a feed",
        advice: skipped.first.map { "The first: \($0.what), \($0.why)." })
    }
    if !skipped.isEmpty { results.append(rest(skipped, source.path)) }
    return results
  }

  /// What the folder holds besides feeds, named.
  private func rest(_ skipped: [Skipped], _ path: String) -> Imported {
    var imported = Imported(path: path, format: format)
    imported.skipped = skipped
    return imported
  }
}
