#if Web
  import Foundation
  import PondTestSupport

  /// `pond serve` over a pond file, on a port of its own.
  struct ServedPond {
    /// The address that lets one browser in.
    let opening: String
    private let child: Child

    /// Starts it and waits for its address.
    init(_ pond: PondProcess, port: Int = 0) throws {
      let said = pond.path("serve-\(UUID().uuidString)")
      child = try pond.start(
        ["serve", "--no-open", "--port", "\(port)"], output: .path(said),
        errors: .path(said + "-errors"))
      let limit = ContinuousClock.now + .seconds(30)
      var line = ""
      while !line.hasSuffix("\n") {
        guard child.isRunning, ContinuousClock.now < limit else {
          let errors = (try? String(contentsOfFile: said + "-errors", encoding: .utf8)) ?? ""
          throw Child.Trouble(description: "pond serve told no address: \(errors)")
        }
        usleep(5_000)
        line = (try? String(contentsOfFile: said, encoding: .utf8)) ?? ""
      }
      opening = String(line.dropLast())
    }

    /// Where its pages are: scheme, host and port.
    var origin: String { opening.components(separatedBy: "/open/")[0] }

    /// The port alone.
    var port: Int { Int(origin.split(separator: ":").last ?? "") ?? 0 }

    /// Ends it as a person does.
    func stop() {
      child.kill(SIGTERM)
      _ = try? child.wait(atMost: 20)
    }
  }
#endif
