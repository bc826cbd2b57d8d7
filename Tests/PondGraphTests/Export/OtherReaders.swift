import Foundation

/// Readers that others wrote, asked what they make of a list.
enum OtherReaders {
  static let areThere: Bool = {
    let hasNewsboat = FileManager.default.isExecutableFile(atPath: "/usr/bin/newsboat")
    return hasNewsboat && (try? run("python3", ["-c", "import listparser"])) != nil
  }()

  /// The addresses of the feeds that listparser sees.
  static func listparser(_ list: Data) throws -> Set<String> {
    try inFolder { folder in
      let path = folder.appendingPathComponent("list.opml")
      try list.write(to: path)
      let script = """
        import listparser, sys
        for feed in listparser.parse(open(sys.argv[1], "rb").read()).feeds: print(feed.url)
        """
      return Set(
        try run("python3", ["-c", script, path.path]).split(separator: "\n").map(String.init))
    }
  }

  /// The addresses of the feeds that newsboat imports.
  static func newsboat(_ list: Data) throws -> Set<String> {
    try inFolder { folder in
      let path = folder.appendingPathComponent("list.opml")
      let urls = folder.appendingPathComponent("urls")
      try list.write(to: path)
      try Data().write(to: urls)
      _ = try run(
        "newsboat",
        [
          "-q", "-C", "/dev/null", "-c", folder.appendingPathComponent("cache.db").path,
          "-u", urls.path, "-i", path.path,
        ], home: folder)
      let lines = try String(contentsOf: urls, encoding: .utf8).split(separator: "\n")
      return Set(lines.compactMap { $0.split(separator: " ").first.map(String.init) })
    }
  }

  private static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-readers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private struct Refused: Error {}

  @discardableResult
  private static func run(_ command: String, _ arguments: [String], home: URL? = nil) throws
    -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    if let home {
      process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
    return String(decoding: text, as: UTF8.self)
  }
}
