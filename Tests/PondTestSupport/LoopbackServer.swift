public import Foundation

/// A server on 127.0.0.1 that does what a test tells it, however bad: one thread for each
/// connection.
///
/// `@unchecked Sendable`: what changes is changed under `lock` alone.
public final class LoopbackServer: @unchecked Sendable {
  /// What a client asked.
  public struct Request: Sendable {
    /// The path with its query.
    public let path: String
    /// The method.
    public let method: String
    /// The headers by name in small letters, as they came.
    public let headers: [String: String]
    /// When, on a clock that only goes forward, in seconds.
    public let at: Double
  }

  /// What is said to it.
  public enum Reply: Sendable {
    /// A whole answer.
    case answer(Int, [String: String] = [:], Data = Data())
    /// These bytes as they are, then the end of the connection.
    case raw(Data)
    /// An answer whose body comes byte by byte, with a pause before each, without end.
    case drip(pause: Double)
    /// An answer whose body never ends, as fast as it is taken.
    case endless
    /// Headers without end.
    case headersWithoutEnd
    /// Nothing at all, for so many seconds.
    case silence(Double)
    /// The answer, after so many seconds.
    case late(Double, Int, [String: String], Data)
  }

  /// The port on which it listens.
  public let port: Int
  private let listener: Int32
  private let script: @Sendable (Request) -> Reply
  private let lock = NSLock()
  private var log: [Request] = []
  private var open = 0
  private var mostOpen = 0
  private var isStopped = false

  /// Starts one.
  public init(_ script: @escaping @Sendable (Request) -> Reply) throws {
    self.script = script
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isUp = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 256) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isUp else { throw Child.Trouble(description: "no port on 127.0.0.1") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    port = Int(UInt16(bigEndian: address.sin_port))
    let serve: @Sendable (Int32) -> Void = { [weak self] client in self?.serve(client) }
    Thread.detachNewThread { Self.accept(descriptor, serve) }
  }

  deinit { stop() }

  /// The address of a path on it.
  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// Everything that was asked so far, in order.
  public var requests: [Request] { lock.withLock { log } }

  /// The most requests that were open at one time.
  public var mostAtOnce: Int { lock.withLock { mostOpen } }

  /// Forgets what was asked.
  public func forget() {
    lock.withLock { (log, mostOpen) = ([], 0) }
  }

  /// Listens no more.
  public func stop() {
    lock.withLock {
      guard !isStopped else { return }
      isStopped = true
      shutdown(listener, Int32(SHUT_RDWR))
      close(listener)
    }
  }

  private static func accept(_ listener: Int32, _ serve: @escaping @Sendable (Int32) -> Void) {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      if client < 0, errno == EINTR { continue }
      guard client >= 0 else { return }
      Thread.detachNewThread {
        serve(client)
        close(client)
      }
    }
  }

  private func serve(_ client: Int32) {
    while let request = read(client) {
      lock.withLock {
        log.append(request)
        open += 1
        mostOpen = max(mostOpen, open)
      }
      let goesOn = answer(script(request), client)
      lock.withLock { open -= 1 }
      guard goesOn else { return }
    }
  }

  private func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard recv(client, &byte, 1, 0) == 1, bytes.count < 1 << 16 else { return nil }
      bytes.append(byte)
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return Request(
      path: words[1], method: words[0], headers: headers,
      at: Double(DispatchTime.now().uptimeNanoseconds) / 1e9)
  }

  // Whether the connection goes on.
  private func answer(_ reply: Reply, _ client: Int32) -> Bool {
    switch reply {
    case .answer(let status, let headers, let body):
      return send(client, Self.head(status, headers, body.count) + body)
    case .late(let seconds, let status, let headers, let body):
      usleep(UInt32(seconds * 1_000_000))
      return send(client, Self.head(status, headers, body.count) + body)
    case .raw(let bytes):
      _ = send(client, bytes)
    case .drip(let pause):
      var goesOn = send(client, Self.head(200, [:], nil))
      while goesOn {
        usleep(UInt32(pause * 1_000_000))
        goesOn = send(client, Data(" ".utf8))
      }
    case .endless:
      let piece = Data(repeating: 0x20, count: 1 << 16)
      var goesOn = send(client, Self.head(200, [:], nil))
      while goesOn { goesOn = send(client, piece) }
    case .headersWithoutEnd:
      var goesOn = send(client, Data("HTTP/1.1 200 OK\r\n".utf8))
      while goesOn { goesOn = send(client, Data("X-Filler: \(UUID().uuidString)\r\n".utf8)) }
    case .silence(let seconds): usleep(UInt32(seconds * 1_000_000))
    }
    return false
  }

  private static func head(_ status: Int, _ headers: [String: String], _ length: Int?) -> Data {
    var text = "HTTP/1.1 \(status) Words\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
    if let length, status != 304 { text += "Content-Length: \(length)\r\n" }
    return Data((text + "\r\n").utf8)
  }

  private func send(_ client: Int32, _ bytes: Data) -> Bool {
    var sent = 0
    return bytes.withUnsafeBytes { bytes in
      while sent < bytes.count {
        let count = Glibc.send(
          client, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }
}
