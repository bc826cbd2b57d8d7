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
    /// Seconds of the processor that it took.
    public let processorSeconds: Double

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard output line by line.
    public var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A folder of this run's own, removed by `remove()`.
  public let home: URL
  /// Variables besides HOME, PATH, POND_NOW, POND_FILE, TMPDIR, COLUMNS and TZ; an empty text
  /// takes one of those away.
  public var environment: [String: String] = [:]
  /// A program and arguments that start `pond` in their turn: `["/usr/bin/unshare", "-rn"]`.
  public var launcher: [String] = []
  /// The present of the samples.
  public static let now = "2026-06-01T08:00:00Z"

  /// Makes an empty home.
  public init() throws {
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-test-\(UUID().uuidString)")
    for folder in [temporary, streams] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
  }

  /// Where the pond file is.
  public var pondFile: URL { home.appendingPathComponent("pond/pond.sqlite") }

  /// Where the command puts what it needs for a moment.
  public var temporary: URL { home.appendingPathComponent("tmp") }

  /// A path in the home.
  public func path(_ name: String) -> String { home.appendingPathComponent(name).path }

  /// Puts a file into the home, and says where it is.
  public func put(_ bytes: Data, _ name: String) throws -> String {
    try bytes.write(to: home.appendingPathComponent(name))
    return path(name)
  }

  private var streams: URL { home.appendingPathComponent("streams") }

  /// The folder with everything that was built beside the tests.
  public static let products: URL = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent()

  /// The binary that was built beside the tests.
  public static let binary: URL = products.appendingPathComponent("pond")

  /// Starts `pond` with arguments and does not wait.
  public func start(
    _ arguments: [String], input: Child.Stream = .nowhere, output: Child.Stream = .nowhere,
    errors: Child.Stream = .nowhere
  ) throws -> Child {
    var variables = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "POND_NOW": Self.now, "TZ": "UTC",
      "POND_FILE": pondFile.path, "COLUMNS": "80", "TMPDIR": temporary.path,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let words = launcher + [Self.binary.path] + arguments
    return try Child(
      words[0], Array(words.dropFirst()), environment: variables.filter { !$0.value.isEmpty },
      folder: Repository.root.path, input: input, output: output, errors: errors)
  }

  /// Runs `pond` with arguments to its end.
  @discardableResult
  public func run(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try run(arguments, input: input)
  }

  /// Runs `pond` with arguments to its end.
  /// - Throws: `Child.Trouble` where the end does not come within two minutes.
  @discardableResult
  public func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let files = Run(in: streams)
    defer { files.remove() }
    if let input { try input.write(toFile: files.input, atomically: false, encoding: .utf8) }
    let child = try start(
      arguments, input: input == nil ? .nowhere : .path(files.input),
      output: .path(files.output), errors: .path(files.errors))
    let end = try child.wait()
    return Outcome(
      code: end.code, output: files.bytes(files.output),
      errors: String(decoding: files.bytes(files.errors), as: UTF8.self),
      processorSeconds: end.processorSeconds)
  }

  /// Removes the home and everything in it.
  public func remove() {
    try? FileManager.default.removeItem(at: home)
  }

  /// The files that stand in for the streams of one run.
  private struct Run {
    let input: String
    let output: String
    let errors: String

    init(in folder: URL) {
      let path = folder.appendingPathComponent(UUID().uuidString).path
      (input, output, errors) = (path + "-0", path + "-1", path + "-2")
    }

    func bytes(_ path: String) -> Data { FileManager.default.contents(atPath: path) ?? Data() }

    func remove() {
      for path in [input, output, errors] { unlink(path) }
    }
  }
}
