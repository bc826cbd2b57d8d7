/// The register of importers. A new origin is a file in this room and a line here.
package enum Importers {
  /// Every importer, in the order in which they are asked: the more particular first.
  package static let all: [any Importer] = [
    NewsboatCacheImport(),
    OPMLImport(),
    NewsboatURLsImport(),
    AddressListImport(),
  ]

  /// Reads what the person named.
  /// - Parameter format: the importer to use; nil asks the bytes.
  /// - Throws: an `ImportFailure` when nothing of it can be used.
  package static func read(
    _ path: String, as format: String?, options: ImportOptions
  ) throws -> [Imported] {
    let source = try ImportSource(path: path)
    guard let importer = all.first(where: { claims($0, source, format) }) else {
      throw ImportFailure.unknownFormat(path: path, looksLike: Looks.like(source))
    }
    return try importer.read(source, options: options)
  }

  private static func claims(
    _ importer: any Importer, _ source: ImportSource, _ format: String?
  ) -> Bool {
    if let format { return importer.format == format }
    return importer.recognizes(source)
  }
}
