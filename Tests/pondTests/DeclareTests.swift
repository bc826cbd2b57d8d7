import Foundation
import PondTestSupport
import Testing

/// What only the person can say stands until they take it back (S8).
@Suite("Declared words")
struct DeclareTests {
  @Test("a word stands through re-imports, is shown, leaves in the file, and is taken back")
  func stands() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let before = try pond.run("doctor", "--digest").text
    let said = try pond.run("declare", "harbour wire", "trusted")
    #expect(said.code == 0 && said.text.contains("trusted: Korsund Harbour Wire"))
    #expect(try pond.run("declare", "harbour wire", "importance", "2").code == 0)
    try pond.run(["import"] + MainJobTests.inputs)
    let shown = try pond.run("why", "harbour wire").text
    #expect(shown.contains("Pond suggests: keep") && shown.contains("You said that"))
    let words = try pond.run("export", "decisions").text
    #expect(words.contains("— trusted\n") && words.contains("— importance 2.0\n"))
    #expect(try pond.run("declare", "harbour wire", "trusted", "--withdraw").code == 0)
    #expect(try pond.run("declare", "harbour wire", "trusted", "--withdraw").code == 64)
    #expect(try pond.run("declare", "harbour wire", "importance", "--withdraw").code == 0)
    #expect(try pond.run("doctor", "--digest").text == before)
    let again = try pond.run(
      "decide", "--yes", "--from", try pond.put(Data(words.utf8), "words.txt"))
    #expect(again.code == 0 && again.text.contains("declare  Korsund Harbour Wire: trusted"))
    #expect(try pond.run("export", "decisions").text == words)
  }

  @Test("a word that is none, or an importance without a weight, is a usage error")
  func wrongWords() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    for arguments in [["friend"], ["importance"], ["importance", "much"]] {
      #expect(try pond.run(["declare", "harbour wire"] + arguments).code == 64)
    }
    #expect(try pond.run("declare", "nobody at all", "trusted").code == 64)
  }
}
