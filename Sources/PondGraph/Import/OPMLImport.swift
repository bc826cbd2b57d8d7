import Foundation

/// Learns whom a person follows from an OPML list, of whatever reader.
package struct OPMLImport: Importer {
  package let format = "opml"
  package let learns = "the feeds, newsletters and commands that you follow, with folders and tags"

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && source.bytes.withUnsafeBytes(OPMLAppearance.isOPML)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    [try tallied(source, options: options).imported]
  }

  /// Reads it, and counts the outlines beside.
  func tallied(
    _ source: ImportSource, options: ImportOptions
  ) throws -> (imported: Imported, tally: OPMLTally) {
    let document = try document(source)
    if let cut = document.cut, !options.takesPartial {
      throw ImportFailure.cutShort(
        path: source.path, where: cut.position.words, reason: cut.reason,
        standing: Self.standing(document.outlines.count))
    }
    var meaning = OPMLMeaning(document: document, source: source)
    meaning.read()
    return (meaning.imported, meaning.tally)
  }

  private func document(_ source: ImportSource) throws -> OPMLDocument {
    do {
      return try OPMLDocument(source.bytes)
    } catch .tooLarge(let bytes, let limit) {
      throw ImportFailure.tooLarge(path: source.path, bytes: bytes, limit: limit)
    } catch .somethingElse(let what) {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "this is \(what)",
        advice: "Log in, and export the list of your feeds as OPML again.")
    } catch .hostile(let reason) {
      throw ImportFailure.hostile(path: source.path, reason: reason)
    } catch .unreadable(let reason, let place) {
      throw ImportFailure.damaged(path: source.path, where: place.words, reason: reason)
    }
  }

  private static func standing(_ count: Int) -> String {
    count == 1 ? "1 outline stands" : "\(count) outlines stand"
  }
}

extension OPMLPosition {
  /// `line 214, column 31`.
  fileprivate var words: String { "line \(line), column \(column)" }
}

/// What became of the outlines of a document: `seen` is the sum of the others.
struct OPMLTally: Hashable {
  var seen = 0
  /// Outlines that stand for an account, every duplicate counted.
  var accounts = 0
  /// Outlines that are structure: folders.
  var folders = 0
  /// Outlines that were skipped, each named.
  var skipped = 0
}
