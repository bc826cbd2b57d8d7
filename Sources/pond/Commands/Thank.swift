import ArgumentParser
import Foundation
import PondGraph

/// `pond thank`: whom one could answer or thank.
struct Thank: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "thank",
    abstract: "List whom you could answer or thank, for you alone; nothing is sent.",
    usage: "pond thank [-o <file>] [options]",
    discussion: """
      At most twelve of those you follow and have not let go: whose words were addressed to you, \
      with no word of yours after them that any file tells of; and whose posts you liked, starred, \
      saved or passed on three times or more, without a word to them. Each with one or two posts, \
      where a file holds them. Nothing of it leaves this machine, and nobody has to be answered.

      A file that -o writes can be opened by you alone.
      """)

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var json: JSONOption

  var wantsJSON: Bool { json.json }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let thanks = try file.thanks(now: pond.clock.present())
    let path = output == "-" ? nil : output
    let width = path == nil ? min(Width.ofTerminal(), 100) : 80
    let text =
      try json.json
      ? JSONText.text(ThankJSON(thanks))
      : ThankText(thanks: thanks, width: width).lines.joined(separator: "\n")
    guard let path else {
      let out = StandardOutput()
      try out.line(text)
      return try out.flush()
    }
    try file.write(Data((text + "\n").utf8), to: path, overwrites: force, isPrivate: true)
    pond.notice("written to \(Sanitize.line(path)), for you alone")
  }
}
