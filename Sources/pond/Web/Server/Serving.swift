#if Web
  import Foundation
  import NIOCore
  import NIOPosix
  import PondGraph
  import Synchronization

  /// A page that is open: from the first address to the last answer.
  struct Serving {
    private let sessions: WebSessions
    private let pulse = WebPulse()
    private let port: Int

    /// How long answers that are under way may take once the end has come.
    private static let grace = Duration.seconds(3)

    /// Begins to answer.
    /// - Parameters:
    ///   - port: where; 0 for any that is free.
    ///   - clock: what counts as the present.
    /// - Throws: `ServeFailure` where no port is to be had.
    init(at pondPath: String, port wanted: Int, clock: @escaping @Sendable () -> Date) throws {
      sessions = WebSessions(pondPath: pondPath)
      UploadFolder.sweep(beside: pondPath)
      // Two addresses, and what a pond file and an upload need besides.
      let connections = max(8, (OpenFileLimit.raise(to: 1_200) - 100) / 2)
      let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
      for _ in 0..<20 {
        let free = try FreePort.find(wanted)
        let desk = WebDesk(
          house: WebHouse(), sessions: sessions, bounds: WebGuard(port: free.number), pulse: pulse,
          pondPath: pondPath, clock: clock)
        if Self.start(WebServer(desk: desk, mostConnections: connections), free, group) {
          port = free.number
          return
        }
        // Somebody took it in the meantime.
        guard wanted == 0 else { break }
      }
      throw ServeFailure(port: wanted)
    }

    /// Prints an address that lets one browser in.
    func tellAddress(opensBrowser: Bool) throws {
      let address = "http://127.0.0.1:\(port)/open/\(sessions.newOpening())"
      let out = StandardOutput()
      try out.line(address)
      try out.flush()
      guard opensBrowser else { return }
      Browser.openBeside(address) {
        Notice.line("pond: no browser was opened; open the address above by hand, or set BROWSER.")
      }
    }

    /// Waits until the person ends it, or nobody was there for long enough.
    /// - Returns: why it ended, as a sentence.
    func waitForEnd(idle: Duration) -> String {
      let keys = ServeKeys()
      defer { keys.giveBack() }
      var end: String?
      while end == nil {
        let rest = idle - pulse.silence
        guard rest > .zero else {
          end = "Nobody looked at the page for a while, so it is closed. pond serve opens it again."
          continue
        }
        switch keys.wait(atMost: min(rest, .seconds(5))) {
        case .nothing: break
        case .end: end = "The page is closed; what you said is kept."
        case .another: try? tellAddress(opensBrowser: false)
        }
      }
      finish()
      return end ?? ""
    }

    // Answers that are under way are finished; what takes longer is given up whole.
    private func finish() {
      let limit = ContinuousClock.now + Self.grace
      while pulse.isBusy, ContinuousClock.now < limit { usleep(10_000) }
      UploadFolder.removeAll()
      guard pulse.isBusy else { return }
      Pond.abandonWork()
      Notice.line("pond: what was being learned was given up whole; bring it again.")
      _exit(0)
    }

    // Whether it listens on both addresses of this machine, where it has both.
    private static func start(
      _ server: WebServer, _ port: FreePort, _ group: any EventLoopGroup
    ) -> Bool {
      port.hosts.allSatisfy { host in
        let result = Mutex<Bool?>(nil)
        let told = DispatchSemaphore(value: 0)
        let tell: @Sendable (Bool) -> Void = { isUp in
          result.withLock { if $0 == nil { $0 = isUp } }
          told.signal()
        }
        Task {
          do {
            try await server.run(on: host, port: port.number, group: group) { tell(true) }
          } catch {
            tell(false)
          }
        }
        told.wait()
        return result.withLock { $0 ?? false }
      }
    }
  }

  /// No port was to be had.
  struct ServeFailure: Failure {
    let port: Int
    var kind: FailureKind { .unavailable }
    var sentence: String {
      port == 0 ? "no port of this machine is free" : "port \(port) is taken or not allowed"
    }
    var state: String? { "No page was opened." }
    var advice: String? { "Leave --port out, and Pond finds one that is free." }
  }
#endif
