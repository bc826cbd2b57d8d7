import CLibCurl
import Foundation

/// One request on its way, redirects included: an easy handle of libcurl, used for one hop after
/// another.
///
/// A class, for libcurl calls back into it; it is used by one thread.
final class Transfer {
  let request: FetchRequest
  private(set) var address: WebAddress
  private(set) var hops: [FetchAnswer.Hop] = []
  /// Seconds that earlier hops took.
  private var spent = 0.0
  let limits: FetchLimits
  let allowed: AllowedHosts
  private let now: Date
  let body = ArrivingBody()
  var headers = ResponseHeaders()
  var headerBytes = 0
  var status = 0
  private var wasConditional = false
  /// Why a callback gave up; libcurl only knows that one did.
  var refusal: FetchFailure?
  /// Why no connection was opened; of several addresses of a server one may be public.
  var inside: FetchFailure?
  private var lines: UnsafeMutablePointer<curl_slist>?
  let handle: OpaqueHandle

  /// A handle of libcurl's.
  typealias OpaqueHandle = UnsafeMutableRawPointer

  /// Prepares a request; nil where libcurl has no memory.
  /// - Parameter now: the moment that counts as the present.
  init?(_ request: FetchRequest, limits: FetchLimits, allowed: AllowedHosts, now: Date) {
    guard let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.now = now
    self.request = request
    self.limits = limits
    self.allowed = allowed
    address = request.address
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(lines)
  }

  /// Seconds so far, those of the present hop included.
  var seconds: Double {
    var present = 0.0
    pond_curl_seconds(handle, CURLINFO_TOTAL_TIME, &present)
    return spent + present
  }

  // MARK: Asking

  /// Sets the handle up for the present address.
  func prepare(agent: String) {
    curl_easy_reset(handle)
    body.clear()
    beginAnswer()
    (refusal, inside) = (nil, nil)
    let context = Unmanaged.passUnretained(self).toOpaque()
    pond_curl_set_text(handle, CURLOPT_URL, address.url)
    pond_curl_set_text(handle, CURLOPT_USERAGENT, agent)
    pond_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // Every encoding that this libcurl can undo.
    pond_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
    // A proxy would look names up where nobody sees the address that it finds.
    pond_curl_set_text(handle, CURLOPT_PROXY, "")
    pond_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    pond_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
    pond_curl_set_number(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    pond_curl_set_number(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    if let authorities = limits.authorities {
      pond_curl_set_text(handle, CURLOPT_CAINFO, authorities)
    }
    setLimits()
    setCredentials()
    setLines()
    pond_curl_on_body(handle, Self.takeBody, context)
    pond_curl_on_header(handle, Self.takeHeader, context)
    pond_curl_on_open(handle, Self.openSocket, context)
    pond_curl_set_pointer(handle, CURLOPT_PRIVATE, context)
  }

  private func setLimits() {
    let left = max(limits.totalSeconds - spent, 0.001)
    pond_curl_set_number(
      handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(min(limits.connectSeconds, left)))
    pond_curl_set_number(handle, CURLOPT_TIMEOUT_MS, milliseconds(left))
    pond_curl_set_number(handle, CURLOPT_BUFFERSIZE, 32 << 10)
  }

  private func milliseconds(_ seconds: Double) -> Int {
    max(1, Int(exactly: (seconds * 1000).rounded()) ?? 1)
  }

  // CURLAUTH_BASIC, a macro that Swift cannot see.
  private static let basic = 1

  // What stands in front of the host belongs to the feed's own server and nobody else.
  private func setCredentials() {
    guard let user = request.address.user, address.origin == request.address.origin else { return }
    pond_curl_set_number(handle, CURLOPT_HTTPAUTH, Self.basic)
    pond_curl_set_text(handle, CURLOPT_USERNAME, user)
    pond_curl_set_text(handle, CURLOPT_PASSWORD, request.address.password ?? "")
  }

  private func setLines() {
    curl_slist_free_all(lines)
    lines = nil
    add("Accept: \(Self.accepted(request.part))")
    let known = request.validators.flatMap { $0.address == address.url ? $0 : nil }
    wasConditional = known != nil
    if let etag = known?.etag { add("If-None-Match: ", etag) }
    if let date = known?.lastModified { add("If-Modified-Since: ", date) }
    pond_curl_set_pointer(handle, CURLOPT_HTTPHEADER, lines)
  }

  private func add(_ line: String, _ value: Data = Data()) {
    let bytes = Array(line.utf8) + Array(value) + [0]
    let longer = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { curl_slist_append(lines, $0.baseAddress) }
    }
    if let longer { lines = longer }
  }

  private static func accepted(_ part: FetchPart) -> String {
    switch part {
    case .feed:
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
        + "*/*;q=0.8"
    case .home: "text/html, application/xhtml+xml, */*;q=0.8"
    case .blogroll: "text/x-opml, application/xml;q=0.9, */*;q=0.8"
    }
  }

  // MARK: Answers

  /// What a hop came to.
  enum Step {
    /// Another address is to be asked.
    case next
    /// It is over.
    case done(FetchAnswer)
  }

  /// Takes the end of a hop.
  func finish(_ code: CURLcode) -> Step {
    let took = seconds
    spent = took
    if let refusal { return .done(answer(.failure(refusal))) }
    guard code == CURLE_OK else {
      let failure = code == CURLE_COULDNT_CONNECT ? inside : nil
      return .done(answer(.failure(failure ?? CurlWords.failure(code))))
    }
    guard [301, 302, 303, 307, 308].contains(status), let location = headers.location else {
      return .done(answer(response()))
    }
    do throws(FetchFailure) {
      try follow(location)
      return .next
    } catch {
      return .done(answer(.failure(error)))
    }
  }

  private func follow(_ location: String) throws(FetchFailure) {
    guard hops.count < limits.redirects else {
      throw FetchFailure(.redirect, "it sends on and on, more than \(limits.redirects) times")
    }
    guard let target = address.following(location) else {
      throw FetchFailure(.redirect, "it sends to an address that is not HTTP")
    }
    guard !(address.scheme == "https" && target.scheme == "http") else {
      throw FetchFailure(.redirect, "it sends from https to http, where others can read along")
    }
    hops.append(FetchAnswer.Hop(status: status, target: target))
    address = target
  }

  private func response() -> Result<FetchAnswer.Response, FetchFailure> {
    guard let bytes = body.whole() else {
      return .failure(FetchFailure(.machine, "its answer could not be kept on this disk"))
    }
    return .success(
      FetchAnswer.Response(
        status: status, headers: headers, body: bytes, wasConditional: wasConditional))
  }

  private func answer(_ result: Result<FetchAnswer.Response, FetchFailure>) -> FetchAnswer {
    FetchAnswer(request: request, hops: hops, result: result, askedAt: now)
  }

  func beginAnswer() {
    headers = ResponseHeaders()
    (headerBytes, status) = (0, 0)
  }
}
