import Foundation

/// Writing until all is written, for a disk may take a part and a signal may interrupt.
enum WholeWrite {
  /// Writes bytes behind what a descriptor wrote before; whether the disk took all of them.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
