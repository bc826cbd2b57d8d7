#if Web
  import Foundation
  import PondTestSupport
  import Testing

  /// What is tried with a real browser, one browser after another.
  @Suite(
    "In a real browser", .serialized, .timeLimit(.minutes(4)),
    .enabled(if: Browser.isAvailable, "chromium-driver is not installed"))
  enum BrowserTests {}

  /// A browser that was let in to a served pond.
  final class BrowserVisit {
    /// The command beside it, over the same pond file.
    let pond: PondProcess
    let browser: Browser
    /// What answers it; a test may start another in its place.
    var served: ServedPond
    /// The statuses that pages may have, besides those of pages that are as they should be.
    var mayFail: Set<Int> = []
    /// Whether the test closed the browser itself.
    var isOver = false
    /// Whether another origin may be asked, because the test itself went there.
    var mayLeave = false

    /// What a visitor comes with.
    enum Kind {
      /// A window of 1280 by 900 with keys and a mouse.
      case window
      /// A phone of 390 by 844.
      case phone
      /// A browser that runs no scripts, or keeps no cookies.
      case withoutScript, withoutCookies
      /// A browser that the test may close.
      case own

      fileprivate var isLent: Bool { self == .window || self == .phone }
    }

    /// Lets a browser in to a served pond, does something with it, and ends what it began whatever happened.
    /// Every visit is held to this: the console stays empty and nobody but the page was asked (T-W01).
    static func open(
      _ pond: PondProcess, _ kind: Kind = .window, _ body: (BrowserVisit) throws -> Void
    ) throws {
      defer { pond.remove() }
      let served = try ServedPond(pond, enters: false)
      func come(_ browser: Browser) throws {
        let visit = BrowserVisit(pond, browser, served)
        defer { _ = try? visit.served.end() }
        if kind == .phone { try browser.become(phone: true) }
        try browser.go(served.address)
        try body(visit)
        if !visit.isOver { try visit.expectQuiet() }
      }
      guard !kind.isLent else { return try Browser.borrowed(come) }
      let browser = try Browser(
        Browser.Wish(hasScript: kind != .withoutScript, hasCookies: kind != .withoutCookies))
      defer { browser.quit() }
      try come(browser)
    }

    /// A pond of a few accounts and no post, whose pages are quickly made.
    static func little() throws -> PondProcess {
      let pond = try PondProcess()
      let names = ["Lantern Yard", "Salt Marsh", "Harbour Wire", "Small Hours", "Two Pans"]
      let outlines = names.enumerated().map { number, name in
        "<outline type=\"rss\" text=\"\(name)\" xmlUrl=\"https://n\(number).example/feed\"/>"
      }
      let list = "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>"
      try pond.run("import", "--quiet", try pond.put(Data(list.utf8), "list.opml"))
      return pond
    }

    /// Where every account of a pond is asked about.
    static let everybody = "/review?everyone=1"

    private init(_ pond: PondProcess, _ browser: Browser, _ served: ServedPond) {
      (self.pond, self.browser, self.served) = (pond, browser, served)
    }

    /// Where the pages are.
    var origin: String { "http://127.0.0.1:\(served.port)" }

    /// Goes to a page.
    func go(_ path: String) throws { try browser.go(origin + path) }

    /// The words for the live region.
    func notice() throws -> String {
      try browser.wait("a notice") { try !browser.words("#notice").isEmpty }
      return try browser.words("#notice")
    }

    /// The answers that stand, by the title of whom they are about.
    func answers() throws -> [String: String] {
      let rows = try pond.run("journal").lines.map { $0.components(separatedBy: "\t") }
      guard let head = rows.first, let undone = head.firstIndex(of: "undoneAt"),
        let title = head.firstIndex(of: "title"), let answer = head.firstIndex(of: "decision")
      else { return [:] }
      let standing = rows.dropFirst().filter { $0.count > undone && $0[undone].isEmpty }
      return Dictionary(standing.map { ($0[title], $0[answer]) }) { $1 }
    }

    private func expectQuiet() throws {
      let allowed = mayFail.map { "the server responded with a status of \($0)" }
      let console = try browser.console().filter { line in
        !allowed.contains { line.contains($0) }
      }
      #expect(console == [])
      let requests = try browser.requests()
      #expect(requests.contains { $0.hasPrefix(origin + "/") })
      guard !mayLeave else { return }
      let elsewhere = requests.filter { !$0.hasPrefix(origin + "/") }
      #expect(elsewhere.filter { !$0.hasPrefix("about:") && !$0.hasPrefix("data:") } == [])
    }
  }
#endif
