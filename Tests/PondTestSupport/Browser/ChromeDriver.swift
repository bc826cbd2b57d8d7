import Foundation

/// The program that leads a browser, on a port of its own. A class, for it ends the program.
final class ChromeDriver {
  /// Where a Debian package puts it; nil where it is not installed.
  static let path = ["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private let child: Child
  private let port: Int

  /// Starts one.
  /// - Parameter home: a folder in which it and the browser may write.
  init(home: String) throws {
    guard let path = Self.path else {
      throw Child.Trouble(description: "chromium-driver is not installed")
    }
    port = try Self.freePort()
    child = try Child(
      path, ["--port=\(port)"],
      environment: [
        "HOME": home, "TMPDIR": home, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8",
      ], folder: home)
    try waitUntilReady()
  }

  /// Ends it.
  func stop() {
    child.kill(SIGTERM)
    _ = try? child.wait(atMost: 10)
  }

  /// Tells it something.
  /// - Returns: what it answers, as JSON has it.
  /// - Throws: `Child.Trouble` with its words where it could not.
  func tell(_ method: String, _ path: String, _ said: [String: Any] = [:]) throws -> Any? {
    let body = method == "POST" ? try JSONSerialization.data(withJSONObject: said) : Data()
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Content-Type: application/json; charset=utf-8\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """
    let connection = try RawHTTP(port: port)
    connection.send(Data(head.utf8) + body)
    guard let answer = connection.answer(atMost: 60) else {
      throw Child.Trouble(description: "the driver is silent about \(path)")
    }
    let object = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
    let value = object?["value"]
    guard answer.status == 200 else {
      let words = (value as? [String: Any])?["message"] as? String ?? "\(answer.status)"
      throw Child.Trouble(description: "\(path): \(words)")
    }
    return value is NSNull ? nil : value
  }

  private func waitUntilReady() throws {
    let limit = ContinuousClock.now + .seconds(20)
    while true {
      let status = try? tell("GET", "/status") as? [String: Any]
      if status?["ready"] as? Bool == true { return }
      guard ContinuousClock.now < limit else {
        throw Child.Trouble(description: "chromedriver did not come up")
      }
      usleep(20_000)
    }
  }

  private static func freePort() throws -> Int {
    let server = try LoopbackServer { _ in .silence(0) }
    defer { server.stop() }
    return server.port
  }
}
