import Foundation
import PondTestSupport
import Testing

/// Nothing that nobody looked at is printed, added or compared as 0 (I10).
@Suite("The unknown is told as unknown (I10)")
struct UnknownTests {
  private func listAlone() throws -> PondProcess {
    let pond = try PondProcess()
    #expect(try pond.run("import", "Samples/ada/subscriptions.opml").code <= 1)
    return pond
  }

  @Test("pond with a list alone names what is unknown, and the step that fits feeds")
  func standing() throws {
    let pond = try listAlone()
    defer { pond.remove() }
    let text = try pond.run().text
    #expect(text.contains("how much they post is unknown"))
    #expect(!text.contains("0.00") && !text.contains("0 posts a week"))
    #expect(text.contains("Next:  pond fetch") && !text.contains("newsboat"))
  }

  @Test("list: figures are dashes in words, null in JSON, last in every order")
  func list() throws {
    let pond = try listAlone()
    defer { pond.remove() }
    let rows = try pond.run("list", "--sort", "volume")
    #expect(rows.errors.contains("The volume is unknown for"))
    #expect(!rows.text.contains("0.00"))
    let accounts = try accounts(pond)
    #expect(!accounts.isEmpty)
    for account in accounts {
      for key in ["window", "posts", "postsPerWeek", "signal", "noise", "snr", "minutesPerWeek"] {
        #expect(account[key] is NSNull, "\(key)")
      }
      #expect(account["rule"] as? String == "too little seen")
    }
  }

  @Test("why: no suggestion is printed where nothing was seen, and no figure is 0")
  func why() throws {
    let pond = try listAlone()
    defer { pond.remove() }
    let id = try #require(try accounts(pond).first?["id"] as? String)
    let text = try pond.run("why", id).text
    #expect(text.contains("Pond suggests nothing yet: wait (rule: too little seen)"))
    #expect(text.contains("posts a week      unknown"))
    #expect(text.contains("reading it all    unknown"))
  }

  @Test("beside the unknown the known is summed alone, and the orders put the unknown last")
  func mixed() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    #expect(try pond.run().text.contains("unknown for"))
    let known = try accounts(pond, "--sort", "noise").map { $0["noise"] is NSNull }
    #expect(known.contains(true) && known.contains(false))
    #expect(known == known.sorted { !$0 && $1 })
  }

  private func accounts(_ pond: PondProcess, _ options: String...) throws -> [[String: Any]] {
    let output = try pond.run(["list", "--json"] + options).output
    let object = try JSONSerialization.jsonObject(with: output) as? [String: Any]
    return object?["accounts"] as? [[String: Any]] ?? []
  }
}
