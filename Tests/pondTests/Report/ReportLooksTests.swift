import Foundation
import PondTestSupport
import Testing

@testable import pond

/// How the page looks: contrast from its colours, and in a browser where there is one.
@Suite("The report, looked at")
struct ReportLooksTests {
  static let browser = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Text on its ground, then what has to be seen beside its ground.
  static let pairs: [(style: String, front: String, back: String, least: Double)] = [
    ("page", "ink", "paper", 4.5), ("page", "soft", "paper", 4.5), ("page", "link", "paper", 4.5),
    ("page", "deep", "paper", 3), ("page", "bank", "paper", 3), ("page", "stream", "paper", 3),
    ("page", "cap", "paper", 3),
    ("pond", "on-land", "land", 4.5), ("pond", "on-shallow", "shallow", 4.5),
    ("pond", "on-deep", "deep", 4.5), ("pond", "on-deep", "deepest", 4.5),
    ("pond", "lily-ink", "lily", 4.5), ("pond", "float-ink", "float", 4.5),
    ("pond", "pebble-ink", "pebble", 4.5), ("pond", "lily", "deep", 3),
    ("pond", "lily", "deepest", 3), ("pond", "pebble", "land", 3), ("pond", "ended", "land", 3),
  ]

  @Test("contrast is that of WCAG 2.2 AA, by day and by night", arguments: [false, true])
  func contrast(byNight: Bool) throws {
    for pair in Self.pairs {
      let style = pair.style == "page" ? ReportStyle.text : PondPicture.style
      let front = try colour(pair.front, in: style, byNight)
      let back = try colour(pair.back, in: style, byNight)
      let (high, low) = (max(front, back), min(front, back))
      let ratio = (high + 0.05) / (low + 0.05)
      #expect(ratio >= pair.least, "\(pair.front) on \(pair.back), \(byNight): \(ratio)")
    }
  }

  // A colour's luminance, as WCAG defines it.
  private func colour(_ name: String, in style: String, _ byNight: Bool) throws -> Double {
    let pattern = try Regex<(Substring, Substring)>("--\(name):#([0-9a-f]{3,6})")
    let found = style.matches(of: pattern)
    let match = try #require(byNight ? found.dropFirst().first ?? found.first : found.first)
    var digits = String(match.output.1)
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    let number = try #require(Int(digits, radix: 16))
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(
    "a browser draws it, says nothing against it, and asks nobody for anything",
    .enabled(if: browser != nil, "chromium-headless-shell is not installed"))
  func inABrowser() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    try pond.run("report", "-o", pond.path("pond.html"))
    let picture = pond.path("pond.png")
    let child = try Child(
      try #require(Self.browser),
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--window-size=390,1200",
        "--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--screenshot=\(picture)", "file://\(pond.path("pond.html"))",
      ],
      environment: [
        // A browser's socket lies there, and its path may not be long.
        "HOME": pond.home.path, "PATH": "/usr/bin:/bin", "TMPDIR": "/tmp",
      ],
      folder: pond.home.path, errors: .path(pond.path("browser.txt")))
    #expect(try child.wait().code == 0)
    let said = try String(contentsOfFile: pond.path("browser.txt"), encoding: .utf8)
    #expect(!said.contains("CONSOLE") && !said.contains("Refused"), "\(said)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: picture))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count > 20_000)
  }
}
