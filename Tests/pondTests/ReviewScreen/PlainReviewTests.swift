import Foundation
import PondTestSupport
import Testing

@testable import pond

@Suite("The review on a plain stream (R4)")
struct PlainReviewTests {
  private func review(
    _ pond: PondProcess, _ arguments: [String] = [], input: String
  ) throws -> PondProcess.Outcome {
    try pond.run(["review"] + arguments, input: input)
  }

  @Test("one question, as a screen reader hears it")
  func snapshot() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let outcome = try review(pond, input: "thin\nquit\n")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.lines.allSatisfy { Width.columns(of: $0) <= 80 })
    #expect(!outcome.text.contains("\u{1B}"))
    try expectSnapshot(outcome.text, named: "review-plain")
  }

  @Test("numbers, letters and words are understood, anything else is asked again")
  func answers() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let typed = "1\nL\nlet-go\nhuh\n\n?\n.\nn\nwhy not\nskip\nu\nWait\nq\n"
    let outcome = try review(pond, input: typed)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("Please answer with"))
    #expect(outcome.text.contains("off the list, its address kept"), "? explains")
    #expect(outcome.text.contains("Half a year"), ". shows the figures")
    #expect(outcome.text.contains("Your note is kept"))
    #expect(outcome.text.contains("Taken back: passing over"))
    #expect(outcome.text.contains("Kept safe: 1 keep, 2 let go and 1 wait"))
    let journal = try pond.run("journal").text
    for answer in ["keep", "let-go", "wait"] { #expect(journal.contains(answer)) }
  }

  @Test("the answers end, and the review with them; nothing is lost")
  func endOfAnswers() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    #expect(try review(pond, input: "l").code == 0)
    #expect(try pond.run("journal").text.contains("let-go"))
    let rest = try review(pond, ["--limit", "2"], input: "s\ns\ns\ns\n")
    #expect(rest.text.contains("Question 2 of 2") && !rest.text.contains("Question 3"))
    #expect(rest.text.contains("2 passed over"))
    #expect(rest.text.contains("14 questions are open"))
  }

  @Test("order and folder are options; an unknown order is refused with those there are")
  func options() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let quiet = try review(pond, ["--order", "quietest"], input: "q\n").text
    #expect(!quiet.contains("Question 1 of 16: Korsund Harbour Wire"))
    let folder = try review(pond, ["--folder", "News, Sports"], input: "q\n").text
    #expect(folder.contains("in “News, Sports”"))
    let wrong = try pond.run("review", "--order", "popular")
    #expect(wrong.code == 64 && wrong.errors.contains("costliest"))
    #expect(try pond.run("review", "--plain", "--edit").code == 64)
    let none = try pond.run("review", "--folder", "nowhere")
    #expect(none.code == 64 && none.errors.contains("stands in a folder \"nowhere\""))
    #expect(try pond.run("taste", "--folder", "New, Sports").errors.contains("Did you mean"))
  }

  @Test("o shows the newest post in the person's browser, and decides nothing")
  func page() throws {
    var pond = try MainJobTests.ada()
    defer { pond.remove() }
    pond.environment["BROWSER"] = "/bin/echo shown"
    let outcome = try review(pond, input: "o\nopen\nq\n")
    #expect(outcome.text.components(separatedBy: "Opened: https://wire.example/").count == 3)
    #expect(outcome.text.contains("shown https://wire.example/"))
    #expect(try pond.run("journal").output.isEmpty)
    pond.environment["BROWSER"] = "/bin/false"
    #expect(try review(pond, input: "o\nq\n").text.contains("BROWSER names the one you use"))
  }

  @Test("no answer of a review calls anybody names, counts what is unread, or hurries (R7)")
  func kindWords() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let text = try review(pond, ["--limit", "0"], input: "k\nt\na\nl\nw\nh\n" + "s\n.\ns\n").text
    let cold = /(?i)\b(dead|useless|worthless|unread|ROI|inactive|friend|close tie|intimate)\b/
    #expect(text.firstMatch(of: cold) == nil)
    for words in ["For leaving", "For keeping", "Would change it", "What was seen"] {
      #expect(text.components(separatedBy: words).count > 6, "R3: \(words)")
    }
  }
}
