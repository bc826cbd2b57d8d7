import Testing

@testable import PondGraph

@Suite("Whose places posts point at")
struct LinkGatheringTests {
  private let ann = AccountKey(kind: .feed, value: "ann.example/feed")

  private func places(_ pages: [String], link: String? = nil, site: String? = nil) -> [String] {
    var gathering = LinkGathering()
    gathering.know(site.map(Address.init), of: ann)
    gathering.take(pages, link: link, of: ann, post: 0)
    return gathering.takeOut().places.map(\.value)
  }

  @Test("each place once, in the order of the text, its own page among them where it is another's")
  func others() {
    #expect(
      places(["https://b.example/1", "https://www.c.example/2", "http://b.example/3"])
        == ["b.example", "c.example"])
    #expect(places([], link: "https://b.example/1") == ["b.example"])
    #expect(places([]).isEmpty)
  }

  @Test("never its own place: feed, home page, with www, with a port or a question behind it")
  func own() {
    for page in ["https://ann.example", "http://www.ann.example/x", "https://ann.example?a=1"] {
      #expect(places([page], link: page).isEmpty, "\(page)")
    }
    #expect(places(["https://home.example/a"], site: "https://home.example/").isEmpty)
    #expect(places(["https://ann.example.org/a"]) == ["ann.example.org"])
    #expect(places(["https://annie.example/a"]) == ["annie.example"])
  }

  @Test(
    "a page whose path begins with a name is somebody's, another page of its host is the host's")
  func named() {
    #expect(
      places([
        "https://soc.example/@bea/112233445566778899", "https://soc.example/about",
        "https://soc.example/users/cleo", "https://github.com/dora/pond",
        "https://github.com/dora/x",
      ]) == ["bea@soc.example", "soc.example", "cleo@soc.example", "dora"])
  }

  @Test("one gathering serves several accounts: what is elsewhere for one is at home for another")
  func several() {
    let (soc, bea) = (
      AccountKey(kind: .fediverse, value: "ann@soc.example"),
      AccountKey(kind: .feed, value: "bea.example/feed")
    )
    var gathering = LinkGathering()
    for (post, account) in [ann, bea, soc, ann].enumerated() {
      gathering.take(
        ["https://bea.example/1", "https://ann.example/1", "https://soc.example/about"], link: nil,
        of: account, post: post)
    }
    let links = gathering.takeOut()
    let told = (0..<4).map { post in
      links.all.filter { $0.post == post }.map { links.places[Int($0.place)].value }
    }
    let (a, b, s) = ("ann.example", "bea.example", "soc.example")
    #expect(told == [[b, s], [a, s], [b, a], [b, s]])
  }

  @Test("those named first, up to five")
  func most() {
    let pages = (1...7).map { "https://b\($0).example/" }
    #expect(places(pages, link: "https://c.example/") == (1...5).map { "b\($0).example" })
    #expect(places(Array(pages.prefix(4)), link: "https://c.example/").last == "c.example")
  }
}
