import Foundation

/// A server on 127.0.0.1 that speaks HTTPS with a certificate of its own making: `openssl
/// s_server`, which answers a path with the bytes of the file of that name.
///
/// A class, for it owns a process and a folder.
public final class SafeServer {
  /// Whether this machine has `openssl`.
  public static let isAvailable = access(program, X_OK) == 0

  /// The file with the certificate, for who wants to trust it.
  public let certificate: String
  /// The port on which it listens.
  public let port: Int
  private let folder: URL
  private let child: Child
  private static let program = "/usr/bin/openssl"

  /// Starts one.
  /// - Parameter answers: whole answers of HTTP, by the name of their path.
  public init(_ answers: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pond-safe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in answers {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    certificate = folder.appendingPathComponent("certificate.pem").path
    try Self.run(
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", "key.pem", "-out", "certificate.pem", "-days", "2", "-subj", "/CN=pond",
        "-addext", "subjectAltName=IP:127.0.0.1",
      ], in: folder)
    let log = folder.appendingPathComponent("log").path
    child = try Child(
      Self.program,
      [
        "s_server", "-accept", "127.0.0.1:0", "-cert", "certificate.pem", "-key", "key.pem",
        "-HTTP",
      ], environment: [:], folder: folder.path, output: .path(log))
    port = try Self.port(in: log)
  }

  deinit {
    child.kill(SIGKILL)
    _ = try? child.wait()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The address of a path on it.
  public func address(_ path: String) -> String { "https://127.0.0.1:\(port)\(path)" }

  private static func run(_ arguments: [String], in folder: URL) throws {
    let child = try Child(program, arguments, environment: [:], folder: folder.path)
    guard try child.wait().code == 0 else { throw Child.Trouble(description: "no certificate") }
  }

  // It says `ACCEPT 127.0.0.1:45921` when it is ready.
  private static func port(in log: String) throws -> Int {
    for _ in 0..<500 {
      let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      if let match = text.firstMatch(of: /ACCEPT \S+:(\d+)\n/), let port = Int(match.output.1) {
        return port
      }
      usleep(20_000)
    }
    throw Child.Trouble(description: "openssl s_server did not begin")
  }
}
