import Foundation

/// The rows of a CSV list with an account in one of its columns, as the fediverse's servers and
/// people's own hands write them.
struct AccountRows {
  /// The file.
  let source: ImportSource
  /// The column of the account, from 0, where no heading says it.
  let column: Int
  private let list: AccountListCSV

  /// Takes a file.
  /// - Parameter usual: the column of the account where neither the heading nor the rows say it.
  /// - Throws: `ImportFailure` for a file that cannot be a text of lines.
  init(source: ImportSource, usual: Int) throws {
    try source.requirePlainText("a list of accounts")
    self.source = source
    list = AccountListCSV(source.bytes)
    column = list.accountColumn ?? usual
  }

  /// The column under a heading of Mastodon's; where the heading is none of its, the one in which
  /// Mastodon has it.
  func column(_ name: String, usual: Int) -> Int? {
    list.hasKnownHeading ? list.column(name) : column == 0 ? usual : nil
  }

  /// What became of the rows.
  struct Outcome {
    /// Rows that name no account.
    var skipped: [Skipped] = []
    /// Where the file ends too early; nil where it does not.
    var cut: TableCut?
  }

  /// Hands over every row that names an account, with the field as it is written; the heading is
  /// left out, and so is a row inside of which the file ends.
  func forEach(_ take: (_ row: CSVRow, _ written: String, _ acct: Acct) -> Void) -> Outcome {
    var outcome = Outcome()
    var width = list.heading.count
    list.forEachRow { row in
      outcome.cut = TableCut(row, below: width, in: source.bytes)
      width = row.count
      guard outcome.cut == nil else { return }
      guard let written = row.trimmed(column), let acct = Acct(written) else {
        outcome.skipped.append(Self.skipped(row, column))
        return
      }
      take(row, written, acct)
    }
    return outcome
  }

  private static func skipped(_ row: CSVRow, _ column: Int) -> Skipped {
    let isEmpty = (0..<row.count).allSatisfy { row.trimmed($0) == nil }
    return Skipped(
      what: isEmpty ? "an empty row" : "a row",
      why: isEmpty ? "there is nothing in it" : "it names no account", place: "line \(row.line)",
      isLoss: !isEmpty)
  }
}

extension AccountRows.Outcome {
  /// - Throws: `ImportFailure` for a list that is cut short, unless the person takes what is there.
  /// - Returns: whether all of it was there.
  func isComplete(
    _ source: ImportSource, _ standing: Int, _ options: ImportOptions
  ) throws -> Bool {
    try source.isWhole(cut, standing: standing, "account", options)
  }
}
