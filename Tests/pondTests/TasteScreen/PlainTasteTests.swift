import Foundation
import PondTestSupport
import Testing

@testable import pond

@Suite("A tasting on a plain stream, and in a terminal (R4)")
struct PlainTasteTests {
  private func learned(_ inputs: [String] = []) throws -> PondProcess {
    let pond = try PondProcess()
    let standard = ["Samples/ada/subscriptions.opml", "Samples/ada/feeds"]
    _ = try pond.run(["import", "--quiet"] + (inputs.isEmpty ? standard : inputs))
    return pond
  }

  @Test("posts as a screen reader hears them: answers, whose it was, undo, what is no answer")
  func conversation() throws {
    let pond = try learned()
    defer { pond.remove() }
    let outcome = try pond.run("taste", "--plain", input: ".\nn\ny\nu\nhuh\ns\ng\nn\nq\n")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    // In a pipe nothing is echoed, so that what follows stands behind the prompt.
    let lines = outcome.lines.map { $0.replacing("Would you read it? ", with: "") }
    #expect(lines.allSatisfy { Width.columns(of: $0) <= 80 })
    #expect(!outcome.text.contains("\u{1B}"))
    #expect(outcome.text.hasPrefix("y would read, n not for me, g gladly, s cannot say"))
    let titles = outcome.lines.filter { $0.hasPrefix("Title: ") }
    #expect(titles.count == 7 && titles[1] == titles[3], "what was taken back comes again")
    #expect(outcome.text.contains("Would you read it? Answer first; then . tells whose it was."))
    #expect(outcome.text.contains("Please answer with a letter or a word."))
    #expect(
      outcome.text.contains("You tasted 4 posts: 1 gladly, 2 not for you and 1 you could not say."))
    #expect(outcome.text.contains("Next:  pond "))
  }

  @Test("the answers end, and the tasting with them; the next one goes on behind them")
  func endOfAnswers() throws {
    let pond = try learned()
    defer { pond.remove() }
    let first = try pond.run("taste", "--plain", input: "n\nn")
    #expect(first.code == 0 && first.text.contains("You tasted 2 posts: 2 not for you."))
    let titles = first.lines.filter { $0.contains("Title: ") }
    let second = try pond.run("taste", "--plain", "--posts", "2", input: "y\ny\ny\n")
    #expect(second.text.contains("Post 2 of 2") && !second.text.contains("Post 3"))
    #expect(second.lines.first { $0.contains("Title: ") } == titles.last)
  }

  @Test("options that mean nothing are refused with a sentence (T-C01)")
  func usage() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    for wrong in [["--posts", "0"], ["--minutes", "0"], ["--minutes", "-1"]] {
      #expect(try pond.run(["taste"] + wrong).code == 64)
    }
    #expect(try pond.run("taste").code == 66, "there is no pond yet")
  }

  @Test("no posts at all: a sentence, and the step that would bring some")
  func noPosts() throws {
    let pond = try learned(["Samples/ada/subscriptions.opml"])
    defer { pond.remove() }
    let outcome = try pond.run("taste")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("There is nothing to taste: no post of the last 90 days"))
    #expect(outcome.text.contains("Next:  pond fetch"))
  }

  @Test(
    "killed between a key and the screen: the answer is there, or the key was not taken; never half"
  )
  func killed() throws {
    let pond = try learned()
    defer { pond.remove() }
    for number in 0..<5 {
      let keys = try pond.put(Data(String(repeating: "n\n", count: 200).utf8), "keys")
      let child = try pond.start(["taste", "--plain", "--further"], input: .path(keys))
      usleep(UInt32(150_000 + 60_000 * number))
      child.kill(SIGKILL)
      _ = try child.wait()
      #expect(try pond.run("doctor").code == 0)
    }
    let before = try pond.run("export", "decisions").lines.count { $0.hasPrefix("taste ") }
    let outcome = try pond.run("taste", "--plain", "--further", "--posts", "1", input: "u\nn\n")
    #expect(outcome.code == 0)
    let after = try pond.run("export", "decisions").lines.count { $0.hasPrefix("taste ") }
    #expect(after == (before == 0 ? 1 : before))
  }

  @Test("answers are exported, shown before they are taken, and imported (E4)")
  func portable() throws {
    let pond = try learned()
    defer { pond.remove() }
    _ = try pond.run("taste", "--plain", input: "n\ng\ny\ns\n")
    let file = try pond.run("export", "decisions").output
    let digest = try pond.run("doctor", "--digest").text
    let other = try learned()
    defer { other.remove() }
    let path = try other.put(file, "mine.txt")
    let dry = try other.run("decide", "--from", path, "--dry-run")
    #expect(dry.text.contains("taste    "))
    let kept = try other.run("decide", "--from", path, "--yes")
    #expect(kept.code == 0 && kept.errors.contains("4 tastings kept"))
    #expect(try other.run("doctor", "--digest").text == digest)
  }
}
