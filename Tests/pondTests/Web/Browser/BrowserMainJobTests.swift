#if Web
  import Foundation
  import PondTestSupport
  import Testing

  extension BrowserTests {
    /// The main job on a page, with every kind of hands.
    @Suite("the main job")
    struct MainJob {
      /// What a person works with.
      enum Hands: String, CaseIterable, CustomTestStringConvertible {
        /// The keys of the terminal, in a window.
        case keys
        /// Swipes and touches, on a phone.
        case fingers
        /// Buttons alone: the browser runs no script.
        case forms

        var testDescription: String { rawValue }

        var kind: BrowserVisit.Kind {
          switch self {
          case .keys: .window
          case .fingers: .phone
          case .forms: .withoutScript
          }
        }
      }

      @Test(
        "files in, three tasted, four reviewed, one taken back, planned, and the list home as pond export writes it",
        arguments: Hands.allCases)
      func wholeWay(_ hands: Hands) throws {
        try BrowserVisit.open(PondProcess(), hands.kind) { visit in
          let way = MainWay(visit: visit, hands: hands)
          try way.bring()
          try way.taste()
          try way.bringMore()
          try way.review()
          try way.plan()
          try way.takeHome()
        }
      }
    }
  }

  /// The steps of the main job, and what each leaves behind.
  private struct MainWay {
    let visit: BrowserVisit
    let hands: BrowserTests.MainJob.Hands

    private var browser: Browser { visit.browser }
    private static let samples = Repository.url("Samples/ada").path

    // Drops a hand's way of giving an answer.
    private func answer(_ word: String, key: String, swipe: Int? = nil) throws {
      try browser.turn {
        switch hands {
        case .keys:
          try browser.settle()
          try browser.press(key)
        case .fingers:
          try browser.settle()
          guard let swipe else { return try browser.tap("button[value=\(word)]") }
          try browser.swipe("[data-card]", by: swipe)
        case .forms: try browser.click("button[value=\(word)]")
        }
      }
    }

    private func enter(_ room: String) throws {
      try browser.turn { try browser.click(".top a[href='/\(room)']") }
    }

    func bring() throws {
      #expect(try browser.text("h1") == "Welcome to your pond")
      let list = ["subscriptions.opml"]
      // A thumb chooses no folders; some of the feeds will do.
      let some = ["salt-marsh", "open-gate", "two-pans", "puzzle-box"].map {
        "feeds/\($0).xml"
      }
      let files = hands == .keys ? list : list + some
      try browser.write(
        files.map { "\(Self.samples)/\($0)" }.joined(separator: "\n"), into: "#files")
      if hands == .keys { try browser.write("\(Self.samples)/feeds", into: "#folder") }
      try sendOff()
      #expect(try visit.notice() == "Learned: \(hands == .keys ? 2 : 5) things.")
      #expect(try browser.text().contains("subscriptions.opml"))
    }

    func bringMore() throws {
      try enter("bring")
      try browser.write("\(Self.samples)/cache.db", into: "#files")
      try sendOff()
      #expect(try browser.text().contains("cache.db"))
    }

    private func sendOff() throws {
      try browser.turn { try browser.click("[data-bring] button.first") }
      #expect(try browser.text("h1") == "What was learned")
      // Nothing of what was brought stays beside the pond file.
      let beside = try FileManager.default.contentsOfDirectory(
        atPath: visit.pond.pondFile.deletingLastPathComponent().path)
      #expect(beside == ["pond.sqlite"])
    }

    func taste() throws {
      try enter("taste")
      // Of a few feeds little is left to learn after one answer.
      if hands != .keys { try visit.go("/taste?further=1") }
      #expect(try browser.text("h1") == "Would you read this?")
      try answer("would-read", key: "y", swipe: 260)
      #expect(try visit.notice() == "You would read it.")
      try answer("not-for-me", key: "n", swipe: -260)
      #expect(try visit.notice() == "Not for you.")
      try answer("gladly", key: "g")
      #expect(try visit.notice() == "Gladly.")
      #expect(try browser.text(".place").hasPrefix("4"))
    }

    func review() throws {
      try enter("review")
      var said: [String: String] = [:]
      let words = [
        ("keep", "k", 260), ("let-go", "l", -260), ("archive", "a", nil), ("let-go", "l", nil),
      ]
      var last = ""
      for (word, key, swipe) in words {
        last = try browser.text("h1")
        said[last] = word
        try answer(word, key: key, swipe: swipe)
        #expect(try visit.notice().contains(word.replacing("-", with: " ")))
      }
      #expect(try visit.answers() == said)
      try browser.turn {
        switch hands {
        case .keys:
          try browser.settle()
          try browser.press("u")
        case .fingers: try browser.tap("form.undo button")
        case .forms: try browser.click("form.undo button")
        }
      }
      said[last] = nil
      // What was taken back is asked again.
      #expect(try browser.text("h1") == last)
      #expect(try visit.notice().hasPrefix("Taken back: let go"))
      #expect(try visit.answers() == said)
    }

    func plan() throws {
      try enter("plan")
      let before = try browser.text("#size + output")
      switch hands {
      case .keys: try browser.write(Browser.Key.left.rawValue, into: "#size")
      case .fingers: try browser.tap("#size")
      case .forms:
        try browser.write(Browser.Key.left.rawValue, into: "#size")
        try browser.turn { try browser.click(".draw button") }
      }
      let size = try browser.text("#size + output")
      #expect(size != before)
      try browser.wait("the plan of this size") {
        try browser.address().contains("size=\(size)&")
      }
      if hands == .keys { try expectAsTheTerminal(size) }
    }

    // The terminal says the same of the same room.
    private func expectAsTheTerminal(_ size: String) throws {
      let minutes = try browser.text("#minutes + output")
      let told = try visit.pond.run("plan", "--size", size, "--minutes-per-day", minutes).lines
      let ring = try #require(told.first { $0.hasPrefix("close ring") }).dropFirst(10)
      let shown = try browser.text(".summary").split(whereSeparator: \.isWhitespace)
      let words = ring.split(whereSeparator: \.isWhitespace)
      #expect(shown.joined(separator: " ").contains(words.joined(separator: " ")))
    }

    func takeHome() throws {
      try enter("lists")
      try browser.turn { try browser.click(".lists .go.first") }
      #expect(try browser.text("h1") == "subscriptions.opml")
      try browser.click(".take button")
      let file = browser.downloads.appendingPathComponent("trimmed.opml")
      try browser.wait("the file") { FileManager.default.fileExists(atPath: file.path) }
      let exported = try visit.pond.run("export", "opml")
      #expect(exported.code == 0, "\(exported.errors)")
      #expect(try Data(contentsOf: file) == exported.output)
      let original = try Data(contentsOf: Repository.url("Samples/ada/subscriptions.opml"))
      #expect(exported.output.count < original.count)
    }
  }
#endif
