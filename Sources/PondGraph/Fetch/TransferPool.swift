import CLibCurl
import Foundation

/// Many requests at once, over libcurl's multi interface: so many in all, so many to a host, one
/// thread.
///
/// A class, for it owns libcurl's connections; it is used by one thread.
final class TransferPool {
  private let multi: UnsafeMutableRawPointer
  private let limits: FetchLimits
  private let allowed: AllowedHosts
  private let agent: String
  private let politeness: Politeness
  private var line: RequestLine<Transfer>
  private var running: [UnsafeMutableRawPointer: Transfer] = [:]

  /// Prepares connections; nil where libcurl has no memory.
  /// - Parameters:
  ///   - agent: what it calls itself: name, version and the project's address.
  ///   - now: the moment that counts as the present.
  init?(limits: FetchLimits, allowed: AllowedHosts, agent: String, now: Date) {
    guard let multi = curl_multi_init() else { return nil }
    self.multi = multi
    self.limits = limits
    self.allowed = allowed
    self.agent = agent
    politeness = Politeness(now: now)
    line = RequestLine(perHost: limits.perHost)
    pond_curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, limits.inFlight)
    pond_curl_multi_set_number(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.inFlight)
    pond_curl_multi_set_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, limits.perHost)
  }

  deinit {
    for handle in running.keys { curl_multi_remove_handle(multi, handle) }
    curl_multi_cleanup(multi)
  }

  /// Wakes libcurl up, once in a process and before any thread uses it.
  /// - Returns: whether it is awake.
  static let isAwake: Bool = {
    // libcurl turns names beyond ASCII into punycode in the locale's encoding.
    setlocale(LC_CTYPE, "C.UTF-8")
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  }()

  /// Asks until the desk has no more orders.
  /// - Parameter isWatched: whether to tell who is being waited for.
  func run(_ desk: TransferDesk, isWatched: Bool) {
    while let orders = desk.orders(isIdle: running.isEmpty && line.count == 0) {
      orders.requests.forEach(add)
      if orders.mayBegin { start() }
      var still: Int32 = 0
      curl_multi_perform(multi, &still)
      let onTheirWay = running.count
      let arrivals = finished()
      desk.hand(arrivals, waitingFor: isWatched ? waitingFor : [])
      // What an answer made room for, and the next hop of a redirect, are started first.
      if running.count == onTheirWay {
        curl_multi_poll(multi, nil, 0, running.isEmpty ? 20 : 100, nil)
      }
    }
  }

  private func add(_ request: FetchRequest) {
    guard
      let transfer = Transfer(request, limits: limits, allowed: allowed, now: politeness.now)
    else { return }
    line.add(transfer, host: transfer.address.host)
  }

  private func start() {
    while running.count < limits.inFlight, let transfer = line.next() {
      transfer.prepare(agent: agent)
      curl_multi_add_handle(multi, transfer.handle)
      running[transfer.handle] = transfer
    }
  }

  private func finished() -> [Arrival] {
    var arrivals: [Arrival] = []
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
      case .done(let answer): arrivals.append(Arrival(answer: answer, putOff: putOff(answer)))
      }
    }
    return arrivals
  }

  // What has not been asked yet of a server that wants to be left alone is not asked.
  private func putOff(_ answer: FetchAnswer) -> [FetchRequest] {
    guard politeness.pause(answer) != nil else { return [] }
    let server = answer.end.server
    return line.drop(host: answer.end.host) { $0.address.server == server }.map(\.request)
  }

  private var waitingFor: [(host: String, seconds: Double)] {
    running.values.map { ($0.address.host, $0.seconds) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
