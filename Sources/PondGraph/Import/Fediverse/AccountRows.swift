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
    var cut: (line: Int, reason: String)?
  }

  /// Hands over every row that names an account, with the field as it is written; the heading is
  /// left out.
  func forEach(_ take: (_ row: CSVRow, _ written: String, _ acct: Acct) -> Void) -> Outcome {
    var outcome = Outcome()
    var (before, last) = (0, list.heading.count)
    list.forEachRow { row in
      (before, last) = (last, row.count)
      if row.isUnclosed { outcome.cut = (row.line, "the file ends inside of quotes") }
      guard let written = row.trimmed(column), let acct = Acct(written) else {
        outcome.skipped.append(Self.skipped(row, column))
        return
      }
      take(row, written, acct)
      if isCutShort(row, after: before) {
        outcome.cut = (row.line, "the last row ends before its fields do")
      }
    }
    return outcome
  }

  // A server writes every row whole and ends it; one that stops short of the row above it and of a
  // line end was cut. (Pleroma's last row has no end either, but more fields, not fewer.)
  private func isCutShort(_ row: CSVRow, after before: Int) -> Bool {
    guard row.count < before, row.range.upperBound == source.bytes.count else { return false }
    guard let last = source.bytes.last else { return false }
    return last != 0x0A && last != 0x0D
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
    guard let cut else { return true }
    guard options.takesPartial else {
      throw ImportFailure.cutShort(
        path: source.path, where: "line \(cut.line)", reason: cut.reason,
        standing: standing == 1 ? "1 account stands" : "\(standing) accounts stand")
    }
    return false
  }
}
