#if Web
  import Foundation
  import PondTestSupport
  import Testing

  extension BrowserTests {
    /// A person who has a keyboard alone, or does not see the page.
    @Suite("with a keyboard alone")
    struct Keys {
      @Test("Tab reaches everything in the order of the page, and the focus is seen wherever it is")
      func tabReachesAll() throws {
        try BrowserVisit.open(Craft.answered()) { visit in
          let account = try Craft.pages(visit).first { $0.hasPrefix("/account/") } ?? ""
          for page in ["/", "/bring", "/taste", "/review", account, "/lists/1", "/journal"] {
            try visit.go(page)
            let count: Int = try visit.browser.ask(Self.watchFocus)
            #expect(count > 10, "\(page)")
            try visit.browser.press(String(repeating: Browser.Key.tab.rawValue, count: count))
            let seen: [[String: Any]] = try visit.browser.ask("return window.seen")
            #expect(seen.compactMap { $0["place"] as? Int } == Array(0..<count), "\(page)")
            let faults = seen.compactMap { $0["fault"] as? String }
            #expect(faults == [], "\(page)")
          }
        }
      }

      // Notes after each Tab what has the focus, whether a ring shows it, and whether something lies over it.
      private static let watchFocus = """
        const stops = [...document.querySelectorAll(
          "a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex='0']")]
          .filter((one) => !one.disabled && one.getClientRects().length > 0 && one.checkVisibility(
            { visibilityProperty: true, contentVisibilityAuto: true }));
        window.seen = [];
        addEventListener("keyup", () => {
          const one = document.activeElement;
          const style = getComputedStyle(one);
          const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            || style.boxShadow !== "none";
          const box = one.getBoundingClientRect();
          const spots = [0.2, 0.5, 0.8].flatMap((part) =>
            [[box.x + box.width * part, box.y + box.height / 2],
              [box.x + box.width / 2, box.y + box.height * part]]);
          const isFree = spots.some(([x, y]) => {
            const top = document.elementFromPoint(x, y);
            return top && (one.contains(top) || top.contains(one));
          });
          const name = one.localName + " “" + (one.textContent || one.name).trim().slice(0, 30) + "”";
          const fault = !ring ? name + " shows no ring" : !isFree ? name + " is covered" : undefined;
          window.seen.push({ place: stops.indexOf(one), fault });
        });
        return stops.length;
        """

      @Test("the first Tab offers the way past the rooms; Enter takes it")
      func skipLink() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          let browser = visit.browser
          try visit.go(BrowserVisit.everybody)
          try browser.press(.tab)
          #expect(try browser.ask("return document.activeElement.className") == "skip")
          let isInSight: Bool = try browser.ask(
            """
            const box = document.activeElement.getBoundingClientRect();
            return box.top >= 0 && box.left >= 0 && box.height > 15 && box.width > 40;
            """)
          #expect(isInSight)
          try browser.press(.enter)
          try browser.wait("the focus in the page") {
            try browser.ask("return document.activeElement.id === 'main'")
          }
          try browser.press(.tab)
          #expect(try browser.ask("return !!document.activeElement.closest('main')"))
        }
      }

      @Test("/ leads to the search, Enter finds, Enter opens the account")
      func search() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          let browser = visit.browser
          for page in ["/bring", "/"] {
            try visit.go(page)
            try browser.settle()
            try browser.press("/")
            #expect(try browser.ask("return document.activeElement.type") == "search", "\(page)")
            #expect(try browser.ask("return document.activeElement.value") == "")
          }
          try browser.turn { try browser.press("lantern" + Browser.Key.enter.rawValue) }
          #expect(try browser.text().contains("1 account"))
          try browser.run("document.querySelector('table a').focus()")
          try browser.turn { try browser.press(.enter) }
          #expect(try browser.text("h1") == "Lantern Yard")
        }
      }

      @Test(
        "after an answer the words are told, the focus stands at what is asked next, u takes back")
      func isTold() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          let browser = visit.browser
          // Notes every change of the live region once the page is there: what was in it before, nobody is told.
          try browser.command(
            "Page.addScriptToEvaluateOnNewDocument",
            [
              "source": """
              window.told = [];
              document.addEventListener("DOMContentLoaded", () => {
                const notice = document.getElementById("notice");
                new MutationObserver(() => window.told.push(notice.textContent))
                  .observe(notice, { childList: true, subtree: true, characterData: true });
              });
              """
            ])
          try visit.go(BrowserVisit.everybody)
          try browser.settle()
          let first = try browser.text("h1")
          for (key, words) in [
            ("l", "\(first): let go. Thank you for the company."), ("u", "Taken back: let go"),
          ] {
            try browser.turn { try browser.press(key) }
            try browser.settle()
            try browser.wait("the telling") {
              let told: [String] = try browser.ask("return window.told")
              return told.last?.hasPrefix(words) == true
            }
            #expect(try browser.ask("return document.activeElement.localName") == "h1")
          }
          #expect(try browser.text("h1") == first)
        }
      }

      @Test(
        "no key answers while a note is written, none where they are turned off, and none twice")
      func keysStayOut() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          let browser = visit.browser
          try visit.go(BrowserVisit.everybody)
          try browser.settle()
          let first = try browser.text("h1")
          try browser.press("n")
          try browser.press("kind, tall, lanky" + Browser.Key.escape.rawValue)
          #expect(
            try browser.ask("return document.querySelector('#note').value") == "kind, tall, lanky")
          #expect(try visit.answers() == [:])
          // What was written goes with the answer.
          try browser.turn { try browser.press("kkk") }
          #expect(try visit.answers() == [first: "keep"])
          #expect(try visit.pond.run("export", "decisions").text.contains("kind, tall, lanky"))
          try browser.settle()
          try browser.press("?")
          try browser.click("[data-keys-off]")
          try browser.press("l")
          try browser.settle()
          try visit.go(BrowserVisit.everybody)
          try browser.settle()
          try browser.press("l")
          try browser.settle()
          #expect(try visit.answers() == [first: "keep"])
        }
      }
    }
  }
#endif
