import CLibCurl
import Foundation

/// Many requests at once, over libcurl's multi interface: so many in all, so many to a host, one
/// thread.
///
/// A class, for it owns libcurl's connections; it is used by one thread.
package final class TransferPool {
  /// How a run stands.
  package struct Progress: Sendable {
    /// Requests that have their answer.
    package let done: Int
    /// Requests that wait for their turn.
    package let waiting: Int
    /// The hosts that are being waited for, the longest first, with the seconds.
    package let inFlight: [(host: String, seconds: Double)]
  }

  private let multi: UnsafeMutableRawPointer
  private let limits: FetchLimits
  private let allowed: AllowedHosts
  private let agent: String
  private var line: RequestLine<Transfer>
  private var running: [UnsafeMutableRawPointer: Transfer] = [:]
  private var done = 0

  /// Prepares connections; nil where libcurl has no memory.
  /// - Parameter agent: what it calls itself: name, version and the project's address.
  package init?(limits: FetchLimits = FetchLimits(), allowed: AllowedHosts, agent: String) {
    // libcurl turns names beyond ASCII into punycode in the locale's encoding.
    setlocale(LC_CTYPE, "C.UTF-8")
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = curl_multi_init()
    else { return nil }
    self.multi = multi
    self.limits = limits
    self.allowed = allowed
    self.agent = agent
    line = RequestLine(perHost: limits.perHost)
    pond_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, limits.inFlight)
    pond_curl_multi_set_number(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.inFlight)
    pond_curl_multi_set_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, limits.perHost)
  }

  deinit {
    for handle in running.keys { curl_multi_remove_handle(multi, handle) }
    curl_multi_cleanup(multi)
  }

  /// Puts a request into the line of its host.
  package func add(_ request: FetchRequest) {
    guard let transfer = Transfer(request, limits: limits, allowed: allowed) else { return }
    line.add(transfer, host: transfer.address.host)
  }

  /// Takes back what has not been asked yet of the server of an address, which wants to be left
  /// alone.
  package func drop(server address: WebAddress) -> [FetchRequest] {
    line.drop(host: address.host) { $0.address.server == address.server }.map(\.request)
  }

  /// Asks until nothing is left; what is handed an answer may add more.
  package func run(
    progress: ((Progress) -> Void)? = nil, take: (FetchAnswer) throws -> Void
  ) throws {
    while true {
      start()
      if running.isEmpty && line.count == 0 { return }
      var still: Int32 = 0
      curl_multi_perform(multi, &still)
      let answers = finished()
      for answer in answers {
        done += 1
        try take(answer)
      }
      progress?(present)
      // What an answer made room for is started first.
      if answers.isEmpty, !running.isEmpty { curl_multi_poll(multi, nil, 0, 200, nil) }
    }
  }

  private func start() {
    while running.count < limits.inFlight, let transfer = line.next() {
      transfer.prepare(agent: agent)
      curl_multi_add_handle(multi, transfer.handle)
      running[transfer.handle] = transfer
    }
  }

  private func finished() -> [FetchAnswer] {
    var answers: [FetchAnswer] = []
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        let transfer = running.removeValue(forKey: handle)
      else { continue }
      let code = pond_curl_result(message)
      line.done(host: transfer.address.host)
      let step = transfer.finish(code)
      curl_multi_remove_handle(multi, handle)
      switch step {
      case .next: line.add(transfer, host: transfer.address.host)
      case .done(let answer): answers.append(answer)
      }
    }
    return answers
  }

  private var present: Progress {
    Progress(
      done: done, waiting: line.count,
      inFlight: running.values.map { ($0.address.host, $0.seconds) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) })
  }
}
