import CSpawn
import Foundation

/// A device that nobody needs: a terminal without a screen. What must never be replaced by a file is tried on
/// it, for a Pond that does replace it, run as root, would take `/dev/null` from the whole machine.
public final class SpareDevice {
  /// Where the device is.
  public let path: String
  private let screen: Int32
  private let line: Int32

  /// - Throws: what the system says where there is no terminal to be had.
  public init() throws {
    var line: Int32 = -1
    screen = open_terminal(&line)
    guard screen >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    self.line = line
    path = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(line)")
  }

  deinit {
    close(line)
    close(screen)
  }
}
