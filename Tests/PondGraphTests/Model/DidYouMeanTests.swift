import PondGraph
import Testing

@Suite("Did you mean")
struct DidYouMeanTests {
  private let verdicts = ["keep", "thin", "archive", "let-go", "wait", "hold"]

  @Test(
    "a slip or two find the word that was meant",
    arguments: [
      ("kep", "keep"), ("letgo", "let-go"), ("let_go", "let-go"), ("LET-GO", "let-go"),
      ("archvie", "archive"), ("thn", "thin"), ("hodl", "hold"), ("arch", "archive"),
    ])
  func near(typed: String, meant: String) {
    #expect(DidYouMean.nearest(typed, among: verdicts).first == meant)
  }

  @Test("nothing is guessed of a word that is near nothing", arguments: ["", "drop", "unfollow"])
  func far(typed: String) {
    #expect(DidYouMean.nearest(typed, among: verdicts).isEmpty)
    #expect(DidYouMean.advice(typed, among: verdicts) == nil)
  }

  @Test("the beginning of a longer word is it, from three letters on")
  func beginnings() {
    let words = ["subscriptions", "settings"]
    #expect(DidYouMean.nearest("sub", among: words) == ["subscriptions"])
    #expect(DidYouMean.nearest("su", among: words).isEmpty)
    #expect(DidYouMean.nearest("ptions", among: words).isEmpty)
    #expect(DidYouMean.nearest("subscriptionsandmore", among: words).isEmpty)
  }

  @Test("words that are equally near are all said")
  func several() {
    #expect(DidYouMean.advice("new", among: ["News", "Newt"]) == "Did you mean News or Newt?")
  }
}
