#if Web
  import Foundation
  import HTTPTypes
  import HummingbirdCore
  import Logging
  import NIOCore
  import NIOPosix

  /// The server itself: on this machine's own addresses alone, with limits on what anybody may take.
  struct WebServer: Sendable {
    private static let headerTime = TimeAmount.seconds(15)
    private static let formTime = TimeAmount.seconds(60)
    private static let uploadTime = TimeAmount.hours(2)
    private static let answerTime = TimeAmount.minutes(2)
    private static let drainTime = TimeAmount.seconds(30)

    let desk: WebDesk
    /// The most connections at a time on each address; more wait.
    let mostConnections: Int

    /// Listens on an address until it is cancelled.
    /// - Parameter ready: told when it listens.
    /// - Throws: where the address cannot be listened on.
    func run(
      on host: String, port: Int, group: any EventLoopGroup,
      ready: @escaping @Sendable () async -> Void
    ) async throws {
      let quiet = Logger(label: "pond") { _ in SwiftLogNoOpLogHandler() }
      let channel = HTTP1Channel(
        responder: { request, writer, channel in
          try await respond(to: request, writer, channel)
        },
        configuration: .init(
          idleTimeout: Self.headerTime,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
      let server = Server(
        childChannelSetup: channel,
        configuration: ServerConfiguration(
          address: .hostname(host, port: port),
          availableConnectionsDelegate: MaximumAvailableConnections(
            mostConnections, logger: quiet)),
        onServerRunning: { _ in await ready() }, eventLoopGroup: group, logger: quiet)
      try await server.run()
    }

    private func respond(
      to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
      let head = WebHead(request.head)
      let isUpload = head["content-type"]?.hasPrefix("multipart/") ?? false
      let reading = Self.closing(
        channel, after: isUpload ? Self.uploadTime : Self.formTime)
      let isForeign = isForeign(channel)
      let isGuest = !isForeign && desk.isGuest(head)
      if isGuest { desk.pulse.begin() }
      defer { if isGuest { desk.pulse.end() } }
      let step =
        isForeign
        ? .answered(WebGuard.Refusal.foreignPerson.answer)
        : try await desk.admit(head, request.body)
      reading.cancel()
      let answer = await desk.answer(step, at: head.target)
      let writing = Self.closing(channel, after: Self.answerTime)
      // What came unread is taken for a while, so that the browser gets to see the answer.
      if case .answered = step, head.method == "POST" {
        _ = Self.closing(channel, after: Self.drainTime)
      }
      try await writer.write(
        response: HTTPResponse(answer), body: ResponseBody(answer, isHead: head.method == "HEAD"))
      writing.cancel()
    }

    private func isForeign(_ channel: any Channel) -> Bool {
      guard let peer = channel.remoteAddress, let port = peer.port else { return false }
      return PeerOwner.isForeign(
        PeerOwner.End(port: port, isSix: peer.protocol == .inet6), at: desk.bounds.port)
    }

    private static func closing(_ channel: any Channel, after time: TimeAmount) -> Scheduled<Void> {
      channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
  }

  extension WebHead {
    init(_ head: HTTPRequest) {
      method = head.method.rawValue
      target = head.path ?? ""
      let host = head.authority.map { [(name: "host", value: $0)] } ?? []
      headers = host + head.headerFields.map { (name: $0.name.canonicalName, value: $0.value) }
    }
  }

  extension HTTPResponse {
    init(_ answer: WebAnswer) {
      var fields = HTTPFields()
      let length = (name: "Content-Length", value: "\(answer.body.count)")
      for header in SafetyHeaders.all + answer.headers + [length] {
        if let name = HTTPField.Name(header.name) {
          fields.append(HTTPField(name: name, value: header.value))
        }
      }
      self.init(status: .init(code: answer.status), headerFields: fields)
    }
  }

  extension ResponseBody {
    init(_ answer: WebAnswer, isHead: Bool) {
      guard !isHead, !answer.body.isEmpty else {
        self.init()
        return
      }
      self.init(byteBuffer: ByteBuffer(bytes: answer.body))
    }
  }
#endif
