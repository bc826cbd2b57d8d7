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

    /// Opens a browser and lets it in, does something with it, and ends all of it whatever happened. Every
    /// visit is held to this: the console stays empty and nothing but the page itself was asked for (T-W01).
    static func open(
      _ pond: PondProcess, _ wish: Browser.Wish = .init(), comesIn: Bool = true,
      _ body: (BrowserVisit) throws -> Void
    ) throws {
      defer { pond.remove() }
      let served = try ServedPond(pond, enters: false)
      let browser: Browser
      do { browser = try Browser(wish) } catch {
        _ = try? served.end()
        throw error
      }
      let visit = BrowserVisit(pond, browser, served)
      defer {
        browser.quit()
        _ = try? visit.served.end()
      }
      if comesIn { try browser.go(served.address) }
      try body(visit)
      if !visit.isOver { try visit.expectQuiet() }
    }

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
