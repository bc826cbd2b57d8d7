public import Foundation

/// HTTP by hand: exactly the bytes that a test wants to send, however wrong.
public final class RawHTTP {
  /// What came back.
  public struct Answer: Sendable {
    /// The status.
    public let status: Int
    /// The headers as they came, names in small letters.
    public let headers: [(name: String, value: String)]
    /// The body.
    public let body: Data

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a header.
    public subscript(_ name: String) -> String? {
      headers.first { $0.name == name.lowercased() }?.value
    }
  }

  private let descriptor: Int32

  /// Connects to a port of this machine.
  public init(port: Int, overSix: Bool = false) throws {
    descriptor = socket(overSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let isUp = overSix ? Self.connectSix(descriptor, port) : Self.connectFour(descriptor, port)
    guard isUp else {
      close(descriptor)
      throw Child.Trouble(description: "nobody listens at \(port)")
    }
  }

  deinit { close(descriptor) }

  /// Sends bytes; what the other end does not take is let go.
  /// - Returns: whether all of them were taken.
  @discardableResult
  public func send(_ bytes: Data) -> Bool {
    bytes.withUnsafeBytes { all in
      var sent = 0
      while sent < all.count {
        let count = Glibc.send(
          descriptor, all.baseAddress?.advanced(by: sent), all.count - sent, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Sends a text.
  @discardableResult
  public func send(_ text: String) -> Bool { send(Data(text.utf8)) }

  /// The answer; nil where the other end closed without one, or said nothing for so long.
  /// - Parameter hasBody: whether a body follows the headers.
  public func answer(atMost seconds: Double = 30, hasBody: Bool = true) -> Answer? {
    var limit = timeval(
      tv_sec: Int(seconds), tv_usec: Int((seconds - seconds.rounded(.down)) * 1e6))
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var all = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let answer = Self.whole(all, hasBody) { return answer }
      let count = recv(descriptor, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      all.append(contentsOf: piece.prefix(count))
    }
  }

  /// Whether the other end closes within a time.
  public func isClosed(within seconds: Double) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, Int32(seconds * 1_000)) == 1 else { return false }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, 0) <= 0
  }

  // Every answer of the page says how long it is.
  private static func whole(_ bytes: Data, _ hasBody: Bool) -> Answer? {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { return nil }
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        line[..<colon].lowercased(),
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
    let told = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
    let length = hasBody ? told : 0
    let body = bytes[end.upperBound...]
    guard body.count >= length else { return nil }
    return Answer(status: status, headers: headers, body: Data(body.prefix(length)))
  }

  private static func connectFour(_ descriptor: Int32, _ port: Int) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func connectSix(_ descriptor: Int32, _ port: Int) -> Bool {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = UInt16(port).bigEndian
    address.sin6_addr = in6addr_loopback
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
      }
    }
  }
}
