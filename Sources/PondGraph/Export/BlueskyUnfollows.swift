import Foundation

/// Writes the records that unfollow the accounts a person let go on Bluesky.
package enum BlueskyUnfollows {
  /// What to delete, as JSON: `{"did":…,"delete":[{"uri":…,"subject":…}]}`, one record a line, in
  /// the order of the original: every record of an account that leaves, for the network keeps a
  /// follow as long as one of its records stands. It names nothing but what was decided, so that
  /// an original that is a part of the whole can only leave records out.
  /// - Throws: `ExportFailure` when the original cannot be read; `OverwriteFailure` where it holds
  ///   no record.
  package static func write(
    original: OriginalDocument, removing removals: Removals
  ) throws -> TrimmedList {
    let (did, records) = try read(original)
    let leaving = records.filter { removals.accounts.contains($0.account) }
    let staying = records.filter { !removals.accounts.contains($0.account) }
    return TrimmedList(
      bytes: text(did, leaving), removed: leaving, remaining: Set(staying.map(\.account)))
  }

  private static func read(
    _ original: OriginalDocument
  ) throws -> (did: String, records: [TrimmedList.Removed]) {
    var records: [TrimmedList.Removed] = []
    var did: String?
    var isOdd = false
    let outcome = JSONDocuments.forEach(in: original.bytes, lists: ["records"]) { piece in
      switch piece {
      case .record(let record, _, _):
        guard let uri = record["uri"]?.text, let subject = record["subject"]?.text else {
          isOdd = true
          return
        }
        // The first record stands on the second line.
        records.append(
          TrimmedList.Removed(
            account: AccountKey(kind: .bluesky, value: subject), address: Address(uri),
            line: records.count + 2))
      case .document(let document): did = document["did"]?.text
      }
    }
    guard let did, !isOdd, outcome.lost.isEmpty, outcome.cut == nil else {
      throw ExportFailure.unreadable(path: original.path)
    }
    guard !records.isEmpty else { throw OverwriteFailure.noRecords(path: original.path) }
    return (did, records)
  }

  private static func text(_ did: String, _ leaving: [TrimmedList.Removed]) -> Data {
    var writer = JSONWriter()
    writer.raw("{\"did\":")
    writer.string(did)
    writer.raw(",\"delete\":[")
    for (number, record) in leaving.enumerated() {
      writer.raw(number == 0 ? "\n{\"uri\":" : ",\n{\"uri\":")
      writer.string(record.address.written)
      writer.raw(",\"subject\":")
      writer.string(record.account.value)
      writer.raw("}")
    }
    writer.raw("\n]}\n")
    return Data(writer.bytes)
  }
}
