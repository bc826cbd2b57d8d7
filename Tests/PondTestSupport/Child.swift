import CSpawn
import Foundation

/// A program that runs beside the test, started with nothing of the test's own: no open files, no
/// ignored signals. A class, because a process is waited for once.
public final class Child {
  /// Where one of its three streams leads.
  public enum Stream: Sendable {
    /// Nowhere: /dev/null.
    case nowhere
    /// There is no such stream.
    case closed
    /// A file or device; one that is written to is made or emptied.
    case path(String)
    /// A descriptor of the test's.
    case descriptor(Int32)
  }

  /// How it ended.
  public struct End: Sendable {
    /// The exit code; 128 + n for a signal n, as a shell says it.
    public let code: Int32
    /// The signal that killed it; nil for one that ended by itself.
    public let signal: Int32?
    /// Seconds of the processor that it took, whatever else the machine did meanwhile.
    public let processorSeconds: Double
  }

  /// It could not be started, or did not end in the time it was given.
  public struct Trouble: Error, CustomStringConvertible {
    /// What happened.
    public let description: String

    /// Says what happened.
    public init(description: String) { self.description = description }
  }

  /// Its number, until it was waited for.
  public let number: Int32
  private let name: String
  private var end: End?

  /// Starts a program.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    input: Stream = .nowhere, output: Stream = .nowhere, errors: Stream = .nowhere
  ) throws {
    var number: Int32 = 0
    let streams = [
      Self.descriptor(of: input, O_RDONLY), Self.descriptor(of: output, Self.writing),
      Self.descriptor(of: errors, Self.writing),
    ]
    defer { for (number, isOwn) in streams where isOwn { close(number) } }
    let words = ([program] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + variables { free(text) } }
    let result = spawn_clean(&number, words + [nil], variables + [nil], folder, streams.map(\.0))
    guard result == 0 else {
      throw Trouble(description: "\(program): \(String(cString: strerror(result)))")
    }
    self.number = number
    name = ([program] + arguments).joined(separator: " ")
  }

  deinit {
    if end == nil {
      Glibc.kill(number, SIGKILL)
      waitpid(number, nil, 0)
    }
  }

  /// Sends it a signal.
  public func kill(_ signal: Int32) {
    if end == nil { Glibc.kill(number, signal) }
  }

  /// Whether it still runs.
  public var isRunning: Bool { look() == nil }

  /// Waits for its end.
  /// - Throws: `Trouble` when it takes longer; it is killed then.
  @discardableResult
  public func wait(atMost seconds: Double = 120) throws -> End {
    let limit = ContinuousClock.now + .seconds(seconds)
    var pause: UInt32 = 200
    while true {
      if let end = look() { return end }
      guard ContinuousClock.now < limit else {
        kill(SIGKILL)
        throw Trouble(description: "after \(seconds) s this had not ended: \(name)")
      }
      usleep(pause)
      pause = min(pause * 2, 5_000)
    }
  }

  private func look() -> End? {
    if let end { return end }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(number, &status, WNOHANG, &usage) == number else { return nil }
    let signal = status & 0x7F
    let used = [usage.ru_utime, usage.ru_stime].map {
      Double($0.tv_sec) + Double($0.tv_usec) / 1_000_000
    }
    end = End(
      code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, signal: signal == 0 ? nil : signal,
      processorSeconds: used.reduce(0, +))
    return end
  }

  private static let writing = O_WRONLY | O_CREAT | O_TRUNC

  // The descriptor, and whether it was opened here.
  private static func descriptor(of stream: Stream, _ flags: Int32) -> (Int32, Bool) {
    switch stream {
    case .nowhere: (open("/dev/null", O_RDWR | O_CLOEXEC), true)
    case .closed: (-1, false)
    case .path(let path): (open(path, flags | O_CLOEXEC, 0o600), true)
    case .descriptor(let other): (other, false)
    }
  }
}
