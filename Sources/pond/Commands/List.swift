public import ArgumentParser
public import PondGraph

/// `pond list`: the accounts with their figures.
struct List: ParsableCommand, AnswersInJSON {
  /// The order of the accounts.
  enum Order: String, CaseIterable, ExpressibleByArgument {
    case name, volume, signal, noise, snr, verdict, last
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the accounts with volume, rhythm, signal, noise and verdict.",
    usage: "pond list [options]",
    discussion: """
      Columns: posts a week; the last twelve weeks, on one scale for all; the middle gap between \
      posts; posts a week worth your attention (signal) and not (noise); their ratio with its 90% \
      interval, and for people no figure but how far it has come; how long it could be seen; \
      Pond's suggestion, or your answer with ✓. A dash is a figure that is unknown, and no 0. Who \
      follows you back is asked nowhere: it says nothing about what you read, so there is no \
      filter for it.
      """)

  @Option(
    help: """
      name, volume, signal, noise, snr, verdict or last (post); the largest figure first, the \
      unknown last.
      """)
  var sort = Order.name

  @Option(
    help: "Only the accounts in this folder, or below it.", completion: Completions.folders)
  var folder: String?

  @Option(
    help: "Only accounts with this tag or category of yours; Sport finds Sport/Bikes, too.",
    completion: Completions.tags)
  var tag: String?

  @Option(help: "Only accounts of this kind: feed, newsletter, command.")
  var kind: AccountKind?

  @Option(help: "How many to show; 0 shows all.")
  var limit = 0

  @Flag(help: "Also accounts that you do not follow but another source knows.")
  var known = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var rows: RowOptions

  var wantsJSON: Bool { output.json || rows.format == .json }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
    try rows.check(AccountFields.names)
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let overviews = try file.overviews(known: known, now: pond.clock.present())
    if let folder, !overviews.isEmpty { try file.requireFolder(folder) }
    if let tag, !overviews.isEmpty { try file.requireTag(tag) }
    let chosen = AccountOrder(sort, folder: folder, tag: tag, kind: kind).applied(to: overviews)
    let shown = limit == 0 ? chosen : Array(chosen.prefix(limit))
    let out = StandardOutput()
    switch output.json ? .json : rows.shape {
    case .json: try JSONText.write(ListJSON(shown), to: out)
    case .nl: for overview in shown { try JSONText.writeLine(AccountJSON(overview), to: out) }
    case .tsv where shown.isEmpty: break
    case .tsv:
      for line in AccountFields(rows.names).lines(shown) { try out.line(line) }
    case .table:
      let table = AccountTable(
        width: Width.ofTerminal(atLeast: 30), hasLinks: Hyperlink.isKnown)
      if !shown.isEmpty { try out.line(table.header) }
      for overview in shown { try out.line(table.row(overview)) }
    }
    try out.flush()
    if shown.isEmpty { pond.notice("No account fits. pond import PATH teaches Pond a list.") }
    if let unknown = AccountOrder.unknown(by: sort, among: chosen) { pond.notice(unknown) }
    if shown.count < chosen.count {
      pond.notice("\(Words.grouped(chosen.count - shown.count)) more (--limit 0 shows all)")
    }
  }
}

extension AccountKind: ExpressibleByArgument {}
