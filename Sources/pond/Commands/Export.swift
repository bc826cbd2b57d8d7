import ArgumentParser
import Foundation
import PondGraph

/// `pond export FORMAT`: what leaves the pond.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the trimmed list that your reader takes back.",
    usage: "pond export FORMAT [options]",
    discussion: """
      Lists with your decisions carried out: who left is cut, who was repaired has the new address, \
      who was thinned stands in your stream folder, whom you followed here is added:
      opml       the OPML you imported, byte for byte but for that
      newsboat   the urls file you imported, likewise; the stream is a tag
      list       the plain list of addresses you imported, likewise
      bookmarks  the bookmarks you imported, without the live bookmarks of those who leave
      mastodon   following_accounts.csv, boosts off for who was thinned, lists.csv beside it
      bluesky    the follow records to delete, as JSON
      nostr      your contact list as a new event, for your client to sign

      Checklists, for networks that take no list back (-o page.html makes a page):
      youtube, x, instagram, threads, facebook, linkedin, reddit, github, and fediverse for \
      servers whose import only adds (Misskey, Sharkey, Pleroma, Akkoma, Pixelfed)

      Everything, for you and for other programs:
      decisions  what you decided, noted and joined, as a file that pond decide --from takes back
      csv        a table for a spreadsheet
      json       the accounts as pond list --json tells them
      graph      GraphML, which Gephi opens

      Only your decisions remove anything. Most readers add what an OPML holds and remove nothing: \
      delete the old list there first, or import into an empty account. newsboat reads its urls \
      file as it is. On Mastodon and GoToSocial choose Overwrite; Merge removes nothing.
      """)

  @Argument(help: "One of the formats above.")
  var format: ExportFormat

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Which of the imported lists to trim, by its path; default the newest.", valueName: "path"))
  var list: String?

  @Option(
    help: ArgumentHelp(
      "Only a list of this account of yours, where Pond knows whose it is.", valueName: "handle"))
  var me: String?

  @Option(
    help: "Of an OPML, only this folder and what is below it.", completion: Completions.folders)
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "The list as it was at the end of this day, or at this moment: 2026-05-01.",
      valueName: "date"),
    transform: PastMoment.init)
  var asOf: PastMoment?

  @Flag(help: "Also cut folders that became empty.")
  var dropEmptyFolders = false

  @Flag(help: "Put the close ring and the stream of the plan into folders or lists of their own.")
  var rings = false

  @Flag(help: "Write a list that drops more than half of what came in without asking again.")
  var yes = false

  @Flag(help: "Say what would be cut, and write nothing.")
  var dryRun = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard folder == nil || format == .opml else {
      throw ValidationError("--folder goes with opml alone: no other list has folders.")
    }
    guard asOf == nil || (format.list != nil && !rings) else {
      throw ValidationError("--as-of goes with lists, and without --rings: rings are of today.")
    }
  }

  /// A moment of the past as a person writes it: a day means its end.
  struct PastMoment {
    let moment: Date

    init(_ text: String) throws {
      guard let moment = Moment.parse(text) else {
        throw ValidationError("'\(text)' is neither a day (2026-05-01) nor a moment.")
      }
      self.moment = text.count > 10 ? moment : moment.addingTimeInterval(86_400 - 0.001)
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    if let list = format.list {
      try trim(list, in: file)
    } else if let network = format.network {
      try check(network, in: file)
    } else {
      try tell(file)
    }
  }

  private func trim(_ format: Pond.ExportFormat, in file: Pond) throws {
    let exported = try file.export(
      format, list: list, me: me, dropsEmptyFolders: dropEmptyFolders, folder: folder, rings: rings,
      asOf: asOf?.moment, now: pond.clock.present())
    if !dryRun {
      if exported.dropsMostOfIt, folder == nil {
        try Confirmation.ask(ExportText.halfQuestion(exported), given: yes)
      }
      if let output, output != "-" {
        try file.write(exported, to: output, overwrites: force)
      } else {
        try write(exported.bytes, beside: file)
      }
    }
    for line in ExportText.lines(
      exported, format, to: dryRun || output == "-" ? nil : output, folder: folder)
    { pond.notice(line) }
  }

  private func check(_ network: AccountKind, in file: Pond) throws {
    let checklist = try file.checklist(of: network)
    let isPage = output.map { $0.hasSuffix(".html") || $0.hasSuffix(".htm") } ?? false
    if !dryRun { try write(isPage ? checklist.html : checklist.text, beside: file) }
    pond.notice(ExportText.checklist(checklist.count, network))
  }

  private func tell(_ file: Pond) throws {
    let text = try format.text(of: file, now: pond.clock.present())
    if dryRun { return pond.notice("\(Words.count(text.utf8.count, "byte")) would be written.") }
    try write(Data(text.utf8), beside: file)
    if let output, output != "-" { pond.notice("written to \(Sanitize.line(output))") }
  }

  private func write(_ bytes: Data, beside file: Pond) throws {
    if let output, output != "-" {
      try file.write(bytes, to: output, overwrites: force)
    } else {
      let out = StandardOutput()
      try out.bytes(bytes)
      try out.flush()
    }
  }
}
