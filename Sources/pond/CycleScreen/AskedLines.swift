import Foundation
import PondGraph

/// Questions on a plain stream, a line each.
struct AskedLines {
  private let out = StandardOutput()

  /// A line that the person types, without blanks at its ends; nil where there is nothing more to read.
  func line(_ prompt: String) throws -> String? {
    try out.bytes(prompt.utf8)
    try out.flush()
    guard let line = readLine() else {
      try out.line()
      try out.flush()
      return nil
    }
    // A terminal shows what is typed; a pipe's transcript would not.
    if isatty(STDIN_FILENO) == 0 {
      try out.line(Sanitize.line(line))
      try out.flush()
    }
    return line.trimmingCharacters(in: .whitespaces)
  }

  /// Yes, or no; nil where the person leaves. Enter is no.
  func ask(_ question: String, yes: String) throws -> Bool? {
    let choices = [Choice(key: yes, word: "yes", value: true)]
    return try choose(question, choices).map { $0 ?? false }
  }

  /// One of several answers.
  struct Choice<Value> {
    let key: String
    let word: String
    let value: Value
  }

  /// The answer whose key was typed; nil in it for Enter, which goes on without one; nil alone where the
  /// person leaves.
  func choose<Value>(_ question: String, _ choices: [Choice<Value>]) throws -> Value?? {
    let keys = choices.map { "\($0.key) \($0.word)" } + ["Enter no", "q leave"]
    let lines = Words.wrap("\(question) [\(keys.joined(separator: ", "))] ", to: 78)
    for line in lines.dropLast() {
      try out.line(line)
    }
    while true {
      guard let typed = try line((lines.last ?? "") + " ")?.lowercased(), typed != "q" else {
        return nil
      }
      if typed.isEmpty || typed == "n" || typed == "no" { return .some(nil) }
      if let choice = choices.first(where: { $0.key == typed || $0.word == typed }) {
        return .some(choice.value)
      }
      try out.line("There is no answer “\(Sanitize.line(typed))”.")
    }
  }
}
