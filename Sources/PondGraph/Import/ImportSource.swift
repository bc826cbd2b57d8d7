package import Foundation

/// A file or folder that a person named.
package struct ImportSource: Sendable {
  /// As the person named it.
  package let path: String
  /// Where it is.
  package let url: URL
  /// Whether it is a folder.
  package let isFolder: Bool
  /// The whole of a file, mapped; empty for a folder.
  package let bytes: Data

  /// Opens what the person named.
  /// - Throws: `ImportFailure` when it is not there, not readable, neither file nor folder, or
  ///   larger than `limit` bytes.
  package init(path: String, limit: Int = 1 << 30) throws {
    self.path = path
    url = URL(fileURLWithPath: path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw ImportFailure.missing(path: path)
    }
    isFolder = isDirectory.boolValue
    bytes = isFolder ? Data() : try Data(contentsOf: url, options: .alwaysMapped)
  }

  /// Bytes that stand in for a file, for tests and entries of archives.
  package init(path: String, bytes: Data) {
    self.path = path
    url = URL(fileURLWithPath: path)
    isFolder = false
    self.bytes = bytes
  }
}
