import ArgumentParser
import PondGraph

/// `pond declare ACCOUNT WORD`: what only the person can say.
struct Declare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare", abstract: "Say of an account what no file knows.",
    usage: """
      pond declare ACCOUNT WORD [WEIGHT] [options]
      pond declare ACCOUNT WORD --withdraw [options]
      """,
    discussion: """
      \(DeclaredMeaning.lines.joined(separator: "\n"))

      Your word outranks every figure until you take it back, through renames and re-imports. It is \
      the highest rung of the ladder, and nothing that Pond computes comes to it.
      """)

  @Argument(
    help: "Any piece of its address or title, or its id.", completion: Completions.accounts)
  var account: String

  @Argument(help: "trusted, known-offline, challenges-me, ambient, close or importance.")
  var word: String

  @Argument(help: "How much, for importance.")
  var weight: Double?

  @Flag(help: "Take the word back.")
  var withdraw = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard DeclaredWord.names.contains(word) else {
      let near = DidYouMean.advice(word, among: DeclaredWord.names).map { " " + $0 } ?? ""
      throw ValidationError(
        "'\(word)' is none of the words: \(Words.list(DeclaredWord.names)).\(near)")
    }
    guard withdraw || DeclaredWord(name: word, weight: weight) != nil else {
      throw ValidationError("Say how much: pond declare ACCOUNT importance 3.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .deciding)
    let out = StandardOutput()
    if withdraw {
      try out.line("taken back: \(word) of \(JoinText.name(try file.withdraw(word, of: account)))")
    } else if let said = DeclaredWord(name: word, weight: weight) {
      let named = try file.declare(account, said, now: pond.clock.present())
      try out.line("\(word): \(JoinText.name(named))")
    }
    try out.flush()
  }
}
