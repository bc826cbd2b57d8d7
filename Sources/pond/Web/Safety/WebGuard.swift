#if Web
  /// What of a request is looked at before anything is answered.
  struct WebHead: Sendable {
    /// The method as it was sent.
    let method: String
    /// The path with its query, as they were sent.
    let target: String
    /// The headers, by names in small letters, in their order.
    let headers: [(name: String, value: String)]

    /// The one value of a header; nil where it is missing or came several times.
    subscript(_ name: String) -> String? {
      let values = headers.filter { $0.name == name }.map(\.value)
      return values.count == 1 ? values[0] : nil
    }

    /// Whether a header came at all.
    func has(_ name: String) -> Bool { headers.contains { $0.name == name } }
  }

  /// Decides about a request by its head alone, before its body is read: pages of other sites get
  /// nothing, whether they ask to look or to change (T-W01).
  struct WebGuard: Sendable {
    /// The port on which the page is served.
    let port: Int

    /// Why a request is sent away.
    enum Refusal: Hashable, Sendable {
      /// It was meant for another host: a name that somebody made lead to this machine.
      case foreignHost
      /// Another site's page sent it, or made the browser send it.
      case foreignSite
      /// The browser asked for it before the person did.
      case tooEarly
      /// It is no way to ask that Pond knows.
      case badMethod
      /// It is no address of a page.
      case badAddress
      /// It shows no cookie of this run.
      case stranger
      /// It is a change without the word that Pond's own forms carry.
      case staleForm
      /// It brings more than is taken.
      case tooLarge
      /// Somebody else on this machine sent it.
      case foreignPerson
    }

    /// The names under which the page may be asked for, and no others: not every name that leads here.
    var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] }

    /// What the cookie is called: cookies know no ports, and two ponds may be open at once.
    var cookieName: String { "pond-\(port)" }

    /// Why a request is sent away whoever sent it; nil where it may go on.
    func refusal(of head: WebHead) -> Refusal? {
      guard let host = head["host"], hosts.contains(host) else { return .foreignHost }
      guard ["GET", "HEAD", "POST"].contains(head.method) else { return .badMethod }
      guard head.target.hasPrefix("/"), !head.target.hasPrefix("//") else { return .badAddress }
      guard isOwnOrigin(head, host), isOwnSite(head) else { return .foreignSite }
      if head["sec-purpose"]?.contains("prefetch") == true { return .tooEarly }
      return nil
    }

    /// The value of Pond's cookie; nil where none came, or several.
    func cookie(of head: WebHead) -> String? {
      let pairs = head.headers.filter { $0.name == "cookie" }.flatMap {
        $0.value.split(separator: ";")
      }
      let own = pairs.compactMap { pair -> String? in
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0].drop(while: { $0 == " " }) == cookieName else {
          return nil
        }
        return String(halves[1])
      }
      return own.count == 1 ? own[0] : nil
    }

    /// The header that makes a browser keep the cookie until it is closed, for this machine alone.
    func cookieHeader(_ value: String) -> (name: String, value: String) {
      ("Set-Cookie", "\(cookieName)=\(value); Path=/; HttpOnly; SameSite=Strict")
    }

    // A browser names the page that sends a form; a page of nowhere is called `null`.
    private func isOwnOrigin(_ head: WebHead, _ host: String) -> Bool {
      guard head.has("origin") else { return true }
      return head["origin"] == "http://\(host)"
    }

    // `none` is an address that the person typed or opened; it never changes anything.
    private func isOwnSite(_ head: WebHead) -> Bool {
      guard head.has("sec-fetch-site") else { return true }
      let site = head["sec-fetch-site"]
      return site == "same-origin" || site == "none" && head.method != "POST"
    }
  }
#endif
