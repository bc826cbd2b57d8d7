import Foundation

/// How large a terminal is.
struct ScreenSize: Hashable {
  let columns: Int
  let rows: Int

  /// The size of the terminal that a descriptor leads to; 80 by 24 where it does not say.
  static func ofTerminal(_ descriptor: Int32 = STDOUT_FILENO) -> ScreenSize {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return ScreenSize(columns: 80, rows: 24)
    }
    return ScreenSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
