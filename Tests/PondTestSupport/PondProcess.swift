public import Foundation

/// The command as a user runs it: the built binary, a home of its own, a clock that stands still.
public struct PondProcess: Sendable {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// The exit code; 128 + n for a signal n.
    public let code: Int32
    /// What was asked for.
    public let output: Data
    /// Everything else that was said.
    public let errors: String

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard output line by line.
    public var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A folder of this run's own, removed by `remove()`.
  public let home: URL
  /// Variables besides HOME, PATH, POND_NOW and TZ.
  public var environment: [String: String] = [:]
  /// The present of the samples.
  public static let now = "2026-06-01T08:00:00Z"

  /// Makes an empty home.
  public init() throws {
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  /// Where the pond file is.
  public var pondFile: URL { home.appendingPathComponent("pond/pond.sqlite") }

  /// The binary that was built beside the tests.
  public static let binary: URL = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("pond")
  }()

  /// Starts `pond` with arguments and does not wait.
  public func start(
    _ arguments: [String], input: Data? = nil, output: Any? = nil, errors: Any? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    var variables = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "POND_NOW": Self.now, "TZ": "UTC",
      "POND_FILE": pondFile.path, "COLUMNS": "80",
    ]
    variables.merge(environment) { $1 }
    process.environment = variables
    process.standardInput = try input.map(Self.pipe(holding:)) ?? FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = errors ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs `pond` with arguments to its end.
  @discardableResult
  public func run(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try run(arguments, input: input)
  }

  /// Runs `pond` with arguments to its end.
  @discardableResult
  public func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let output = home.appendingPathComponent("stdout-\(UUID().uuidString)")
    let errors = home.appendingPathComponent("stderr-\(UUID().uuidString)")
    for file in [output, errors] { try Data().write(to: file) }
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    let process = try start(
      arguments, input: input.map { Data($0.utf8) }, output: FileHandle(forWritingTo: output),
      errors: FileHandle(forWritingTo: errors))
    process.waitUntilExit()
    let signal = process.terminationReason == .uncaughtSignal
    return Outcome(
      code: signal ? 128 + process.terminationStatus : process.terminationStatus,
      output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// Removes the home and everything in it.
  public func remove() {
    try? FileManager.default.removeItem(at: home)
  }

  private static func pipe(holding bytes: Data) throws -> Pipe {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    return pipe
  }
}
