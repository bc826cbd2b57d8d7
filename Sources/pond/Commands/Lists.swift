import ArgumentParser
import PondGraph

/// `pond lists`: what is imported, whose, from where.
struct Lists: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "lists",
    abstract: "Show the lists that you imported: whose, from where, and which of them count.",
    usage: "pond lists [options]",
    discussion: """
      A newer export of a list takes the place of the older one when it is imported; the older one \
      is shown with what took its place, and counts for nothing until that is left out. Where Pond \
      took two lists for one, say pond import PATH --beside; where it did not see that they are \
      one, say pond import NEWER --replaces OLDER.
      """)

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var rows: RowOptions

  var wantsJSON: Bool { output.json || rows.format == .json }

  func validate() throws { try rows.check(ListFields.names) }

  func run() throws {
    let out = StandardOutput()
    let lists = try Pond(at: pond.path, for: .looking).lists()
    switch output.json ? .json : rows.shape {
    case .json: try JSONText.write(ListsJSON(lists), to: out)
    case .nl: for list in lists { try JSONText.writeLine(ListsJSON.Entry(list), to: out) }
    case .tsv where lists.isEmpty: break
    case .tsv: for line in ListFields(rows.names).lines(lists) { try out.line(line) }
    case .table: for line in ListsText.lines(lists) { try out.line(line) }
    }
    try out.flush()
    if lists.isEmpty, !wantsJSON { pond.notice("No list was imported yet: pond import PATH") }
  }
}

/// `pond forget LIST`: leaves one out.
struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Leave an imported list out: whom only it names is followed no more.",
    discussion: """
      What the list said of accounts and the copy of it that Pond keeps are gone from the pond \
      file; your decisions, notes and what other files tell stay. The file itself is not touched; \
      importing it again brings it back, pond cycle does not.
      """)

  @Argument(
    help: "The list: its number in pond lists, its path, or the end of its path.",
    completion: Completions.lists)
  var list: String

  @Flag(help: "Leave it out without asking first.")
  var yes = false

  @Flag(help: "Say what would be left out, and change nothing.")
  var dryRun = false

  @OptionGroup var pond: PondOptions

  func run() throws {
    let file = try Pond(at: pond.path, for: dryRun ? .looking : .deciding)
    let meant = try file.list(named: list)
    let out = StandardOutput()
    if dryRun {
      try out.line("would leave out: \(ListsText.line(meant))")
    } else {
      try Confirmation.ask(
        "\(Sanitize.line(meant.path)) and its \(Words.count(meant.accounts, "account")) "
          + "would be left out.", given: yes)
      try out.line("left out: \(ListsText.line(try file.forget(list: list)))")
    }
    try out.flush()
  }
}
