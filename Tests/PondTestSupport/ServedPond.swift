public import Foundation

/// `pond serve` as it runs beside a test, and a browser that was let in. A class, for it owns a process.
public final class ServedPond {
  /// The process.
  public let child: Child
  /// The address that was printed.
  public let address: String
  /// Where it answers.
  public let port: Int
  /// The browser's cookie, as a browser sends it.
  public private(set) var cookie = ""
  /// The word of its forms.
  public private(set) var token = ""
  private let output: String
  private let errors: String

  /// Starts one, and lets a browser in.
  public init(
    _ pond: PondProcess, _ arguments: String..., input: Child.Stream = .nowhere,
    enters: Bool = true
  ) throws {
    let number = UUID().uuidString
    output = pond.path("streams/\(number)-1")
    errors = pond.path("streams/\(number)-2")
    child = try pond.start(
      ["serve", "--no-open"] + arguments, input: input, output: .path(output),
      errors: .path(errors))
    (address, port) = try Self.address(in: output, child, errors)
    if enters { try enter() }
  }

  deinit {
    child.kill(SIGKILL)
    _ = try? child.wait()
  }

  /// What it said besides the address.
  public var said: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

  /// The addresses that were printed so far.
  public var addresses: [String] {
    ((try? String(contentsOfFile: output, encoding: .utf8)) ?? "").split(separator: "\n")
      .map(String.init)
  }

  /// The path of the address that was printed.
  public var opening: String { path(of: address) }

  /// Comes in by the address.
  public func enter() throws {
    let answer = try ask("GET \(opening)")
    cookie = String((answer["Set-Cookie"] ?? "").prefix { $0 != ";" })
    let page = try get("/bring").text
    token =
      page.firstMatch(of: #/name="token" value="([0-9a-f]+)"/#).map { String($0.output.1) } ?? ""
    guard !cookie.isEmpty, !token.isEmpty else {
      throw Child.Trouble(description: "not let in: \(answer.status) \(page)")
    }
  }

  /// Looks at a page as the browser that was let in.
  public func get(_ path: String, headers: [String] = []) throws -> RawHTTP.Answer {
    try ask("GET \(path)", headers: ["Cookie: \(cookie)"] + headers)
  }

  /// Sends a form of Pond's own.
  public func post(
    _ path: String, _ fields: [(String, String)] = [], headers: [String] = []
  ) throws -> RawHTTP.Answer {
    let pairs = ([("token", token)] + fields).map { "\(Self.encoded($0))=\(Self.encoded($1))" }
    return try ask(
      "POST \(path)",
      headers: [
        "Cookie: \(cookie)", "Origin: http://127.0.0.1:\(port)", "Sec-Fetch-Site: same-origin",
        "Content-Type: application/x-www-form-urlencoded",
      ] + headers, body: Data(pairs.joined(separator: "&").utf8))
  }

  /// Sends a form, and looks at the page to which it leads.
  public func posted(_ path: String, _ fields: [(String, String)] = []) throws -> String {
    try followed(post(path, fields))
  }

  /// The page to which an answer leads, if it leads anywhere.
  public func followed(_ answer: RawHTTP.Answer) throws -> String {
    guard answer.status == 303, let place = answer["Location"] else { return answer.text }
    return try get(place).text
  }

  /// Sends files as a browser does.
  public func bring(
    _ files: [(name: String, bytes: Data)], _ fields: [(String, String)] = []
  ) throws -> RawHTTP.Answer {
    let body = Self.form([("token", token)] + fields, files)
    return try ask(
      "POST /bring",
      headers: [
        "Cookie: \(cookie)", "Origin: http://127.0.0.1:\(port)", "Sec-Fetch-Site: same-origin",
        "Content-Type: multipart/form-data; boundary=\(Self.boundary)",
      ], body: body)
  }

  /// Sends a request with a Host, and gives its answer.
  public func ask(
    _ line: String, headers: [String] = [], host: String? = nil, body: Data? = nil,
    overSix: Bool = false
  ) throws -> RawHTTP.Answer {
    let connection = try RawHTTP(port: port, overSix: overSix)
    var lines = ["\(line) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"]
    lines += headers
    if let body { lines.append("Content-Length: \(body.count)") }
    connection.send(Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? Data()))
    guard let answer = connection.answer(hasBody: !line.hasPrefix("HEAD ")) else {
      throw Child.Trouble(description: "no answer to \(line): \(said)")
    }
    return answer
  }

  /// Ends it politely, and says how it ended.
  @discardableResult
  public func end(_ signal: Int32 = SIGTERM) throws -> Child.End {
    child.kill(signal)
    return try child.wait(atMost: 10)
  }

  /// What stands between the parts of a form.
  public static let boundary = "----pond-test-boundary-7f3a"

  /// A form with files.
  public static func form(
    _ fields: [(String, String)], _ files: [(name: String, bytes: Data)]
  ) -> Data {
    var body = Data()
    for (name, value) in fields {
      body += Data(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
      )
    }
    for (name, bytes) in files {
      let head =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\""
      body += Data("\(head)\r\nContent-Type: application/octet-stream\r\n\r\n".utf8) + bytes
      body += Data("\r\n".utf8)
    }
    return body + Data("--\(boundary)--\r\n".utf8)
  }

  /// A value as a form writes it.
  public static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// The path of an address.
  public func path(of address: String) -> String {
    "/" + address.split(separator: "/").dropFirst(2).joined(separator: "/")
  }

  private static func address(
    in output: String, _ child: Child, _ errors: String
  ) throws -> (String, Int) {
    let limit = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < limit {
      let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
      if text.hasSuffix("\n"), let match = text.firstMatch(of: #/http://127\.0\.0\.1:(\d+)/\S+/#),
        let port = Int(match.output.1)
      {
        return (String(match.output.0), port)
      }
      guard child.isRunning else { break }
      usleep(2_000)
    }
    let said = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
    throw Child.Trouble(description: "pond serve did not begin: \(said)")
  }
}
