#if Web
  import Foundation
  import PondTestSupport
  import Testing

  extension BrowserTests {
    /// What others wrote, and other pages that the same browser has open (T-W01).
    @Suite("strangers")
    struct Strangers {
      private static let evil =
        #"<script>window.pwned=1</script><img src=x onerror="window.pwned=1">"#
      private static let quoted =
        #"" onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1"#

      private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      }

      /// A list and a feed of which every word tries to act.
      private static func list(_ pond: PondProcess) throws -> (list: String, feeds: String) {
        let (evil, quoted) = (escaped(Self.evil), escaped(Self.quoted))
        let list = """
          <opml version="2.0"><head><title>\(evil)</title></head><body><outline text="\(evil)">
          <outline type="rss" text="\(evil)" xmlUrl="https://evil.example/feed"
            htmlUrl="javascript:window.pwned=1"/>
          <outline type="rss" text="\(quoted)" xmlUrl="https://quoted.example/feed"
            htmlUrl="https://quoted.example/&quot;onclick=&quot;window.pwned=1"/>
          </outline></body></opml>
          """
        let items = (1...28).map { day in
          """
          <item><title>\(day % 2 == 0 ? evil : quoted)</title><link>javascript:window.pwned=\(day)</link>
          <guid isPermaLink="false">\(day)</guid><pubDate>\(day) May 2026 10:00:00 GMT</pubDate>
          <description>\(escaped(evil)) \(evil)</description></item>
          """
        }
        let feed = """
          <rss version="2.0"><channel><title>\(evil)</title><link>https://evil.example/</link>
          \(items.joined())</channel></rss>
          """
        let folder = pond.home.appendingPathComponent("<img src=x onerror=window.pwned=1>")
        try FileManager.default.createDirectory(
          at: folder.appendingPathComponent("evil.example"), withIntermediateDirectories: true)
        try Data(feed.utf8).write(to: folder.appendingPathComponent("evil.example/feed.xml"))
        return (try pond.put(Data(list.utf8), "<svg onload=window.pwned=1>.opml"), folder.path)
      }

      @Test(
        "titles, folders, names of files and addresses that try to act are words, on every page")
      func wordsAreWords() throws {
        let pond = try PondProcess()
        let (list, feeds) = try Self.list(pond)
        try BrowserVisit.open(pond) { visit in
          let browser = visit.browser
          try browser.write(list, into: "#files")
          try browser.write(feeds, into: "#folder")
          try browser.turn { try browser.click("[data-bring] button.first") }
          try Self.expectInert(browser, "/bring/told")
          try visit.go("/accounts")
          let accounts: [String] = try browser.ask(
            "return [...document.querySelectorAll('table a')].map((one) => one.getAttribute('href'))"
          )
          #expect(accounts.count >= 2)
          let places = [
            "/", "/bring", "/taste?further=1&named=1", "/review?everyone=1", "/plan", "/discover",
            "/accounts", "/lists", "/lists/1", "/journal", "/history",
          ]
          for place in places + accounts {
            try visit.go(place)
            try Self.expectInert(browser, place)
          }
          try visit.go("/review?everyone=1")
          let shown = try browser.text()
          #expect(shown.contains(Self.evil) || shown.contains(Self.quoted))
          try browser.turn { try browser.click("button[value=let-go]") }
          #expect(try visit.notice().contains("let go"))
          try Self.expectInert(browser, "the notice")
          try visit.go("/journal")
          try Self.expectInert(browser, "/journal")
        }
      }

      // Nothing ran, nothing is in the page that Pond did not put there, and no address acts.
      private static func expectInert(_ browser: Browser, _ place: String) throws {
        try browser.settle()
        let found: [String] = try browser.ask(
          """
          const found = window.pwned === undefined ? [] : ["pwned"];
          for (const one of document.querySelectorAll("*")) {
            const name = one.localName;
            if (["img", "iframe", "object", "embed", "base"].includes(name)) found.push(name);
            if (name === "style" && !one.closest("svg")) found.push(name);
            if (name === "script" && one.getAttribute("src") !== "/script.js") found.push(name);
            for (const { name, value } of one.attributes) {
              if (name.startsWith("on") || name === "autofocus") found.push(name);
              if (name === "style" && one.closest("main")) found.push(name);
              if (["href", "src", "action"].includes(name) && !/^(https?:\\/\\/|\\/|#|\\?)/.test(value))
                found.push(value);
            }
          }
          return found;
          """)
        #expect(found == [], "\(place)")
      }

      @Test("the page holds no script and no address of another's, even where markup got in (CSP)")
      func policyHolds() throws {
        let elsewhere = try LoopbackServer { _ in .answer(200) }
        defer { elsewhere.stop() }
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          // The log has even what the browser did not ask for in the end.
          visit.mayLeave = true
          let browser = visit.browser
          let broken: [String] = try browser.ask(
            """
            const place = arguments[0];
            window.broken = [];
            addEventListener("securitypolicyviolation", (event) =>
              window.broken.push(event.effectiveDirective));
            const put = (html) => document.querySelector("main").insertAdjacentHTML("beforeend", html);
            put(`<img src="${place}x.png"><iframe src="${place}"></iframe>`);
            put(`<a id="acts" href="javascript:window.pwned=1">x</a><p style="color:red">x</p>`);
            put(`<button id="presses" onclick="window.pwned=1">x</button>`);
            put(`<form id="sends" action="${place}"></form>`);
            const script = document.createElement("script");
            script.textContent = "window.pwned = 1";
            document.body.append(script);
            document.querySelector("#acts").click();
            document.querySelector("#presses").click();
            document.querySelector("#sends").submit();
            fetch(place).catch(() => {});
            return new Promise((done) => setTimeout(() => done(window.broken), 300));
            """, elsewhere.address("/"))
          for directive in [
            "img-src", "frame-src", "script-src-elem", "script-src-attr", "style-src-attr",
            "form-action", "connect-src",
          ] {
            #expect(broken.contains(directive), "\(broken)")
          }
          #expect(try browser.ask("return window.pwned === undefined"))
          #expect(try browser.ask("return document.cookie") == "")
          #expect(elsewhere.requests.isEmpty)
          // What was tried stands in the console.
          #expect(try !browser.console().isEmpty)
        }
      }

      @Test("a page of another port of this machine looks at nothing and changes nothing")
      func anotherPort() throws {
        let elsewhere = try LoopbackServer { _ in
          .answer(200, ["Content-Type": "text/html"], Data("<h1>elsewhere</h1>".utf8))
        }
        defer { elsewhere.stop() }
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          visit.mayLeave = true
          let (browser, origin) = (visit.browser, visit.origin)
          let digest = try visit.pond.run("doctor", "--digest").text
          try visit.go(BrowserVisit.everybody)
          let token: String = try browser.ask("return document.querySelector('[name=token]').value")
          let account: String = try browser.ask(
            "return document.querySelector('[name=account]').value")
          try browser.go(elsewhere.address("/"))
          // It even knows the word of the forms; the cookie goes along, for cookies know no ports.
          let got: [String] = try browser.ask(
            """
            const [origin, token, account] = arguments;
            const form = `token=${token}&account=${account}&answer=keep&seen=`;
            const type = { "Content-Type": "application/x-www-form-urlencoded" };
            const asked = [
              fetch(origin + "/"), fetch(origin + "/review", { credentials: "include" }),
              fetch(origin + "/review/answer",
                { method: "POST", body: form, headers: type, credentials: "include" }),
            ];
            const frame = document.createElement("iframe");
            frame.src = origin + "/";
            document.body.append(frame);
            return Promise.allSettled(asked).then((all) => new Promise((done) => setTimeout(() => {
              let inside = "closed";
              try { inside = frame.contentDocument ? frame.contentDocument.body.innerText : "closed"; }
              catch { }
              done(all.map((one) => one.status).concat(inside.trim()));
            }, 300)));
            """, origin, token, account)
          #expect(got.prefix(3) == ["rejected", "rejected", "rejected"])
          #expect(got.last == "closed" || got.last == "")
          try browser.turn {
            try browser.run(
              """
              const form = document.createElement("form");
              form.method = "post";
              form.action = arguments[0] + "/review/answer";
              for (const [name, value] of [["token", arguments[1]], ["account", arguments[2]],
                ["answer", "let-go"], ["seen", ""]]) {
                const field = document.createElement("input");
                [field.name, field.value] = [name, value];
                form.append(field);
              }
              document.body.append(form);
              form.submit();
              """, origin, token, account)
          }
          #expect(try browser.text().contains("Pond answers no other page"))
          #expect(try visit.pond.run("doctor", "--digest").text == digest)
          #expect(
            elsewhere.requests.allSatisfy { $0.headers["referer"]?.hasPrefix(origin) != true })
          _ = try browser.console()
        }
      }
    }
  }
#endif
