#if Web
  import Foundation
  import PondTestSupport
  import Testing

  extension BrowserTests {
    /// What every page keeps, for every eye and hand (WCAG 2.2 AA).
    @Suite("every page")
    struct Craft {
      /// How it is looked at.
      enum Look: String, CaseIterable, CustomTestStringConvertible {
        case window, phone

        var testDescription: String { rawValue }
      }

      /// Ada's pond with answers of most kinds, so that no page is empty.
      static func answered() throws -> PondProcess {
        let pond = try MainJobTests.ada()
        let answers = [
          ("Korsund Harbour Wire", "keep"), ("Lantern Yard", "keep"), ("Linkdrift", "thin"),
          ("Pip Halloran", "let-go"), ("The Weekly Kiln", "archive"), ("First Frost", "wait"),
        ]
        for (name, answer) in answers { try pond.run("decide", name, answer) }
        return pond
      }

      /// Every page that is looked at, and what its account is called in addresses.
      static func pages(_ visit: BrowserVisit) throws -> [String] {
        try visit.go("/accounts")
        let account: String = try visit.browser.ask(
          "return document.querySelector('table a[href^=\"/account/\"]').getAttribute('href')")
        return [
          "/", "/bring", "/taste", "/taste/end", "/review", "/review/end", "/plan", "/discover",
          "/accounts", account, "/lists", "/lists/1", "/lists/2", "/journal", "/history",
          "/nowhere",
        ]
      }

      @Test(
        "has order, names, labels, contrast and room, in the light and in the dark",
        arguments: Look.allCases)
      func isForEveryone(_ look: Look) throws {
        try BrowserVisit.open(Self.answered(), .init(isPhone: look == .phone)) { visit in
          visit.mayFail = [404]
          var titles: Set<String> = []
          let pages = try Self.pages(visit)
          for page in pages {
            try visit.go(page)
            for isDark in [false, true] {
              try visit.browser.prefer(dark: isDark)
              let faults = try visit.browser.faults(onPhone: look == .phone)
              #expect(faults == [], "\(page), \(isDark ? "dark" : "light")")
              #expect(try visit.browser.textsLookedAt() > 10)
            }
            titles.insert(try visit.browser.ask("return document.title"))
          }
          #expect(titles.count == pages.count - 1, "the ends of two sittings alone share a title")
        }
      }

      @Test("the looking itself can fail: each fault that is put in is seen")
      func lookingCanFail() throws {
        try BrowserVisit.open(MainJobTests.ada(), .init(isPhone: true)) { visit in
          #expect(try visit.browser.faults(onPhone: true) == [])
          try visit.browser.run(
            """
            document.documentElement.lang = "";
            document.querySelector("main").insertAdjacentHTML("beforeend", `
              <h1>again</h1><h4>too deep</h4><p id="main">twice</p><button>x</button><button></button>
              <input name="bare"><table><tr><td>1</td></tr></table><nav><a href="/">n</a></nav>
              <ul><li><a href="/a">one</a></li><li><a href="/b">two</a></li></ul>
              <p class="pale">pale</p><svg width="200" height="40"><rect width="200" height="40"/>
              <text y="20" class="pale">drawn</text></svg><div class="wide">wide</div>`);
            for (const one of document.querySelectorAll(".pale")) {
              one.style.color = "#999";
              one.style.fill = "#333";
            }
            for (const one of document.querySelectorAll("main li")) one.style.lineHeight = 1;
            document.querySelector(".wide").style.width = "500px";
            """)
          let faults = try visit.browser.faults(onPhone: true)
          for fault in [
            "no language", "2 headings of the first rank", "a heading skips a rank",
            "two have the id main", "small for a thumb", "a button without a name",
            "a field without a label", "a table without a caption", "a table without headers",
            "a navigation without a name", "crowded", "p “pale”", "text “drawn”",
            "a picture without a role", "wider than the window",
          ] {
            #expect(faults.contains { $0.contains(fault) }, "\(fault): \(faults)")
          }
        }
      }

      @Test("stands where it stands: nothing moves as a page comes up or is drawn anew")
      func nothingMoves() throws {
        try BrowserVisit.open(MainJobTests.ada()) { visit in
          let browser = visit.browser
          for page in ["/", "/taste", "/review", "/plan", "/lists"] {
            try visit.go(page)
            try browser.settle()
            #expect(try Self.shift(browser) == 0, "\(page)")
          }
          try visit.go("/plan")
          let places = """
            return ["#size", "#minutes", ".draw", "#plan-part", ".summary", "#pond", "#pond svg"]
              .map((one) => document.querySelector(one).getBoundingClientRect().top + scrollY);
            """
          let before: [Double] = try browser.ask(places)
          try browser.run("window.drawn = document.querySelector('#pond')")
          try browser.write(String(repeating: Browser.Key.left.rawValue, count: 9), into: "#size")
          try browser.wait("another pond") {
            try browser.ask("return document.querySelector('#pond') !== window.drawn")
          }
          try browser.wait("the notice") { try !browser.words("#notice").isEmpty }
          let after: [Double] = try browser.ask(places)
          #expect(after == before)
          #expect(try browser.ask("return document.activeElement.id") == "size")
        }
      }

      // The sum of what the browser itself calls a shift of the layout.
      private static func shift(_ browser: Browser) throws -> Double {
        let sum: NSNumber = try browser.ask(
          """
          const watch = new PerformanceObserver(() => {});
          watch.observe({ type: "layout-shift", buffered: true });
          return watch.takeRecords().reduce((sum, one) => sum + one.value, 0);
          """)
        return (sum.doubleValue * 1_000).rounded() / 1_000
      }

      @Test("moves nothing for whoever wants no motion, and something for others")
      func keepsStill() throws {
        try BrowserVisit.open(MainJobTests.ada()) { visit in
          let moving = """
            return [...document.querySelectorAll("*")].filter((one) => {
              const style = getComputedStyle(one);
              const times = (style.transitionDuration + "," + style.animationDuration).split(",");
              return times.some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
            }).length;
            """
          for page in ["/", "/bring", "/taste", "/review", "/plan"] {
            try visit.go(page)
            try visit.browser.prefer(still: true)
            #expect(try visit.browser.ask(moving) == 0, "\(page)")
          }
          try visit.go("/review")
          try visit.browser.prefer(still: false)
          let count: Int = try visit.browser.ask(moving)
          #expect(count > 0)
        }
      }
    }
  }
#endif
