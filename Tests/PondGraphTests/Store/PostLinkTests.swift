import Foundation
import GRDB
import Testing

@testable import PondGraph

/// Whose places posts point at, in the pond file: bounded, and the same in any order (P8, I3).
@Suite("Links of posts in the pond file")
struct PostLinkTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
  }

  private func site(_ name: String) -> AccountKey {
    AccountKey(kind: .site, value: "\(name).example")
  }

  private func feed(_ posts: [(id: String, places: [String])], _ name: String = "a") -> Imported {
    var feed = Invented.feed("\(name).xml", name, posts.map { Invented.post(name, $0.id, -9) })
    for (number, post) in posts.enumerated() {
      for place in post.places { feed.postLinks.add(site(place), post: number) }
    }
    return feed
  }

  private var everything: Set<ActKind> { Set(ActKind.allCases).subtracting([.seen]) }

  private func pointers(_ pond: PondStore) throws -> [String] {
    try pond.pointers(of: [Invented.key("a")], engagedBy: everything).map {
      "\($0.place.value) \($0.posts) \($0.engaged)"
    }
  }

  @Test("posts are counted, those with an act apart; what was let go by is no engagement")
  func counted() throws {
    let pond = try shelf.pond()
    var input = feed([("1", ["x", "y"]), ("2", ["x"]), ("3", ["x"]), ("4", [])])
    input.acts = [
      Act(account: Invented.key("a"), post: PostID("1"), kind: .read),
      Act(account: Invented.key("a"), post: PostID("1"), kind: .liked),
      Act(account: Invented.key("a"), post: PostID("2"), kind: .seen),
    ]
    _ = try pond.write(input, at: Invented.now)
    #expect(try pointers(pond) == ["x.example 3 1", "y.example 1 1"])
    #expect(try pond.pointers(of: [Invented.key("b")], engagedBy: everything).isEmpty)
    #expect(try pond.accounts().map(\.key) == [Invented.key("a")])
  }

  @Test("importing twice changes nothing, and the order of imports neither (I3, P8)")
  func twice() throws {
    let (one, two) = (
      feed([("1", ["x", "y"])]), feed([("1", ["y", "z"]), ("2", ["x"])])
    )
    let pond = try shelf.pond()
    _ = try pond.write(one, at: Invented.now)
    _ = try pond.write(two, at: Invented.now)
    let digest = try pond.logicalDigest()
    _ = try pond.write([two, one, one], at: Invented.now)
    #expect(try pond.logicalDigest() == digest)
    let other = try shelf.pond("other.sqlite")
    _ = try other.write([two, one], at: Invented.now)
    #expect(try other.logicalDigest() == digest)
    let without = try shelf.pond("without.sqlite")
    _ = try without.write([feed([("1", []), ("2", [])])], at: Invented.now)
    #expect(try without.logicalDigest() != digest)
  }

  @Test("a post that changes again and again keeps a few places, whatever the order of its states")
  func bounded() throws {
    let states = (0..<30).map { number in
      feed([("1", ["n\(10 + number % 17)", "m\(10 + number % 13)"]), ("2", ["x"])])
    }
    let pond = try shelf.pond()
    for state in states { _ = try pond.write(state, at: Invented.now) }
    #expect(try pointers(pond).count == PostLinkTable.most + 1)
    let other = try shelf.pond("other.sqlite")
    for state in states.reversed() { _ = try other.write(state, at: Invented.now) }
    #expect(try other.logicalDigest() == pond.logicalDigest())
  }

  @Test("of an address nothing is kept but whose it is, and at home nobody points")
  func privacy() throws {
    let html = """
      <rss version="2.0"><channel><title>A</title><link>https://www.a.example/</link>
      <item><title>t</title><guid>1</guid><link>https://a.example/1</link><description>
      &lt;a href="https://x.example/private/SECRET?token=SECRET#SECRET"&gt;x&lt;/a&gt;
      &lt;a href="https://blog.a.example/"&gt;home&lt;/a&gt; &lt;a href="http://a.example/2"&gt;h&lt;/a&gt;
      &lt;a href="https://docs.google.com/document/d/SECRET/edit"&gt;y&lt;/a&gt;</description></item>
      </channel></rss>
      """
    let path = shelf.file("a.xml")
    try shelf.put(Data(html.utf8), "a.xml")
    let pond = try shelf.pond()
    for input in try Importers.read(path, as: nil, options: ImportOptions(now: Invented.now)) {
      _ = try pond.write(input, at: Invented.now)
    }
    let key = AccountKey(kind: .site, value: "www.a.example")
    #expect(
      try pond.pointers(of: [key], engagedBy: []).map(\.place) == [site("x")])
    let bytes = try shelf.bytes("pond.sqlite")
    #expect(bytes.range(of: Data("SECRET".utf8)) == nil)
  }

  @Test("a pond of the version before opens, and learns links from then on")
  func older() throws {
    let file = shelf.file("pond.sqlite")
    let before = Array(Schema.migrations.prefix(4))
    do {
      let queue = try DatabaseQueue(path: file)
      try queue.inDatabase { database in
        for migration in before { try database.execute(sql: migration.sql) }
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(before.count)")
      }
    }
    let pond = try shelf.pond()
    #expect(try pond.pointers(of: [Invented.key("a")], engagedBy: everything).isEmpty)
    _ = try pond.write(feed([("1", ["x"])]), at: Invented.now)
    #expect(try pointers(pond) == ["x.example 1 0"])
  }
}
