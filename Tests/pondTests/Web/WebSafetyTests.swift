#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @Suite("pond serve keeps strangers out (T-W01)")
  struct WebSafetyTests {
    // What Ada's list is called stands on her page of lists and must stand nowhere else.
    private static let secret = "subscriptions.opml"

    @Test("it answers at its own names with its own port, and at nothing else: no rebinding")
    func hosts() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let port = served.port
      for host in ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] {
        let answer = try served.ask("GET /lists", headers: ["Cookie: \(served.cookie)"], host: host)
        #expect(answer.status == 200 && answer.text.contains(Self.secret), "\(host)")
      }
      for host in [
        "evil.example:\(port)", "evil.example", "127.0.0.1", "127.0.0.1:\(port + 1)", "localhost",
        "localhost.:\(port)", "pond.localhost:\(port)", "127.0.0.1:\(port).evil.example",
        "127.1:\(port)", "0.0.0.0:\(port)", "[::ffff:127.0.0.1]:\(port)", "",
        "127.0.0.1:\(port)@evil",
      ] {
        let answer = try served.ask("GET /lists", headers: ["Cookie: \(served.cookie)"], host: host)
        #expect(answer.status == 421 || answer.status == 400, "\(host): \(answer.status)")
        #expect(!answer.text.contains(Self.secret), "\(host)")
      }
      let twice = try served.ask(
        "GET /lists", headers: ["Cookie: \(served.cookie)", "Host: evil.example"])
      #expect(twice.status == 421 || twice.status == 400)
      let six = try? served.ask(
        "GET /lists", headers: ["Cookie: \(served.cookie)"], host: "[::1]:\(port)", overSix: true)
      #expect(six == nil || six?.status == 200, "where the machine has ::1, it answers there too")
    }

    @Test("it listens on this machine's own addresses alone, and asks nobody anything (T-S17)")
    func loopbackOnly() throws {
      var pond = try MainJobTests.ada()
      defer { pond.remove() }
      pond.listenToSockets()
      let served = try ServedPond(pond)
      for place in ["/bring", "/lists", "/journal"] { _ = try served.get(place) }
      let table =
        try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
        + String(contentsOfFile: "/proc/net/tcp6", encoding: .utf8)
      let port = String(served.port, radix: 16, uppercase: true)
      var listening: Set<String> = []
      for line in table.split(separator: "\n") {
        let columns = line.split(separator: " ").map(String.init)
        guard columns.count > 3, columns[3] == "0A" else { continue }
        let halves = columns[1].split(separator: ":").map(String.init)
        if halves.count == 2, halves[1] == port { listening.insert(halves[0]) }
      }
      #expect(!listening.isEmpty)
      #expect(listening.isSubset(of: ["0100007F", "00000000000000000000000001000000"]))
      try served.end()
      let heard = (try? String(contentsOfFile: pond.path("sockets"), encoding: .utf8)) ?? ""
      #expect(!heard.contains("connect"), "\(heard)")
      // What is written in numbers is looked up nowhere.
      let names = heard.split(separator: "\n").filter { $0.contains("getaddrinfo") }
      #expect(names.allSatisfy { $0.hasSuffix("127.0.0.1") || $0.hasSuffix("::1") }, "\(heard)")
    }

    private static let otherSites = [
      ["Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: same-site"], ["Sec-Fetch-Site: nonsense"],
      ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: same-origin"],
      ["Origin: http://evil.example"], ["Origin: null"], ["Origin: https://127.0.0.1:PORT"],
      ["Origin: http://localhost:PORT"], ["Origin: http://127.0.0.1"],
      ["Origin: http://127.0.0.1:PORT", "Origin: http://evil.example"],
    ]

    @Test("pages of other sites get nothing, whether they look or change")
    func foreignPages() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let before = try Data(contentsOf: pond.pondFile)
      for headers in Self.otherSites {
        let sent = headers.map { $0.replacing("PORT", with: "\(served.port)") }
        for place in ["/lists", "/lists/all/json", "/lists/1/file", "/style.css"] {
          let answer = try served.get(place, headers: sent)
          #expect(answer.status == 403, "\(place) \(headers): \(answer.status)")
          #expect(!answer.text.contains(Self.secret) && !answer.text.contains("<outline"))
        }
        let form = Data("token=\(served.token)&path=x".utf8)
        let change = try served.ask(
          "POST /lists/1/forget",
          headers: [
            "Cookie: \(served.cookie)", "Content-Type: application/x-www-form-urlencoded",
          ] + sent, body: form)
        #expect(change.status == 403, "\(headers)")
      }
      #expect(try Data(contentsOf: pond.pondFile) == before)
    }

    @Test("an address that was typed may look and never change; a prefetch uses nothing up")
    func typed() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond, enters: false)
      let early = try served.ask("GET \(served.opening)", headers: ["Sec-Purpose: prefetch"])
      #expect(early.status == 503)
      #expect(try served.ask("HEAD \(served.opening)").status == 405)
      try served.enter()
      #expect(try served.get("/bring", headers: ["Sec-Fetch-Site: none"]).status == 200)
      let change = try served.ask(
        "POST /journal/undo",
        headers: [
          "Cookie: \(served.cookie)", "Content-Type: application/x-www-form-urlencoded",
          "Sec-Fetch-Site: none",
        ], body: Data("token=\(served.token)".utf8))
      #expect(change.status == 403)
    }

    @Test(
      "the address lets one browser in, once; its word is long, new each time, and leaves the address"
    )
    func opening() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      var words: Set<String> = []
      for _ in 0..<2 {
        let served = try ServedPond(pond, enters: false)
        let word = served.opening.split(separator: "/").last.map(String.init) ?? ""
        #expect(word.count >= 32 && word.allSatisfy(\.isHexDigit), "128 bits at the least")
        #expect(words.insert(word).inserted)
        #expect(try served.ask("GET /open/\(String(repeating: "0", count: 64))").status == 403)
        let first = try served.ask("GET \(served.opening)", headers: ["Sec-Fetch-Site: none"])
        #expect(first.status == 303 && first["Location"] == "/")
        let cookie = first["Set-Cookie"] ?? ""
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
        #expect(cookie.hasPrefix("pond-\(served.port)=") && !cookie.contains("Domain"))
        #expect(!cookie.contains(word))
        #expect(try served.ask("GET \(served.opening)").status == 403, "it was used up")
        // Whoever is in and comes back to it is led home.
        let back = try served.ask(
          "GET \(served.opening)", headers: ["Cookie: \(cookie.prefix { $0 != ";" })"])
        #expect(back.status == 303 && back["Location"] == "/")
      }
    }

    private static let strangers = [
      [], ["Cookie: pond-PORT="], ["Cookie: pond-PORT=0123"], ["Cookie: pond-1=VALUE"],
      ["Cookie: pond-PORT=VALUE; pond-PORT=VALUE"], ["Cookie: pond-PORT=VALUEx"],
    ]

    @Test("without the cookie nothing is shown anywhere, and a page says what to do")
    func withoutCookie() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let value = served.cookie.split(separator: "=").last.map(String.init) ?? ""
      for headers in Self.strangers {
        let sent = headers.map {
          $0.replacing("PORT", with: "\(served.port)").replacing("VALUE", with: value)
        }
        for place in ["/", "/lists", "/review", "/lists/1/file", "/lists/all/json", "/nowhere"] {
          let answer = try served.ask("GET \(place)", headers: sent)
          #expect(answer.status == 403, "\(place) \(headers)")
          #expect(!answer.text.contains(Self.secret) && !answer.text.contains("name=\"token\""))
          #expect(answer.text.contains("pond serve printed"))
        }
      }
    }

    @Test(
      "no other person of this machine gets in, not even with the address",
      .enabled(
        if: geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0
          && access("/usr/bin/curl", X_OK) == 0))
    func otherPeople() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond, enters: false)
      func curl(_ words: [String]) throws -> String {
        let output = pond.path("curl")
        let child = try Child(
          words[0], Array(words.dropFirst()) + ["-s", "-i", served.address], environment: [:],
          folder: "/", output: .path(output))
        try child.wait()
        return (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
      }
      let other = try curl(
        ["/usr/bin/setpriv", "--reuid=4711", "--clear-groups", "/usr/bin/curl"])
      #expect(other.contains("403") && other.contains("another person"), "\(other)")
      #expect(try curl(["/usr/bin/curl"]).contains("303"), "and the address was not used up")
    }

    @Test(
      "a form without the word of this visit changes nothing: other visits', other kinds of body")
    func forms() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes")
      let served = try ServedPond(pond)
      let before = try pond.run("doctor", "--digest").text
      let mark =
        try served.get("/journal").text
        .firstMatch(of: #/name="mark" value="([0-9.]+)"/#).map { String($0.output.1) } ?? ""
      let other = try ServedPond(pond)
      let urlencoded = "application/x-www-form-urlencoded"
      for (type, body) in [
        (urlencoded, "mark=\(mark)"), (urlencoded, "token=&mark=\(mark)"),
        (urlencoded, "token=\(other.token)&mark=\(mark)"),
        (urlencoded, "token=\(served.token)0&mark=\(mark)"),
        ("text/plain", "token=\(served.token)&mark=\(mark)"),
        ("application/json", "{\"token\":\"\(served.token)\",\"mark\":\"\(mark)\"}"),
        ("", "token=\(served.token)&mark=\(mark)"),
      ] {
        let answer = try served.ask(
          "POST /journal/undo",
          headers: ["Cookie: \(served.cookie)"] + (type.isEmpty ? [] : ["Content-Type: \(type)"]),
          body: Data(body.utf8))
        #expect(answer.status == 403, "\(type) \(body)")
        #expect(answer.text.contains("Nothing was changed"))
      }
      // Nor may the address say what a form says.
      #expect(
        try served.ask(
          "POST /journal/undo?token=\(served.token)&mark=\(mark)",
          headers: ["Cookie: \(served.cookie)", "Content-Type: \(urlencoded)"], body: Data()
        ).status == 403)
      #expect(try pond.run("doctor", "--digest").text == before)
      #expect(try served.post("/journal/undo", [("mark", mark)]).status == 303)
      #expect(try pond.run("doctor", "--digest").text != before, "the right one is taken")
    }

    @Test("looking changes nothing: no GET writes to the pond file")
    func looking() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let before = try Data(contentsOf: pond.pondFile)
      for place in [
        "/", "/bring", "/bring/told", "/lists", "/lists/1", "/lists/1/file",
        "/lists/1/file?yes=yes",
        "/lists/1/forget", "/lists/all/decisions", "/lists/all/json", "/journal", "/journal/undo",
        "/journal?page=9", "/history", "/taste", "/review", "/plan", "/discover", "/accounts",
      ] {
        _ = try served.get(place)
      }
      #expect(try Data(contentsOf: pond.pondFile) == before)
    }

    @Test("every answer forbids everything but the page's own, and is kept by nobody")
    func headers() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond, enters: false)
      let first = try served.ask("GET \(served.opening)")
      let cookie = "Cookie: " + String((first["Set-Cookie"] ?? "").prefix { $0 != ";" })
      var answers = [first]
      for place in ["/", "/style.css", "/script.js", "/icon.svg", "/nowhere", "/lists/1/file"] {
        answers.append(try served.ask("GET \(place)", headers: [cookie]))
      }
      answers.append(try served.ask("GET /"))
      answers.append(try served.ask("GET /", host: "evil.example"))
      answers.append(try served.ask("PUT /", headers: [cookie], body: Data("x".utf8)))
      #expect(answers.map(\.status) == [303, 200, 200, 200, 200, 404, 200, 403, 421, 405])
      for answer in answers {
        let policy = answer["Content-Security-Policy"] ?? ""
        for part in [
          "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
        ] { #expect(policy.contains(part)) }
        #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer["Referrer-Policy"] == "same-origin")
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer["Cross-Origin-Opener-Policy"] == "same-origin")
        #expect(answer["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(answer["Access-Control-Allow-Origin"] == nil && answer["Server"] == nil)
      }
      let pages = answers.map(\.text).joined()
      #expect(
        !pages.contains(" style=") && !pages.contains("<script>") && !pages.contains(" onclick"))
    }
  }
#endif
