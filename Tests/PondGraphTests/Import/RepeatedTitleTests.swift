import Foundation
import Testing

@testable import PondGraph

/// A title that only repeats the text is no title (issue 12 E-10).
@Suite("Titles that repeat the text")
struct RepeatedTitleTests {
  @Test(
    "what is cut out of a running sentence, or is the whole text, is no title",
    arguments: [
      (
        "I went to the pond today and saw ten",
        "I went to the pond today and saw ten ducks, all asleep."
      ),
      ("I went to the pond today and saw te", "I went to the pond today and saw ten ducks."),
      ("I went to the pond…", "I went to the pond. It was empty."),
      ("I went to the pond ...", "I went to the pond. It was empty."),
      ("A whole note.", "A whole note."), ("A whole note", "A whole note…"),
      ("A note that is longer than its excerpt is", "A note that is longer…"),
      ("Yes", "Yes, of course"), ("池に行ったら", "池に行ったら、鴨がいた"), ("池に行", "池に行ったら"),
      ("ann@pond.example: “Walk by the sea”", "Walk by the sea"),
      ("RT by @ann: Walk by the se…", "Walk by the sea, and back."),
      ("Ann: Walk by the", "Walk by the sea, and back."),
    ])
  func repeated(_ title: String, _ excerpt: String) {
    #expect(RepeatedTitle.own(title, excerpt: excerpt) == nil)
  }

  @Test(
    "a heading that stands above its text, and every other title, is one",
    arguments: [
      ("Why I write", "Why I write There are three reasons.", nil),
      ("Why I write", "Three reasons.", nil), ("Boats", "Boats and bread", 200),
      ("", "Boats", nil), ("Boats", "", nil), ("Boats", "boats and bread", nil),
      ("Boats", nil, nil), ("Review: The Ferry", "The Ferry I read it in two days.", nil),
      ("10:30 at the sea", "30 at the sea, of all times", nil), ("Ann: ", "Walk", nil),
    ] as [(String, String?, Int?)])
  func titles(_ title: String, _ excerpt: String?, _ words: Int?) {
    #expect(RepeatedTitle.own(title, excerpt: excerpt, words: words) == title)
  }

  @Test("the length from which a text is no note counts from its first word on")
  func length() {
    let most = RepeatedTitle.most
    #expect(RepeatedTitle.own("Boats", excerpt: "Boats and", words: most - 1) == nil)
    #expect(RepeatedTitle.own("Boats", excerpt: "Boats and", words: most) == "Boats")
    #expect(RepeatedTitle.own(nil, excerpt: "Boats") == nil)
  }

  @Test("a bridged microblog is notes, and their ids are what they were")
  func feed() throws {
    let text = """
      <rss><channel><title>Bridge</title><link>https://b.example/</link><item><guid>g1</guid>
      <title>Saw ten ducks at the pond today, and then it</title>
      <description>Saw ten ducks at the pond today, and then it rained on all of us.</description>
      </item></channel></rss>
      """
    let source = ImportSource(path: "b.xml", bytes: Data(text.utf8))
    let options = ImportOptions(now: Date(timeIntervalSince1970: 1_780_000_000))
    let post = try #require(try FeedImport().read(source, options: options).first?.posts.first)
    #expect(post.title == nil && post.form == .note && post.id.value == "g1")
  }
}
