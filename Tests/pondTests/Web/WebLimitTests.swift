#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @Suite("pond serve takes only so much (T-W01)")
  struct WebLimitTests {
    @Test("too much at a time gets a page with a sentence, and leaves nothing behind")
    func bodies() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let large = try served.post(
        "/journal/undo", [("mark", String(repeating: "x", count: 1 << 20))])
      #expect(large.status == 413 && large.text.contains("1 MB"))
      let counted = try RawHTTP(port: served.port)
      counted.send(
        head(served, "Transfer-Encoding: chunked", type: "application/x-www-form-urlencoded"))
      let piece = Data("10000\r\n".utf8) + Data(repeating: 0x61, count: 0x10000) + Data("\r\n".utf8)
      for _ in 0..<20 where !counted.send(piece) { break }
      #expect(counted.answer(atMost: 10)?.status == 413, "what announces nothing is counted")
      // 3 GB, announced: it is known before anything came.
      let upload = try RawHTTP(port: served.port)
      upload.send(
        head(
          served, "Content-Length: 3221225472",
          type: "multipart/form-data; boundary=\(ServedPond.boundary)"))
      let answer = upload.answer(atMost: 10)
      #expect(answer?.status == 413 && answer?.text.contains("2 GB") == true)
      #expect(answer?.text.contains("pond import PATH") == true)
      #expect(pond.names(in: "pond").allSatisfy { !$0.hasPrefix(".pond-brought") })
    }

    private func head(_ served: ServedPond, _ length: String, type: String) -> String {
      """
      POST /bring HTTP/1.1\r
      Host: 127.0.0.1:\(served.port)\r
      Cookie: \(served.cookie)\r
      Content-Type: \(type)\r
      \(length)\r
      \r

      """
    }

    @Test("headers without end, and what is no HTTP, are sent away; others are answered meanwhile")
    func headers() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      for bytes in [
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\nX: \(String(repeating: "y", count: 40_000))\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\n"
          + String(repeating: "X: y\r\n", count: 2_000) + "\r\n",
        "\u{16}\u{03}\u{01}\u{02}\u{00}\u{01}", "GET\r\n\r\n", "FROB / HTTP/9.9\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "POST /bring HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\nContent-Length: -1\r\n\r\n",
        "POST /bring HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\nContent-Length: 3\r\n"
          + "Content-Length: 4\r\n\r\nabcd",
      ] {
        let connection = try RawHTTP(port: served.port)
        connection.send(bytes)
        let answer = connection.answer(atMost: 5)
        #expect(answer == nil || (answer?.status ?? 0) >= 400, "\(bytes.prefix(60))")
      }
      #expect(try served.get("/bring").status == 200)
    }

    @Test("200 slow connections do not block a page, and it stops within 5 s all the same (T-W02)")
    func slow() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let slow = try (0..<200).map { number in
        let connection = try RawHTTP(port: served.port)
        connection.send(
          number.isMultiple(of: 2)
            ? "GET / HTTP/1.1\r\nHost: 127" : head(served, "Content-Length: 900", type: "x/y") + "a"
        )
        return connection
      }
      let start = ContinuousClock.now
      #expect(try served.get("/bring").status == 200)
      #expect(ContinuousClock.now - start < .seconds(5))
      let stop = ContinuousClock.now
      #expect(try served.end().code == 0)
      #expect(ContinuousClock.now - stop < .seconds(5))
      _ = slow.count
    }

    @Test("addresses that mean something to a file system or a router mean nothing here")
    func places() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      for place in [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//evil.example/", "/lists/..%2f..%2fx",
        "/lists/1/beside/..%2f..%2fetc%2fpasswd", "/lists/-1", "/lists/99999999999999999999",
        "/lists/network/../../x", "/lists/all/%00", "/account/%ff%fe", "/open", "/open/a/b",
        "/%", "/%zz", "/?%", "/\\evil.example", "/lists/1/file?yes=%ff",
        "/" + String(repeating: "a/", count: 500),
      ] {
        let answer = try served.get(place)
        #expect([200, 303, 400, 404].contains(answer.status), "\(place) \(answer.status)")
        #expect(!answer.text.contains("root:"), "\(place)")
        let location = answer["Location"] ?? "/"
        #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\"))
      }
    }
  }
#endif
