import Testing

@testable import PondGraph

/// Whose place a page is, and that nothing else of its address is kept (formats.md §9).
@Suite("Whose place a page is")
struct PointedPlaceTests {
  @Test(
    "a host, or the account that the path names",
    arguments: [
      ("https://www.Blog.example:443/2026/05/post.html?x=1#y", "site:blog.example"),
      ("http://ada.github.io/notes/", "site:ada.github.io"),
      ("https://ada.substack.com/p/letter", "site:ada.substack.com"),
      ("https://medium.com/@Ada/why-123", "site:medium.com/@Ada"),
      ("https://social.example/@Ada/1123", "fediverse:ada@social.example"),
      ("https://social.example/users/ada/statuses/1", "fediverse:ada@social.example"),
      ("https://github.com/Ada/pond/issues/4", "github:ada"),
      ("https://www.reddit.com/r/Tea/comments/abc/def", "reddit:r/tea"),
      (
        "https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz/post/3k",
        "bluesky:did:plc:ewvi7nxzyoun6zhxrhs64oiz"
      ),
      (
        "https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa/videos",
        "youtube:UCaaaaaaaaaaaaaaaaaaaaaa"
      ),
    ])
  func places(_ address: String, _ key: String) {
    let place = AccountKey(placeOf: address)
    #expect(place.map { "\($0.kind.rawValue):\($0.value)" } == key)
  }

  @Test(
    "what is nobody's voice, nobody's name, or no public host is no place",
    arguments: [
      "https://en.wikipedia.org/wiki/Pond", "https://www.youtube.com/watch?v=1", "https://t.co/x",
      "https://twitter.com/ada/status/1", "https://medium.com/tag/tea", "https://youtu.be/1",
      "https://web.archive.org/web/2020/https://blog.example/", "https://192.168.1.4/x",
      "https://printer.local/", "http://localhost:8080/", "https://ada:secret@blog.example/",
      "https://blog.example:8443/", "https://[::1]/", "https://example/", "", "https://",
      "https://m.facebook.com/ada", "https://docs.google.com/document/d/SECRET",
    ])
  func nowhere(_ address: String) {
    #expect(AccountKey(placeOf: address) == nil)
  }

  @Test("a host answers for every path below it, unless it is of many or names people in its paths")
  func toldByHost() {
    for address in ["blog.example", "https://www.blog.example/2026/05/post.html"] {
      #expect(PointedPlace(address).isToldByHost, "\(address)")
    }
    for address in [
      "https://social.example/@ada/1", "https://social.example/users/ada",
      "https://social.example/ap/users/1", "https://github.com/ada/pond", "https://medium.com/tag",
    ] {
      #expect(!PointedPlace(address).isToldByHost, "\(address)")
    }
  }

  @Test("numbers of posts are kept with their places, and numbered anew behind others")
  func numbered() {
    let (one, two) = (AccountKey(kind: .site, value: "a"), AccountKey(kind: .site, value: "b"))
    var links = PostLinks()
    links.add(one, post: 0)
    links.add(two, post: 0)
    links.add(one, post: 1)
    var other = PostLinks()
    other.add(two, post: 0)
    links.append(other, after: 7)
    #expect(links.places == [one, two] && links.count == 4)
    #expect(links.all.map(\.post) == [0, 0, 1, 7] && links.all.map(\.place) == [0, 1, 0, 1])
  }
}
