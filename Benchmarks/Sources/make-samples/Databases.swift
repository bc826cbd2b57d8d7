internal import GRDB
import Foundation
import Seeded

/// Other programs' databases: `Benchmarks/Databases/freshrss/db.sqlite.sql` says what stands in
/// `Samples/freshrss/db.sqlite`.
enum Databases {
  /// Writes every one of them below a folder.
  static func write(to folder: URL) throws {
    for (name, sql) in try texts() {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try RepeatableDatabase.write(to: url) { try $0.execute(sql: sql) }
    }
  }

  private static func texts() throws -> [(name: String, sql: String)] {
    let start = URL(fileURLWithPath: #filePath).appending(path: "../../../Databases")
      .standardizedFileURL
    let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    return try (names ?? []).sorted().filter { $0.hasSuffix(".sql") }.map { name in
      let text = try String(contentsOf: start.appending(path: name), encoding: .utf8)
      return (String(name.dropLast(4)), text)
    }
  }
}
