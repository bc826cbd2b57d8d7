package import Foundation

/// One origin that Pond can read: bytes to meaning. An importer opens no pond file, prints
/// nothing and knows no clock.
package protocol Importer: Sendable {
  /// Its name on the command line and in JSON: `opml`, `feed`, `newsboat-cache`.
  var format: String { get }
  /// One sentence of what is learned from it, for help and docs/Formats.md.
  var learns: String { get }
  /// Whether the input is of this origin: a file is told by its bytes, never by its name alone, a
  /// folder or an archive by `names(in:)`.
  func recognizes(_ source: ImportSource) -> Bool
  /// Reads it. A folder may hold several inputs; each has its own result.
  /// - Throws: an `ImportFailure` when nothing of it can be used; a bad record in a good file is a
  ///   `Skipped` value.
  func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported]
  /// The files of a folder or an archive that are this origin's export and are read together,
  /// those included that it knows and leaves out on purpose; empty where it reads single files.
  func names(in files: ExportFiles) -> Set<String>
}

extension Importer {
  package func names(in files: ExportFiles) -> Set<String> { [] }
}

/// What an importer may know besides the bytes.
package struct ImportOptions: Sendable {
  /// The moment that counts as the present.
  package var now: Date
  /// Whether to take what stands before the cut in a file that was cut short.
  package var takesPartial: Bool
  /// Who the person is, where an export does not say: a handle, an address, a key.
  package var me: String?
  /// How many posts what may have millions of them hands over at a time (`Imported.flow`), for storing
  /// them; nil for looking, where everything is gathered.
  package var postsOfPart: Int?

  package init(
    now: Date, takesPartial: Bool = false, me: String? = nil, postsOfPart: Int? = nil
  ) {
    self.now = now
    self.takesPartial = takesPartial
    self.me = me
    self.postsOfPart = postsOfPart
  }
}
