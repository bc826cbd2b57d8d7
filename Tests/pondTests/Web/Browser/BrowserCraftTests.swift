#if Web
  import Foundation
  import PondTestSupport
  import Testing

  extension BrowserTests {
    /// What every page keeps, for every eye and hand (WCAG 2.2 AA).
    @Suite("every page")
    struct Craft {
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
        "has order, names, labels, contrast and room: on a phone, in a window, by day and by night")
      func isForEveryone() throws {
        try BrowserVisit.open(Self.answered()) { visit in
          visit.mayFail = [404]
          let (browser, pages) = (visit.browser, try Self.pages(visit))
          var titles: Set<String> = []
          for page in pages {
            try visit.go(page)
            titles.insert(try browser.ask("return document.title"))
            for isPhone in [true, false] {
              try browser.become(phone: isPhone)
              for isDark in [false, true] {
                try browser.prefer(dark: isDark)
                let faults = try browser.faults(onPhone: isPhone)
                #expect(faults == [], "\(page), phone: \(isPhone), dark: \(isDark)")
                #expect(try browser.textsLookedAt() > 10)
              }
            }
          }
          // The ends of both sittings are called as their rooms are.
          #expect(titles.count >= pages.count - 2)
        }
      }

      @Test("the looking itself can fail: each fault that is put in is seen")
      func lookingCanFail() throws {
        try BrowserVisit.open(BrowserVisit.little(), .phone) { visit in
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

      @Test(
        "stands where it stands, as it comes up and as it is drawn anew, and is still where one wants it so"
      )
      func nothingMoves() throws {
        try BrowserVisit.open(MainJobTests.ada()) { visit in
          let browser = visit.browser
          var moving = 0
          for page in ["/", "/taste", "/review", "/plan"] {
            try browser.prefer(still: false)
            try visit.go(page)
            try browser.settle()
            #expect(try Self.shift(browser) == 0, "\(page)")
            moving += try browser.ask(Self.movingParts)
            try browser.prefer(still: true)
            #expect(try browser.ask(Self.movingParts) == 0, "\(page)")
          }
          #expect(moving > 0)
          let places = """
            return ["#size", "#minutes", ".draw", "#plan-part", ".summary", "#pond", "#pond svg"]
              .map((one) => document.querySelector(one).getBoundingClientRect().top + scrollY);
            """
          let before: [Double] = try browser.ask(places)
          try browser.run("window.drawn = document.querySelector('#pond')")
          try browser.write(String(repeating: Browser.Key.left.rawValue, count: 3), into: "#size")
          try browser.wait("another pond") {
            try browser.ask("return document.querySelector('#pond') !== window.drawn")
          }
          try browser.wait("the notice") { try !browser.words("#notice").isEmpty }
          let after: [Double] = try browser.ask(places)
          #expect(after == before)
          #expect(try browser.ask("return document.activeElement.id") == "size")
        }
      }

      private static let movingParts = """
        return [...document.querySelectorAll("*")].filter((one) => {
          const style = getComputedStyle(one);
          const times = (style.transitionDuration + "," + style.animationDuration).split(",");
          return times.some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
        }).length;
        """

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
    }
  }
#endif
