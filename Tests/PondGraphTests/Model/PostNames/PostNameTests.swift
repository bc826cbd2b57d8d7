import Testing

@testable import PondGraph

/// Many spellings, one name (I9, issue 12 E-2): what each network calls a post, and near misses.
@Suite("Names of posts")
struct PostNameTests {
  struct Sort: Sendable, CustomTestStringConvertible {
    let name: String
    let spellings: [String]
    var testDescription: String { name }
  }

  static let sorts = [
    Sort(
      name: "soc.example/statuses/112233445566778899",
      spellings: [
        "https://soc.example/users/loud/statuses/112233445566778899",
        "https://soc.example/users/loud/statuses/112233445566778899/activity",
        "https://soc.example/@loud/112233445566778899",
        "http://www.Soc.Example:443/@Loud/112233445566778899/?utm_source=x#top",
        "https://soc.example./@loud/112233445566778899/embed",
        "https://soc.example/ap/users/11/statuses/112233445566778899",
        "https://soc.example/web/@loud/112233445566778899",
        "https://soc.example/deck/@loud/112233445566778899",
        "https://soc.example/web/statuses/112233445566778899",
        "https://soc.example/@loud@far.example/112233445566778899",
        "soc.example/statuses/112233445566778899",
      ]),
    Sort(
      name: "soc.example/@loud/4711",
      spellings: [
        "https://soc.example/users/loud/statuses/4711", "https://soc.example/@Loud/4711",
        "soc.example/@loud/4711",
      ]),
    Sort(
      name: "gts.example/statuses/01HZX3K5T0Q9V8W7XYZABCDEFG",
      spellings: [
        "https://gts.example/@ada/statuses/01HZX3K5T0Q9V8W7XYZABCDEFG",
        "https://gts.example/users/ada/statuses/01HZX3K5T0Q9V8W7XYZABCDEFG",
        "https://gts.example/users/ada/statuses/01hzx3k5t0q9v8w7xyzabcdefg",
      ]),
    Sort(
      name: "pix.example/p/501234567890123456",
      spellings: [
        "https://pix.example/p/ada/501234567890123456",
        "https://pix.example/p/ada/501234567890123456/activity",
        "https://pix.example/i/web/post/501234567890123456",
        "pix.example/p/501234567890123456",
      ]),
    Sort(
      name: "mk.example/notes/9abc1d2e3f",
      spellings: [
        "https://mk.example/notes/9abc1d2e3f", "https://mk.example/notes/9abc1d2e3f/activity",
        "https://mk.example/notes/9abc1d2e3f?x=1", "mk.example/notes/9abc1d2e3f",
      ]),
    Sort(
      name: "akk.example/notice/AbCdEfGhIjKlMnOpQr",
      spellings: [
        "https://akk.example/notice/AbCdEfGhIjKlMnOpQr",
        "https://AKK.example/notice/AbCdEfGhIjKlMnOpQr/",
      ]),
    Sort(
      name: "akk.example/objects/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      spellings: [
        "https://akk.example/objects/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "https://akk.example/objects/0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0",
        "https://akk.example/display/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      ]),
    Sort(
      name: "bsky:post:3kabcdefghi2j",
      spellings: [
        "at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/3kabcdefghi2j",
        "https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/3kabcdefghi2j",
        "https://bsky.app/profile/ada.example/post/3kabcdefghi2j",
        "https://bsky.app/profile/ada.example/post/3kabcdefghi2j?ref_src=embed",
        "at://ada.example/app.bsky.feed.post/3kabcdefghi2j", "bsky:post:3kabcdefghi2j",
      ]),
    Sort(
      name: "at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/self",
      spellings: [
        "at://did:plc:abcdefghijklmnopqrstuvwx/app.bsky.feed.post/self",
        "https://bsky.app/profile/did:plc:abcdefghijklmnopqrstuvwx/post/self",
      ]),
    Sort(
      name: "x.com/i/web/status/1234567890123456789",
      spellings: [
        "https://x.com/ada/status/1234567890123456789",
        "https://twitter.com/Ada/status/1234567890123456789/photo/1",
        "http://www.twitter.com/ada/statuses/1234567890123456789?s=20",
        "https://mobile.twitter.com/ada/status/1234567890123456789",
        "https://m.twitter.com/ada/status/1234567890123456789",
        "https://x.com/i/web/status/1234567890123456789",
        "https://twitter.com/i/status/1234567890123456789",
        "https://nitter.net/ada/status/1234567890123456789#m",
        "https://nitter.front.example/ada/status/1234567890123456789#m",
        "https://xcancel.com/ada/status/1234567890123456789",
        "https://vxtwitter.com/ada/status/1234567890123456789",
        "x.com/i/web/status/1234567890123456789",
      ]),
    Sort(
      name: "yt:video:a1B2c3D4e5_",
      spellings: [
        "https://www.youtube.com/watch?v=a1B2c3D4e5_",
        "https://www.youtube.com/watch?list=PL1&v=a1B2c3D4e5_&t=5s",
        "http://m.youtube.com/watch?v=a1B2c3D4e5_", "https://music.youtube.com/watch?v=a1B2c3D4e5_",
        "https://youtu.be/a1B2c3D4e5_?si=abc", "https://www.youtube.com/shorts/a1B2c3D4e5_",
        "https://www.youtube.com/embed/a1B2c3D4e5_", "https://youtube.com/live/a1B2c3D4e5_?x=1",
        "https://www.youtube-nocookie.com/embed/a1B2c3D4e5_", "https://youtube.com/v/a1B2c3D4e5_",
        "https://yewtu.be/watch?v=a1B2c3D4e5_",
        "https://invidious.front.example/watch?v=a1B2c3D4e5_",
        "https://inv.front.example/embed/a1B2c3D4e5_", "https://piped.video/watch?v=a1B2c3D4e5_",
        "yt:video:a1B2c3D4e5_",
      ]),
  ]

  @Test("every spelling of a post has its one name, and the name is its own (I9)", arguments: sorts)
  func spellings(_ sort: Sort) {
    for spelling in sort.spellings {
      #expect(PostName.network(of: spelling)?.name == sort.name, "\(spelling)")
    }
    #expect(PostName.network(of: sort.name)?.name == sort.name)
  }

  @Test(
    "near misses name nothing and stay what they are",
    arguments: [
      "", "/", "https://", "https:///@loud/1", "blog.example", "https://blog.example/2026/05/post",
      "https://blog.example/status/12", "https://blog.example/ada/status/1234567890123456789",
      "https://medium.com/@ada/112233445566778899", "https://soc.example/@loud",
      "https://soc.example/@loud/about", "https://soc.example/@loud/112233445566778899/x/y",
      "https://soc.example/@/1", "https://soc.example/@a@b@c/112233445566778899",
      "https://localhost/@loud/112233445566778899", "https://soc.example/@loud/0123",
      "https://blog.example/notes/javascript-tricks", "https://blog.example/notice/hello",
      "https://blog.example/objects/pot", "https://blog.example/p/ada/hello",
      "https://www.instagram.com/p/CabcdEfgHij/", "https://x.com/ada/status/",
      "https://x.com/ada/status/99999999999999999999999", "https://x.com/ada/status/12ab",
      "https://x.com/ada", "https://notx.com/ada/status/1", "https://bsky.app/profile/ada.example",
      "https://bsky.app/profile/ada.example/feed/3kabcdefghi2j",
      "https://bsky.app/profile/ada.example/post/self",
      "at://did:plc:abc/app.bsky.graph.follow/3kabcdefghi2j", "at://did:plc:abc",
      "at://ada.example/app.bsky.feed.post/self", "at://pix.example/p/ada/501234567890123456",
      "https://soc!.example/@loud/112233445566778899",
      "https://soc.example:80:90/@loud/112233445566778899",
      "https://soc.example/@lo!ud/112233445566778899",
      "https://www.youtube.com/watch?v=a1B2c3D4e5!", "bsky:post:zkabcdefghi2j",
      "https://www.youtube.com/watch?v=short",
      "https://www.youtube.com/watch?list=PL1", "https://www.youtube.com/channel/UCabc",
      "https://video.example/watch?v=a1B2c3D4e5_", "https://youtu.be/", "yt:channel:UCabc",
      "yt:video:short", "tag:soc.example,2026:/@loud/1", "a b/@loud/1", "?a/@loud/1",
      "urn:uuid:0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    ])
  func nearMisses(_ text: String) {
    #expect(PostName.network(of: text) == nil)
  }

  @Test("the same number on two servers, and short numbers of two users, are two posts")
  func differences() {
    let pairs = [
      ("https://a.example/@ada/112233445566778899", "https://b.example/@ada/112233445566778899"),
      ("https://a.example/@ada/4711", "https://a.example/@bea/4711"),
      ("https://a.example/p/ada/4711", "https://a.example/p/bea/4711"),
      (
        "https://a.example:8443/@ada/112233445566778899",
        "https://a.example/@ada/112233445566778899"
      ),
    ]
    for (one, two) in pairs {
      let names = [one, two].map { PostName.network(of: $0)?.name }
      #expect(names[0] != nil && names[1] != nil && names[0] != names[1], "\(one)")
    }
  }

  @Test(
    "where the spelling tells the author, it is told",
    arguments: [
      ("https://soc.example/@Loud/112233445566778899", "fediverse:loud@soc.example"),
      ("https://soc.example/users/loud/statuses/4711", "fediverse:loud@soc.example"),
      ("https://soc.example/@loud@far.example/112233445566778899", "fediverse:loud@far.example"),
      (
        "https://soc.example/ap/users/11/statuses/112233445566778899",
        "actor:soc.example/ap/users/11"
      ),
      ("https://soc.example/web/statuses/112233445566778899", nil),
      ("https://pix.example/p/Ada/501234567890123456", "fediverse:ada@pix.example"),
      ("https://mk.example/notes/9abc1d2e3f", nil),
      ("at://did:plc:abc234/app.bsky.feed.post/3kabcdefghi2j", "bluesky:did:plc:abc234"),
      ("https://bsky.app/profile/ada.example/post/3kabcdefghi2j", nil),
      ("https://x.com/ada/status/1234567890123456789", nil),
    ] as [(String, String?)])
  func authors(_ text: String, _ key: String?) {
    let account = PostName.network(of: text)?.account
    #expect(account.map { "\($0.kind.rawValue):\($0.value)" } == key)
  }

  @Test("on a front that no list knows, the channel proves what a watch page is")
  func unknownFront() {
    let page = "https://video.example/watch?v=a1B2c3D4e5_"
    let channel = AccountKey(kind: .youtube, value: "UCabcdefghijklmnopqrstuv")
    #expect(PostName.network(of: page, in: channel)?.name == "yt:video:a1B2c3D4e5_")
    #expect(PostName.network(of: page, in: AccountKey(kind: .feed, value: "video.example")) == nil)
  }

  @Test("a text longer than 4 KB names nothing, however it begins; the longest that is read does")
  func long() {
    let stem = "https://soc.example/@loud/112233445566778899?x="
    let room = PostName.longest - stem.utf8.count
    #expect(PostName.network(of: stem + String(repeating: "y", count: room)) != nil)
    #expect(PostName.network(of: stem + String(repeating: "y", count: room + 1)) == nil)
    #expect(PostName.network(of: String(repeating: "/", count: 4096)) == nil)
  }
}
