#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond

  @Suite("The parts of the page, without a socket")
  struct WebPartsTests {
    @Test("a form is taken apart the same however it is cut into pieces")
    func multipart() throws {
      let bytes =
        Data((0..<600).map { UInt8(truncatingIfNeeded: $0 * 7) })
        + Data("\r\n--\(ServedPond.boundary.dropLast())x\r\n--".utf8)
      let form = ServedPond.form(
        [("token", "1"), ("me", "a\r\nb")], [("a %22b%22.opml", bytes), ("", Data())])
      for size in [1, 2, 3, 7, 64, 1_000, form.count] {
        var reader = try #require(
          MultipartReader(contentType: "multipart/form-data; boundary=\(ServedPond.boundary)"))
        var told: [String] = []
        var read: [UInt8] = []
        var start = form.startIndex
        while start < form.endIndex {
          let end = min(form.endIndex, start + size)
          try form[start..<end].withUnsafeBytes { piece in
            try reader.feed(piece) { event in
              switch event {
              case .begin(let field, let file): told.append("\(field)/\(file ?? "-")")
              case .bytes(let some): if told.last == "files/a \"b\".opml" { read += some }
              case .end, .finished: break
              }
            }
          }
          start = end
        }
        #expect(reader.isFinished)
        #expect(told == ["token/-", "me/-", "files/a \"b\".opml", "files/"], "\(size)")
        #expect(Data(read) == bytes, "\(size)")
      }
    }

    @Test(
      "what is no form is refused, and never read for ever",
      arguments: [
        "", "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=x",
        "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
      ])
    func noForm(type: String) {
      #expect(MultipartReader(contentType: type) == nil)
    }

    @Test("fields and paths mean what a browser meant by them")
    func fields() {
      let fields = WebFields(encoded: "a=1&b=x+y%2Bz&a=2&c&=d&e=%C3%A4%zz%")
      #expect(fields["a"] == "1" && fields.all("a") == ["1", "2"])
      #expect(fields["b"] == "x y+z" && fields["c"] == "" && fields["e"] == "ä%zz%")
      #expect(fields["nobody"] == nil)
      for text in ["", "a/b?c#d", "ä é 😀", "%41", "..", "feed:https://x.example/?a=1&b=2"] {
        #expect(PercentText.decoded(PercentText.encoded(text)) == text)
      }
    }

    @Test("whose connection it is, is read from the table of the system")
    func owner() {
      let table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000 0 1
           1: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001 0 2
           2: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000 0 3
        """
      let peer = PeerOwner.End(port: 0xC001, isSix: false)
      #expect(PeerOwner.owner(of: peer, at: 8080, in: table) == 1001)
      #expect(PeerOwner.owner(of: peer, at: 8081, in: table) == nil)
      #expect(
        PeerOwner.owner(of: PeerOwner.End(port: 0xC001, isSix: true), at: 8080, in: table) == nil)
    }

    @Test("a secret has 256 bits, and comparing tells only whether")
    func secrets() {
      let some = (0..<200).map { _ in Secret.make() }
      #expect(Set(some).count == 200 && some.allSatisfy { $0.count == 64 })
      #expect(
        Secret.isSame("abc", "abc") && !Secret.isSame("abc", "abd") && !Secret.isSame("abc", ""))
    }

    @Test("names of downloads cannot break out of their header")
    func attachments() {
      let header = FileName.attachment("a\"; x=\r\nSet-Cookie: b ä.opml")
      #expect(!header.contains("\r") && !header.contains("\n"))
      #expect(
        header.hasPrefix(
          "attachment; filename=\"a__ x=__Set-Cookie: b _.opml\"; filename*=UTF-8''a%22"))
    }

    @Test("every address has one way to look and its own way to change; changes have no GET")
    func routes() {
      var seen: Set<String> = []
      for route in WebRoutes.all {
        #expect(seen.insert("\(route.method) \(route.path)").inserted, "\(route.path) twice")
        #expect(route.path.hasPrefix("/"))
      }
      for room in WebRoom.allCases {
        #expect(WebRoutes.all.contains { $0.method == .get && $0.path == room.path }, "\(room)")
      }
    }

    @Test(
      "every page says in which language it is, where one is, and has a way past the navigation")
    func layout() {
      for room in WebRoom.allCases {
        let page = WebLayout(
          page: WebPage(title: "<b>", room: room, main: "<h1>x</h1>"), notice: "<i>"
        ).text
        #expect(page.contains("<html lang=\"en\">") && page.contains("&lt;b&gt; · Pond"))
        #expect(page.contains("href=\"#main\"") && page.contains("<main id=\"main\""))
        #expect(page.matches(of: #/aria-current="page"/#).count == 1)
        #expect(page.contains("role=\"status\"") && page.contains("&lt;i&gt;"))
      }
    }

    @Test("the ground and every word on it differ enough, by day and by night (WCAG 1.4.3, 1.4.11)")
    func contrast() throws {
      let style = WebStyle.text
      let roots = style.matches(of: #/:root\{[^}]*\}/#).map { String($0.output) }
      for root in roots.filter({ $0.contains("--soft") }) {
        func colour(_ name: String) throws -> Double {
          let match = try #require(try Regex("--\(name):#([0-9a-f]{6})").firstMatch(in: root))
          return luminance(String(match.output[1].substring ?? ""))
        }
        func ratio(_ one: String, _ other: String) throws -> Double {
          let pair = [try colour(one), try colour(other)].sorted()
          return (pair[1] + 0.05) / (pair[0] + 0.05)
        }
        for words in ["ink", "soft", "link", "bank"] {
          for ground in ["paper", "wash"] {
            #expect(try ratio(words, ground) >= 4.5, "\(words) on \(ground)")
          }
        }
        #expect(try ratio("paper", "deep") >= 4.5, "words on the first button")
        for edge in ["soft", "deep"] { #expect(try ratio(edge, "paper") >= 3, "\(edge)") }
      }
      #expect(roots.filter { $0.contains("--soft") }.count == 2)
    }

    private func luminance(_ hex: String) -> Double {
      let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
        let start = hex.index(hex.startIndex, offsetBy: place)
        let value = Double(Int(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test("pages stay with a moment while the pond file stays as it is, for five minutes")
    func present() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let (path, now, present) = (pond.pondFile.path, WebVisitor.present, WebPresent())
      #expect(present.moment(of: path, now: now) == now, "no file yet")
      try pond.run("import", "--quiet", "Samples/ada/subscriptions.opml")
      let first = now.addingTimeInterval(10)
      #expect(present.moment(of: path, now: first) == first)
      #expect(present.moment(of: path, now: first.addingTimeInterval(299)) == first)
      let later = first.addingTimeInterval(300)
      #expect(present.moment(of: path, now: later) == later)
      #expect(present.moment(of: path, now: now) == now, "a clock that was set back")
      try pond.run("decide", "Linkdrift", "keep")
      let after = now.addingTimeInterval(1)
      #expect(present.moment(of: path, now: after) == after)
      #expect(present.moment(of: path, now: after.addingTimeInterval(1)) == after)
    }
  }
#endif
