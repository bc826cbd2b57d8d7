import Foundation
import Seeded

/// The whole of Samples/broken.
enum Broken {
  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files =
      BrokenFile.lists + BrokenFile.bombs + BrokenFile.feeds + BrokenFile.decisions
      + (try BrokenCaches.write(to: folder))
    for file in files { try MadeFile(file.name, file.bytes).write(into: folder) }
    try MadeFile("README.md", readme(of: files)).write(into: folder)
  }

  private static func readme(of files: [BrokenFile]) -> String {
    """
    # What must be refused politely, or read in spite of itself

    Each file is spoiled in one way. Whatever happens, nothing half-read is kept, nothing outside
    the file is opened, and the sentence says what, where, in what state things are now, and what
    to do next. Exit codes: 0 all read, 1 read with loss and every loss named, 65 damaged or not
    what it claims to be, nothing imported. Where several codes stand, each is right.

    The decision files belong to a pond that holds `../ada`.

    | file | exit | what must happen |
    |---|---|---|
    \(files.map { "| `\($0.name)` | \($0.exit) | \($0.outcome) |" }.joined(separator: "\n"))

    Made by `swift run --package-path Benchmarks make-samples`. What is too large to keep comes from
    `swift run -c release --package-path Benchmarks make-large KIND PATH [--count N]`, whose kinds
    are `nested-opml`, `wide-attribute-opml`, `many-attributes-opml`, `opml`, `newsboat-cache` and
    `feeds`.

    """
  }
}
