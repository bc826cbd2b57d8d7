import Foundation
import PondGraph
import Testing

@Suite("Which post an item is")
struct PostIDTests {
  private func id(
    _ written: String?, link: String? = nil, title: String? = nil, published: Date? = nil
  ) -> PostID? {
    PostID(writtenID: written, link: link, title: title, published: published)
  }

  @Test(
    "an id that changed only by scheme, trailing slash or utm_ parameters is the same (I3)",
    arguments: [
      "http://pond.example/a/", "https://pond.example/a", "HTTPS://Pond.Example/a/?utm_source=rss",
      " https://pond.example:443/a?utm_medium=x&utm_campaign=y ", "https://pond.example/a#utm_x=1",
    ])
  func spellings(written: String) {
    #expect(id(written) == id("https://pond.example/a/"))
  }

  @Test(
    "other differences are other posts",
    arguments: [
      ("https://pond.example/?p=1", "https://pond.example/?p=2"),
      ("https://pond.example/day#a1", "https://pond.example/day#a2"),
      ("https://pond.example/A", "https://pond.example/a"),
      ("tag:pond.example,2024:1/", "tag:pond.example,2024:1"),
      ("Some.Thing", "some.thing"), ("1", "01"),
    ])
  func differences(one: String, other: String) {
    #expect(id(one) != id(other))
  }

  @Test("its own id and its page are its names, and title and date only for want of them")
  func order() {
    #expect(id("x", link: "y", title: "z")?.names == ["x", "y"])
    #expect(id(" ", link: "http://y.example/1", title: "z") == id("https://y.example/1"))
    #expect(id(" ", link: "http://y.example/", title: "z") == id(nil, title: "z"))
    #expect(id(nil, link: "", title: "z")?.value.contains("z") == true)
    #expect(id(nil) == nil)
    #expect(id("", link: " ", title: "\n", published: Date(timeIntervalSince1970: 0)) == nil)
  }

  @Test("the same title on two days is two posts, and a date makes no two titles one")
  func titleAndDate() {
    let (one, two) = (Date(timeIntervalSince1970: 0), Date(timeIntervalSince1970: 86_400))
    #expect(id(nil, title: "News", published: one) != id(nil, title: "News", published: two))
    #expect(id(nil, title: "News", published: one) != id(nil, title: "Olds", published: one))
    #expect(id(nil, title: "News", published: nil) != id(nil, title: "News", published: one))
    #expect(
      id(nil, title: "News", published: one)
        == id(nil, title: " News ", published: one.addingTimeInterval(0.4)))
    let far = Date(timeIntervalSince1970: 1e300)
    #expect(id(nil, title: "News", published: far) != nil)
  }
}
