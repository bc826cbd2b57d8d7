import ArgumentParser
import Foundation
import PondGraph

/// `pond explain TOPIC`: the formulas as the product states them.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain how Pond comes to what it says.",
    usage: "pond explain [<topic>] [options]",
    discussion: """
      Topics: \(topics.joined(separator: ", ")).

      Where you agreed to other measures than the model's (pond learn), they stand beside them.
      """)

  /// What the library explains, and what only its register of importers knows.
  private static let topics = Pond.topics + ["formats"]

  @Argument(
    help: ArgumentHelp("\(topics.joined(separator: ", ")).", valueName: "topic"),
    completion: .list(topics))
  var topic: String?

  @OptionGroup var pond: PondOptions

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
      try out.line(text(topic))
    } else {
      try out.line("pond explain TOPIC, where TOPIC is one of:")
      for topic in Self.topics { try out.line("  \(topic)") }
    }
    try out.flush()
  }

  // A pond file that nobody named and that cannot be read is no reason to explain nothing.
  private func text(_ topic: String) throws -> String {
    let own = { try Pond(at: pond.path, for: .looking).explanation(of: topic) }
    if pond.pond != nil { return try own() ?? "" }
    let isThere = FileManager.default.fileExists(atPath: pond.path)
    return (isThere ? try? own() : nil) ?? Pond.explanation(of: topic) ?? ""
  }
}
