import ArgumentParser
import PondGraph

/// `pond explain TOPIC`: the formulas as the product states them.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain how Pond comes to what it says.",
    discussion: "Topics: \(Pond.topics.joined(separator: ", ")).")

  @Argument(help: ArgumentHelp("\(Pond.topics.joined(separator: ", ")).", valueName: "topic"))
  var topic: String?

  @Flag(help: .hidden)
  var quiet = false

  func validate() throws {
    if let topic, !Pond.topics.contains(topic) {
      let topics = Pond.topics.joined(separator: ", ")
      throw ValidationError("Pond explains \(topics); '\(topic)' is none of them.")
    }
  }

  func run() throws {
    let out = StandardOutput()
    if let topic {
      try out.line(Pond.explanation(of: topic) ?? "")
    } else {
      try out.line("pond explain TOPIC, where TOPIC is one of:")
      for topic in Pond.topics { try out.line("  \(topic)") }
    }
    try out.flush()
  }
}
