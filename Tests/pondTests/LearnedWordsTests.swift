import Foundation
import PondTestSupport
import Testing

/// What `pond import` says of what it learned, and of what it did not.
@Suite("Words of learning")
struct LearnedWordsTests {
  private let home = """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <DL><p><DT><A HREF="https://ada.example/" ADD_DATE="1770000000">Ada at home</A></DL><p>
    """
  private let list = """
    <opml version="2.0"><body><outline text="Ada" xmlUrl="https://ada.example/feed.xml"
    htmlUrl="https://ada.example/"/></body></opml>
    """

  @Test("pages before any list are kept, which is not nothing; a home page is no post (E-8)")
  func pagesFirst() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let said = try pond.run("import", try pond.put(Data(home.utf8), "bookmarks.html"))
    #expect(said.code == 0 && said.text.contains("(bookmarks): nothing that counts yet\n"))
    #expect(said.text.contains("1 page of nobody you follow so far: kept as a digest"))
    #expect(!said.text.contains("nothing that Pond learns from"))
    try pond.run("import", try pond.put(Data(list.utf8), "a.opml"))
    let why = try pond.run("why", "ada").text
    #expect(why.contains("You saved one of its pages") && !why.contains("one of its posts"))
  }

  @Test("a list cut inside of its last row ends with 65, and nobody leaves (I11)")
  func cutList() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let rows = (1...9).map { number in
      let id = "UCexampleHarbour0000000\(number)"
      return "\(id),http://www.youtube.com/channel/\(id),Harbour \(number)\n"
    }
    let whole = "Channel Id,Channel Url,Channel Title\n" + rows.joined()
    let cut = String(whole.dropLast(30))
    try pond.run("import", try pond.put(Data(whole.utf8), "subscriptions.csv"))
    let path = try pond.put(Data(cut.utf8), "cut.csv")
    let refused = try pond.run("import", path)
    #expect(refused.code == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("8 channels stand before that point; nothing was imported"))
    #expect(refused.errors.contains("pond import --partial"))
    let taken = try pond.run("import", "--partial", path)
    #expect(taken.code == 0 && taken.text.contains("not the whole"), "\(taken.errors)")
    #expect(try pond.run("list", "--json").text.components(separatedBy: "\"id\"").count == 10)
  }
}
