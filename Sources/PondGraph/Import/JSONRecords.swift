import Foundation

extension JSONDocuments.Outcome {
  /// Names what was lost, and says whether all of it was there.
  /// - Throws: `ImportFailure` for a file that is cut short, unless the person takes what is there.
  func note(
    in imported: inout Imported, _ source: ImportSource, of what: String, _ options: ImportOptions
  ) throws {
    for (number, why) in lost {
      imported.skipped.append(Skipped(what: "\(what) \(number)", why: why, isLoss: true))
    }
    if let finding = JSONCursor.finding(replacements: replacements) {
      imported.warnings.append(finding)
    }
    guard let cut else { return }
    guard options.takesPartial else {
      var lines = LineCounter()
      throw ImportFailure.cutShort(
        path: source.path, where: "line \(lines.line(of: cut.offset, in: source.bytes))",
        reason: cut.message,
        standing: records == 1 ? "1 \(what) stands" : "\(records) \(what)s stand")
    }
    imported.isComplete = false
  }
}

extension ImportSource {
  /// Whether the file begins as JSON does.
  var beginsAsJSON: Bool {
    guard !isFolder else { return false }
    let start = bytes.prefix(4096).first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
  }

  /// The first records of a file of JSON, and the members of its first document that stand before
  /// them: enough to tell what it is, whatever its size.
  func firstRecords(
    _ lists: Set<String>, atMost most: Int = 3
  ) -> [(record: JSONValue, list: String?)] {
    guard beginsAsJSON else { return [] }
    var found: [(record: JSONValue, list: String?)] = []
    // A record that the limit cuts is not handed over.
    _ = JSONDocuments.forEach(in: bytes.prefix(1 << 16), lists: lists) { piece in
      guard found.count < most, case .record(let record, let list, _) = piece else { return }
      found.append((record, list))
    }
    return found
  }
}
