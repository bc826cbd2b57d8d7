import Foundation

extension ImportSource {
  /// What standard input holds, to its end; it is called `-`, as on the command line.
  /// - Throws: `ImportFailure` when there is nothing in it, or more than `limit` bytes.
  static func standardInput(limit: Int = 1 << 30) throws -> ImportSource {
    var bytes = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw ImportFailure.unreadable(
          path: "standard input", reason: String(cString: strerror(errno)).lowercased())
      }
      bytes.append(contentsOf: piece.prefix(count))
      guard bytes.count <= limit else {
        throw ImportFailure.tooLarge(path: "standard input", bytes: bytes.count, limit: limit)
      }
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ImportFailure.empty(path: "standard input")
    }
    return ImportSource(path: "-", bytes: bytes)
  }
}
