import Foundation

/// The records of all follows, as the document that Pond keeps to take them back:
/// `{"did":…,"records":[{"uri":…,"subject":…}]}`, one record a line, every duplicate among them.
struct BlueskyFollows {
  /// The format of the document that is kept.
  static let format = "bluesky-follows"

  private let did: String
  private var writer = JSONWriter()
  private(set) var count = 0

  init(did: String) {
    self.did = did
  }

  /// Adds a record.
  mutating func add(_ uri: String, of subject: String) {
    writer.raw(count == 0 ? "\n{\"uri\":" : ",\n{\"uri\":")
    writer.string(uri)
    writer.raw(",\"subject\":")
    writer.string(subject)
    writer.raw("}")
    count += 1
  }

  /// The document; nil where there is no record.
  func original(path: String, isComplete: Bool) -> OriginalDocument? {
    guard count > 0 else { return nil }
    var start = JSONWriter()
    start.raw("{\"did\":")
    start.string(did)
    start.raw(",\"records\":[")
    var bytes = Data(capacity: start.bytes.count + writer.bytes.count + 8)
    bytes.append(contentsOf: start.bytes)
    bytes.append(contentsOf: writer.bytes)
    bytes.append(contentsOf: "\n]}\n".utf8)
    return OriginalDocument(
      format: Self.format, path: path, bytes: bytes, isComplete: isComplete)
  }
}
