import Foundation

/// Learns whom a person follows in the fediverse: the list of Mastodon 3 and 4, GoToSocial,
/// Pleroma, Akkoma, snac, and Misskey's without a heading.
///
/// The newest follow comes first, but no row has a date. A row is kept as it is written, for
/// Mastodon compares it byte by byte when the list comes back.
package struct MastodonFollowingImport: Importer {
  package let format = "mastodon-following"
  package let learns =
    "Whom you follow on Mastodon and its relatives, from following_accounts.csv."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    FediverseList(source)?.kind == .following
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let list = FediverseList(source)
    let rows = try AccountRows(source: source, usual: 0)
    var reading = FollowedRows(rows, options, isInverted: PleromaList.isOne(source.bytes))
    let outcome = rows.forEach { reading.take($0, $1, $2) }
    guard list != nil || !reading.isEmpty else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "no row of it names an account",
        advice: "Export the list of whom you follow as CSV again.")
    }
    var imported = reading.imported(format: format)
    imported.isComplete = try outcome.isComplete(source, imported.accounts.count, options)
    imported.skipped = outcome.skipped
    imported.owner = options.me.flatMap(Acct.init)?.key(home: nil)
    imported.original = OriginalDocument(
      format: format, path: source.path, bytes: source.bytes, isComplete: imported.isComplete)
    imported.warnings += warnings(imported, isGuess: list?.isGuess ?? false)
    return [imported]
  }

  private func warnings(_ imported: Imported, isGuess: Bool) -> [String] {
    var warnings: [String] = []
    if imported.accounts.isEmpty {
      warnings.append(
        "the list has a heading and nobody in it: given back to Mastodon with Overwrite it would "
          + "unfollow everybody")
    }
    if isGuess {
      warnings.append(
        "nothing in it says whether these are followed or blocked; it was read as a list of whom "
          + "you follow")
    }
    return warnings
  }
}

/// The rows of a list of followed accounts, each account once.
private struct FollowedRows {
  private let source: ImportSource
  private let home: String?
  private let isInverted: Bool
  private let columns: AccountListCSV.Columns
  private var accounts: [AccountMention] = []
  private var known: Set<String>
  private var homeless = 0

  init(_ rows: AccountRows, _ options: ImportOptions, isInverted: Bool) {
    source = rows.source
    self.isInverted = isInverted
    columns = AccountListCSV(source.bytes).columns
    home = options.homeServer
    // A row takes some forty bytes: growing the set step by step costs more than the rows do.
    known = Set(minimumCapacity: source.bytes.count / 40)
    accounts.reserveCapacity(source.bytes.count / 40)
  }

  var isEmpty: Bool { accounts.isEmpty }

  mutating func take(_ row: CSVRow, _ written: String, _ acct: Acct) {
    guard known.insert(acct.value).inserted else { return }
    if !acct.hasHost, home == nil { homeless += 1 }
    accounts.append(
      AccountMention(
        key: acct.key(home: home), address: Address(written), tags: tags(row), followed: true))
  }

  private func tags(_ row: CSVRow) -> [String] {
    guard row.count > 1 else { return [] }
    var tags: [String] = []
    if says(false, row, columns.boosts) { tags.append(ListSwitch.boostsHidden.rawValue) }
    if says(true, row, columns.notify), !isInverted {
      tags.append(ListSwitch.notify.rawValue)
    }
    return tags
  }

  // The words of a server are told without making texts of them; those of a spreadsheet are rare.
  private func says(_ value: Bool, _ row: CSVRow, _ column: Int?) -> Bool {
    guard let column else { return false }
    if row.says("true", column) { return value }
    if row.says("false", column) { return !value }
    return row.trimmed(column).flatMap(SpreadsheetWord.value) == value
  }

  func imported(format: String) -> Imported {
    var imported = Imported(path: source.path, format: format)
    imported.accounts = accounts
    if homeless > 0 {
      let who = homeless == 1 ? "1 account stands" : "\(homeless) accounts stand"
      imported.warnings.append(
        "\(who) without a server, as those of your own server do: --me YOU@SERVER names it")
    }
    return imported
  }
}
