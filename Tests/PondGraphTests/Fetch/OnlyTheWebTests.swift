import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Only the web is asked")
struct OnlyTheWebTests {
  @Test(
    "a path, a word or a command is never turned into a host",
    arguments: [
      "file:///home/ada/a.xml", "/home/ada/b.xml", "~/feeds/d.xml", "feeds/e.xml", "./f.xml",
      "../f.xml", #"C:\Users\ada\c.xml"#, "youtube", "exec:~/a.sh", "ada@example.org",
      "https:///home/ada/a.xml", "feed:///home/ada/a.xml", "news.xml",
    ])
  func noHosts(written: String) {
    #expect(WebAddress(written) == nil)
  }

  @Test("a host without a scheme is one")
  func hosts() {
    #expect(WebAddress("blog.example/feed")?.url == "https://blog.example/feed")
    #expect(WebAddress("//blog.example/feed")?.url == "http://blog.example/feed")
    #expect(WebAddress("feed://blog.example:81/x")?.server == "blog.example:81")
  }

  @Test("the preview says a file of this machine, and nobody is asked for it")
  func preview() throws {
    let fetch = try FetchShelf([]) { _ in .answer(200, [:], InventedFeed.rss()) }
    try fetch.learn(
      """
      <opml version="2.0"><body><outline text="path" xmlUrl="/home/ada/secret/b.xml"/>
      <outline text="folder" xmlUrl="feeds/e.xml"/><outline text="word" xmlUrl="video"/>
      <outline text="here" xmlUrl="http://localhost:1/a"/>
      <outline text="number" xmlUrl="http://0x7f.1:2/a"/><outline text="six" xmlUrl="http://[::1]/a"/>
      <outline text="router" xmlUrl="http://192.168.1.1/a"/>
      <outline text="web" xmlUrl="blog.example/feed"/></body></opml>
      """)
    let options = Pond.FetchOptions(now: FetchShelf.start, agent: "Pond test")
    let preview = try fetch.pond().fetchPreview(options)
    #expect(preview.asked.map(\.account.title) == ["web"])
    let why = Dictionary(
      preview.others.map { ($0.account.title ?? "", $0.why ?? "") }, uniquingKeysWith: { a, _ in a }
    )
    #expect(why["path"] == "a file of this machine" && why["folder"] == "a file of this machine")
    #expect(why["word"] == "no address that can be asked")
    #expect(why["here"]?.hasPrefix("a server on this machine") == true)
    for title in ["number", "six", "router"] {
      #expect(why[title]?.hasPrefix("an address in a private network") == true, "\(title)")
    }
    #expect(preview.hosts == 1)
    var allowing = options
    allowing.allowedHosts = ["localhost:1", "127.0.0.1:2"]
    #expect(
      Set(try fetch.pond().fetchPreview(allowing).asked.map(\.account.title))
        == ["web", "here", "number"])
  }
}
