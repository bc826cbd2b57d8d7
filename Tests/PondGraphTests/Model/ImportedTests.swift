import Testing

@testable import PondGraph

/// What several files taught, looked at as one.
@Suite("What was imported")
struct ImportedTests {
  @Test("one file is itself; several have their format where it is one, and else are a folder")
  func formats() {
    let feed = Imported(path: "a.xml", format: "feed")
    let list = Imported(path: "b.opml", format: "opml")
    #expect(Imported.merging([feed], path: "x").path == "a.xml")
    #expect(Imported.merging([feed, feed], path: "x").format == "feed")
    #expect(Imported.merging([feed, list], path: "x").format == "folder")
    #expect(Imported.merging([feed, list], path: "x").path == "x")
  }

  @Test("what one file tells in part makes the whole partial")
  func partial() {
    let whole = Imported(path: "a", format: "feed")
    var part = whole
    part.isComplete = false
    #expect(Imported.merging([whole, whole], path: "x").isComplete)
    #expect(!Imported.merging([whole, part], path: "x").isComplete)
    #expect(!Imported.merging([part, whole], path: "x").isComplete)
  }
}
