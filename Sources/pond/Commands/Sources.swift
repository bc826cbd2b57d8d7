import ArgumentParser
import PondGraph

/// `pond sources`: what was given to Pond, and what of it changed.
struct Sources: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show what you gave pond import, when, and what of it changed on the disk since.",
    usage: "pond sources [--forget <path>] [options]",
    discussion: """
      Pond remembers each file, folder and archive as you named it. Whether it changed is told by its \
      size and time, without reading it; pond cycle learns again what did.
      """)

  @Option(
    help: ArgumentHelp(
      "Do not look at this one again; what was learned from it stays.", valueName: "path"),
    completion: .file())
  var forget: String?

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var rows: RowOptions

  var wantsJSON: Bool { output.json || rows.format == .json }

  func validate() throws { try rows.check(SourceFields.names) }

  func run() throws {
    let out = StandardOutput()
    if let forget {
      let source = try Pond(at: pond.path, for: .deciding).forget(source: forget)
      try out.line("forgotten: \(Sanitize.line(source.path))")
      return try out.flush()
    }
    let sources = try Pond(at: pond.path, for: .looking).sources()
    switch output.json ? .json : rows.shape {
    case .json: try JSONText.write(SourcesJSON(sources), to: out)
    case .nl: for source in sources { try JSONText.writeLine(SourcesJSON.Entry(source), to: out) }
    case .tsv where sources.isEmpty: break
    case .tsv: for line in SourceFields(rows.names).lines(sources) { try out.line(line) }
    case .table: for line in SourcesText.lines(sources) { try out.line(line) }
    }
    try out.flush()
    if sources.isEmpty, !wantsJSON {
      pond.notice("No source is remembered: what pond import learns from now on will be.")
    }
  }
}
