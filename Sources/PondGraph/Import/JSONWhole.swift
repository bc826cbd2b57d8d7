import Foundation

extension ImportSource {
  /// The documents of a small JSON file, one of them or one a line, whole: settings, lists of
  /// subscriptions, exports without a long list in them.
  /// - Throws: `ImportFailure` where it is cut short and that is not to be taken, or no JSON.
  func documents(
    _ imported: inout Imported, of what: String, _ options: ImportOptions
  ) throws -> [JSONValue] {
    var documents: [JSONValue] = []
    let outcome = JSONDocuments.forEach(in: bytes) { piece in
      if case .record(let record, _, _) = piece { documents.append(record) }
    }
    try outcome.note(in: &imported, self, of: what, options)
    return documents
  }
}
