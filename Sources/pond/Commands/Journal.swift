import ArgumentParser
import PondGraph

/// `pond journal`: every decision, with date and reason.
struct Journal: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Show every decision with its date and reason.",
    usage: "pond journal [options]")

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var rows: RowOptions

  var wantsJSON: Bool { output.json || rows.format == .json }

  func validate() throws { try rows.check(JournalFields.names) }

  func run() throws {
    let out = StandardOutput()
    let file = try Pond(at: pond.path, for: .looking)
    let lines = try file.journal()
    let learned = try file.learned()
    switch output.json ? .json : rows.shape {
    case .json: try JSONText.write(JournalJSON(lines, learned: learned), to: out)
    case .nl: for line in lines { try JSONText.writeLine(JournalJSON.Entry(line), to: out) }
    case .tsv where lines.isEmpty: break
    case .tsv: for line in JournalFields(rows.names).lines(lines) { try out.line(line) }
    case .table:
      for line in JournalText(entries: lines, learned: learned).lines { try out.line(line) }
    }
    try out.flush()
    if lines.isEmpty, learned.isEmpty, !wantsJSON { pond.notice("Nothing was decided yet.") }
  }
}
