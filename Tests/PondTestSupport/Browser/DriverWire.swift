import Foundation

/// One question over HTTP to a driver on 127.0.0.1, and its answer: a connection for each.
struct DriverWire {
  /// Where the driver listens.
  let port: Int

  /// An answer as it came.
  struct Answer {
    let status: Int
    let body: Data
  }

  /// Asks.
  /// - Throws: `Child.Trouble` where nobody answers, or not in a minute.
  func ask(_ method: String, _ path: String, _ body: Data = Data()) throws -> Answer {
    let connection = try connect()
    defer { close(connection) }
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Content-Type: application/json; charset=utf-8\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """
    try send(connection, Data(head.utf8) + body)
    return try read(connection)
  }

  private func connect() throws -> Int32 {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    let isUp = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isUp else {
      close(connection)
      throw Child.Trouble(description: "no driver of a browser answers at port \(port)")
    }
    return connection
  }

  private func send(_ connection: Int32, _ bytes: Data) throws {
    var sent = 0
    try bytes.withUnsafeBytes { bytes in
      while sent < bytes.count {
        let count = Glibc.send(
          connection, bytes.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
        guard count > 0 else { throw Child.Trouble(description: "the driver hung up") }
        sent += count
      }
    }
  }

  private func read(_ connection: Int32) throws -> Answer {
    var bytes = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let answer = Self.answer(in: bytes) { return answer }
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else {
        throw Child.Trouble(description: "the driver of the browser is silent")
      }
      bytes.append(contentsOf: piece.prefix(count))
    }
  }

  // The whole answer; nil while some of it is missing.
  private static func answer(in bytes: Data) -> Answer? {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    let length = lines.first { $0.lowercased().hasPrefix("content-length:") }?
      .split(separator: ":").last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    let body = bytes[end.upperBound...]
    guard words.count > 1, let status = Int(words[1]), body.count >= length ?? 0 else { return nil }
    return Answer(status: status, body: Data(body.prefix(length ?? 0)))
  }
}
