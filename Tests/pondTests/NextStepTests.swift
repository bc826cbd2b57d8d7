import Foundation
import PondTestSupport
import Testing

/// `pond` after an import names the step that fits where somebody comes from.
@Suite("The next step, by origin")
struct NextStepTests {
  private func said(_ inputs: String...) throws -> String {
    let pond = try PondProcess()
    defer { pond.remove() }
    for input in inputs { try pond.run("import", "--quiet", input) }
    let outcome = try pond.run()
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    if !inputs.contains(where: { $0.contains("newsboat") || $0.hasSuffix("urls") }) {
      #expect(!outcome.text.contains("newsboat"), "\(inputs)")
    }
    return outcome.text
  }

  @Test("a list of feeds is fetched first, then the reader's database, and no 0 stands for unknown")
  func opml() throws {
    let text = try said("Samples/ada/subscriptions.opml")
    #expect(text.contains("Next:  pond fetch "))
    #expect(text.contains("then:  pond import DATABASE"))
    #expect(text.contains("how much they post is unknown") && !text.contains("about 0"))
  }

  @Test("posts without attention lead to a tasting")
  func feeds() throws {
    let text = try said("Samples/ada/subscriptions.opml", "Samples/ada/feeds")
    #expect(text.contains("pond taste") && text.contains("unknown for"), "some show no post yet")
  }

  @Test("newsboat's list leads to newsboat's cache, and to nobody else's")
  func newsboat() throws {
    #expect(try said("Samples/ada/urls").contains("pond import ~/.newsboat/cache.db"))
  }

  @Test("Mastodon: the list is fetched, the archive asked for; the archive alone lacks the list")
  func mastodon() throws {
    let list = try said("Samples/mastodon/following_accounts.csv")
    #expect(list.contains("pond fetch --network mastodon"))
    #expect(list.contains("pond import archive.zip"))
  }

  @Test("Instagram and X lead to the review's questions, for nothing else can be asked")
  func questions() throws {
    for input in ["Samples/instagram", "Samples/x"] {
      let text = try said(input)
      #expect(text.contains("pond review"), "\(input): \(text)")
      #expect(!text.contains("pond fetch"), "\(input): \(text)")
    }
  }

  @Test("YouTube's channels are fetched, and the history is asked for as JSON")
  func youtube() throws {
    let text = try said("Samples/youtube/subscriptions-2019.json")
    #expect(text.contains("pond fetch --network youtube") && text.contains("JSON"))
  }
}
