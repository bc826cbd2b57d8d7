import Foundation

/// A copy of a pond file that comes over a pipe: SQLite reads files, so it lies in one for a while.
enum ArrivingCopy {
  /// Keeps what comes in a file that only its owner can read, for as long as `use` takes.
  static func with<Result>(
    _ input: FileHandle, _ use: (String) throws -> Result
  ) throws -> Result {
    let folder: PrivateFolder
    do {
      folder = try PrivateFolder(for: ["copy.sqlite", "copy.sqlite-journal"])
    } catch {
      throw unreadable("no folder can be made for it")
    }
    let path = folder.path + "/copy.sqlite"
    return try withExtendedLifetime(folder) {
      try keep(input, in: path)
      return try use(path)
    }
  }

  private static func keep(_ input: FileHandle, in path: String) throws {
    let made = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard made, let file = FileHandle(forWritingAtPath: path) else {
      throw unreadable("no file can be made for it")
    }
    do {
      while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
        try file.write(contentsOf: piece)
      }
      try file.close()
    } catch {
      throw unreadable("it could not be kept: is the disk full?")
    }
  }

  private static func unreadable(_ reason: String) -> ImportFailure {
    .unreadable(path: "standard input", reason: reason)
  }
}
