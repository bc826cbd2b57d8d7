import Foundation
import PondTestSupport
import Testing

@testable import pond

/// A title of thousands of characters is cut wherever a person reads it, and whole for programs.
@Suite("Titles longer than any line")
struct LongTitleTests {
  private static let title = String(repeating: "Endless ", count: 625) + "title"

  @Test("a title is cut by its width, at both sides of the widest, and only once")
  func width() {
    let widest = String(repeating: "a", count: Sanitize.widestTitle)
    #expect(Sanitize.title(widest) == widest)
    #expect(Sanitize.title(widest + "a") == widest.dropLast() + "…")
    for text in [String(repeating: "夜", count: 5_000), Self.title, "a\u{1B}[31m" + Self.title] {
      let shown = Sanitize.title(text)
      #expect(Width.columns(of: shown) <= Sanitize.widestTitle && shown.hasSuffix("…"))
      #expect(shown.unicodeScalars.allSatisfy(Sanitize.isHarmless))
      #expect(Sanitize.title(shown) == shown)
    }
    // However much stands on one letter, it takes no more columns.
    let piled = "e" + String(repeating: "\u{301}", count: 100_000) + Self.title
    #expect(Width.columns(of: Sanitize.title(piled)) <= Sanitize.widestTitle)
  }

  @Test(
    "no command prints it whole to a person, and those for programs do",
    arguments: [
      ["why", "endless.example"], ["decide", "endless.example", "keep"], ["undo"],
      ["declare", "endless.example", "close"], ["follow", "https://endless.example/feed"],
      ["inspect", "LIST"],
    ])
  func commands(words: [String]) throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let list = pond.path("list.opml")
    try Data(
      """
      <opml version="2.0"><body><outline text="\(Self.title)"><outline type="rss"
        text="\(Self.title)" xmlUrl="https://endless.example/feed"/></outline></body></opml>
      """.utf8
    ).write(to: URL(fileURLWithPath: list))
    try pond.run("import", list)
    if words == ["undo"] { try pond.run("decide", "endless.example", "keep") }
    let told = try pond.run(words.map { $0 == "LIST" ? list : $0 })
    let lines = told.lines + told.errors.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("Endless Endless") })
    #expect(lines.allSatisfy { Width.columns(of: $0) <= 160 }, "\(words)")
    guard words == ["undo"] else { return }
    #expect(try pond.run("list").text.contains(Self.title), "rows for programs are exact")
  }
}
