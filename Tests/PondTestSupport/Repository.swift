public import Foundation

/// Where this repository stands, for tests that read its sources, samples and documents.
public enum Repository {
  /// The folder that holds Package.swift.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder by its path from the root.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// Every file below a folder whose name ends in `.suffix`, in the order of their paths.
  public static func files(below folder: String, suffix: String) -> [URL] {
    let found = FileManager.default.enumerator(at: url(folder), includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }
    return files.filter { $0.pathExtension == suffix }.sorted { $0.path < $1.path }
  }

  /// The plain files at or below a path, in the order of their paths.
  public static func files(below path: String) -> [URL] {
    let start = url(path)
    let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    let inside = (found?.allObjects ?? []).compactMap { $0 as? URL }
    return ([start] + inside).filter { file in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted { $0.path < $1.path }
  }
}
