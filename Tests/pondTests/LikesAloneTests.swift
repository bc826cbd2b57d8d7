import Foundation
import PondTestSupport
import Testing

/// Whom one follows on a server, and an archive with likes: no file shows what they post.
@Suite("A list of the fediverse and likes alone (I10, S3)")
struct LikesAloneTests {
  private func made() throws -> PondProcess {
    let pond = try PondProcess()
    let rows = """
      Account address,Show boosts,Notify on new posts,Languages
      bob@b.example,true,false,
      cat@c.example,false,true,
      """
    let likes = (1...4).map { #""https://b.example/users/bob/statuses/\#($0)""# }
    let documents = [
      "actor.json": """
      {"@context":"https://www.w3.org/ns/activitystreams","type":"Person",\
      "id":"https://me.example/users/me","preferredUsername":"me","url":"https://me.example/@me",\
      "outbox":"outbox.json","likes":"likes.json","bookmarks":"bookmarks.json"}
      """,
      "outbox.json":
        #"{"id":"outbox.json","type":"OrderedCollection","totalItems":0,"orderedItems":[]}"#,
      "bookmarks.json": #"{"id":"bookmarks.json","type":"OrderedCollection","orderedItems":[]}"#,
      "likes.json": """
      {"id":"likes.json","type":"OrderedCollection","orderedItems":[\(likes.joined(separator: ","))]}
      """,
    ]
    let folder = pond.home.appendingPathComponent("archive")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in documents {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let list = try pond.put(Data(rows.utf8), "following_accounts.csv")
    let outcome = try pond.run("import", list, folder.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return pond
  }

  @Test("whoever stands in the close ring by likes is not said to be kept")
  func liked() throws {
    let pond = try made()
    defer { pond.remove() }
    let plan = try pond.run("plan").text
    #expect(plan.contains(/bob@b.example +unknown  liked by you/), "\(plan)")
    #expect(!plan.contains("kept by you"))
    try pond.run("decide", "cat@c.example", "keep")
    #expect(!(try pond.run("plan").text.contains(/bob.*kept by you/)))
  }

  @Test("the switches of the list are no topics")
  func switches() throws {
    let pond = try made()
    defer { pond.remove() }
    try pond.run("decide", "cat@c.example", "keep")
    let plan = try pond.run("plan", "--size", "1")
    #expect(!plan.text.contains("Without a voice"), "\(plan.text)")
    #expect(try pond.run("why", "cat@c.example").text.contains("boosts hidden"))
  }
}
