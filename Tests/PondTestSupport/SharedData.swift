public import Foundation

/// The real files that Pond is measured against. They belong to their authors and are no part of
/// the repository: tests that need them say `.enabled(if: SharedData.url != nil)`.
public enum SharedData {
  /// The folder named by `$POND_DATA`, else `../shared/data` beside the repository; nil where
  /// neither is there.
  public static let url: URL? = {
    let named = ProcessInfo.processInfo.environment["POND_DATA"].map { URL(fileURLWithPath: $0) }
    let beside = Repository.root.deletingLastPathComponent().appendingPathComponent("shared/data")
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  /// A file or folder of it, by its path; nil where it is not there.
  public static func file(_ path: String) -> URL? {
    guard let file = url?.appendingPathComponent(path) else { return nil }
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
