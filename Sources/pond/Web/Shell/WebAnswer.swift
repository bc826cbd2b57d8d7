#if Web
  import Foundation
  import PondGraph

  /// An answer as it goes over the wire, but for the headers that every answer has.
  struct WebAnswer: Sendable {
    let status: Int
    /// Its own headers, by name.
    let headers: [(name: String, value: String)]
    let body: Data

    /// A page, with the notice that waits for it.
    init(_ page: WebPage, status: Int = 200, notice: String? = nil) {
      self.status = status
      headers = [("Content-Type", "text/html; charset=utf-8")]
      body = Data(WebLayout(page: page, notice: notice).text.utf8)
    }

    init(status: Int, headers: [(name: String, value: String)], body: Data = Data()) {
      self.status = status
      self.headers = headers
      self.body = body
    }

    /// A reply of a page, at the place where it was asked.
    init(_ reply: WebReply, at place: String, memory: WebMemory) {
      switch reply {
      case .page(let page): self.init(page, notice: memory.takeNotice(for: place))
      case .problem(let page, let status): self.init(page, status: status)
      case .seeOther(let other, let notice):
        if let notice { memory.leave(notice: notice, for: other) }
        self.init(status: 303, headers: [("Location", other)])
      case .part(let html):
        self.init(
          status: 200, headers: [("Content-Type", "text/html; charset=utf-8")],
          body: Data(html.utf8))
      case .file(let bytes, let name, let type):
        self.init(
          status: 200,
          headers: [("Content-Type", type), ("Content-Disposition", FileName.attachment(name))],
          body: bytes)
      }
    }
  }

  /// Names of files, made harmless.
  enum FileName {
    /// The header that makes a browser keep an answer under a name.
    static func attachment(_ name: String) -> String {
      let plain = name.unicodeScalars.map { scalar in
        scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
          && !"\"\\/;%".unicodeScalars
            .contains(scalar)
          ? String(scalar) : "_"
      }.joined()
      return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentText.encoded(name))"
    }
  }
#endif
