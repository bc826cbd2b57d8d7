import Foundation

extension PondStore {
  /// Everything that Pond keeps for a pond file: the file itself, its journal, and the copies that
  /// Pond put beside it; in the order of their names. Empty where there is nothing.
  /// - Throws: `StoreFailure.foreign` where the path leads to something of another program's.
  package static func files(of path: String) throws -> [String] {
    let path = PondFile.resolved(path)
    if case .foreign(let looksLike) = try PondFile.standing(at: path) {
      throw StoreFailure.foreign(path: path, looksLike: looksLike)
    }
    let file = URL(fileURLWithPath: path)
    let folder = file.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { belongs($0, to: file.lastPathComponent) }.sorted()
      .map { folder.appendingPathComponent($0).path }
  }

  /// Removes everything that `files(of:)` names. What the person exported or backed up elsewhere
  /// stays.
  package static func wipe(_ path: String) throws {
    for file in try files(of: path) where unlink(file) != 0 && errno != ENOENT {
      throw PondFile.failure(file, errno)
    }
  }

  private static func belongs(_ name: String, to file: String) -> Bool {
    name == file || name == file + "-journal" || name == file + ".fetching"
      || name.hasPrefix(file + ".before-")
      || name.hasPrefix(".\(file).new-")
  }
}
