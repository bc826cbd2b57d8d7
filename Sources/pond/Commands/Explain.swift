import ArgumentParser
import PondGraph

/// `pond explain TOPIC`: the formulas as the product states them.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain how Pond comes to what it says.",
    discussion: "Topics: \(topics.joined(separator: ", ")).")

  /// What the library explains, and what only its register of importers knows.
  private static let topics = Pond.topics + ["formats"]

  @Argument(
    help: ArgumentHelp("\(topics.joined(separator: ", ")).", valueName: "topic"),
    completion: .list(topics))
  var topic: String?

  @Flag(help: .hidden)
  var quiet = false

  func validate() throws {
    if let topic, !Self.topics.contains(topic) {
      let topics = Self.topics.joined(separator: ", ")
      let near = DidYouMean.advice(topic, among: Self.topics).map { " " + $0 } ?? ""
      throw ValidationError("Pond explains \(topics); '\(topic)' is none of them.\(near)")
    }
  }

  func run() throws {
    let out = StandardOutput()
    if topic == "formats" {
      for line in FormatsText.lines { try out.line(line) }
    } else if let topic {
      try out.line(Pond.explanation(of: topic) ?? "")
    } else {
      try out.line("pond explain TOPIC, where TOPIC is one of:")
      for topic in Self.topics { try out.line("  \(topic)") }
    }
    try out.flush()
  }
}
