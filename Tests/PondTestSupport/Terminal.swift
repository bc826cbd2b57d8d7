import CSpawn
public import Foundation

/// A terminal without a screen: what a program writes to it can be read, and it believes that a
/// person sits there. A class, for it owns two descriptors.
public final class Terminal {
  /// The end that belongs to the program, for its three streams.
  public let line: Int32
  private let screen: Int32

  /// Opens one of 80 columns.
  public init() throws {
    var line: Int32 = -1
    screen = open_terminal(&line)
    self.line = line
    guard screen >= 0 else {
      throw Child.Trouble(description: "no terminal: \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    close(line)
    close(screen)
  }

  /// Types a text.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    write(screen, bytes, bytes.count)
  }

  /// Everything that a program writes until it ends, or until it has written a text.
  /// - Throws: `Child.Trouble` when that takes too long.
  public func transcript(
    of child: Child, until text: String? = nil, atMost seconds: Double = 60
  ) throws -> Data {
    let limit = ContinuousClock.now + .seconds(seconds)
    var written = Data()
    while true {
      let isRunning = child.isRunning
      let more = waiting()
      written.append(more)
      if !isRunning && more.isEmpty { return written }
      if let text, written.range(of: Data(text.utf8)) != nil { return written }
      guard ContinuousClock.now < limit else {
        child.kill(SIGKILL)
        throw Child.Trouble(
          description: "no end; so far: \(String(decoding: written, as: UTF8.self))")
      }
      usleep(1_000)
    }
  }

  private func waiting() -> Data {
    var all = Data()
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(screen, &piece, piece.count)
      guard count > 0 else { return all }
      all.append(contentsOf: piece.prefix(count))
    }
  }
}
