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
    let own = names.filter { belongs($0, to: file.lastPathComponent) }.sorted()
      .map { folder.appendingPathComponent($0).path }
      .filter { $0 == path || isOfPond($0, path) }
    return own + copies(of: path).map(\.path).sorted()
  }

  /// Removes everything that `files(of:)` names. What the person exported or backed up elsewhere
  /// stays.
  package static func wipe(_ path: String) throws {
    for file in try files(of: path) where unlink(file) != 0 && errno != ENOENT {
      throw PondFile.failure(file, errno)
    }
    // Goes only where nothing is left in it.
    rmdir(KeptCopies(of: PondFile.resolved(path)).folder.path)
  }

  // A name alone makes nothing Pond's: what is removed is a plain file under no second name that
  // begins as Pond and SQLite begin theirs.
  private static func isOfPond(_ file: String, _ pond: String) -> Bool {
    if file == InboxMark.path(of: pond) { return InboxMark.stands(at: file) }
    var facts = stat()
    guard lstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1 else {
      return false
    }
    if file.hasSuffix("-journal") || facts.st_size == 0 { return true }
    switch try? PondFile.standing(at: file) {
    case .pond?: return true
    // What was damaged and is kept aside is still the person's own pond.
    case .foreign(let looksLike)?: return looksLike == PondFile.damagedDatabase
    case .missing?, nil: return false
    }
  }

  private static func belongs(_ name: String, to file: String) -> Bool {
    name == file || name == file + "-journal" || name == InboxMark.path(of: file)
      || name.hasPrefix(file + ".before-")
      || name.hasPrefix(".\(file).new-")
  }
}
