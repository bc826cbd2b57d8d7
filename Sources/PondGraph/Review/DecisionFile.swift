/// Answers that a person wrote in a file: lines `VERDICT ADDRESS # title — reason`.
///
/// Blank lines and lines that begin with `#` say nothing. `skip` is the answer of somebody who
/// would rather not answer now. Nothing of a file is taken while one of its lines is not
/// understood.
package struct DecisionFile: Hashable, Sendable {
  /// One answer.
  package struct Line: Hashable, Sendable {
    /// Its line in the file, from 1.
    package let number: Int
    /// The answer.
    package let answer: Answer
    /// The account: its address or its id, as the person wrote it.
    package let account: String
    /// What follows the dash in the remark; nil where nothing does.
    package let reason: String?
  }

  /// The answers in the order of the file; skipped ones are not among them.
  package let lines: [Line]

  /// Reads a file's text.
  /// - Throws: `ReviewFailure.unreadableLine` for the first line that is not understood.
  package init(parsing text: String, path: String) throws {
    var lines: [Line] = []
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() {
      if let line = try Self.line(row, number: index + 1, path: path) { lines.append(line) }
    }
    self.lines = lines
  }

  private static func line(_ row: Substring, number: Int, path: String) throws -> Line? {
    let text = row.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = text.first, first != "#" else { return nil }
    let word = text.prefix { !$0.isWhitespace }
    let (account, reason) = split(text.dropFirst(word.count))
    guard word == "skip" || Answer(rawValue: String(word)) != nil else {
      throw ReviewFailure.unknownVerdict(path: path, line: number, word: String(word))
    }
    guard !account.isEmpty else {
      throw ReviewFailure.lineWithoutAccount(path: path, line: number, word: String(word))
    }
    return Answer(rawValue: String(word)).map {
      Line(number: number, answer: $0, account: account, reason: reason)
    }
  }

  // A command's address may hold blanks, an address may hold a fragment: the remark begins at the
  // first `#` that stands after a blank.
  private static func split(_ rest: Substring) -> (account: String, reason: String?) {
    let remark = rest.ranges(of: /\s#/).first
    let account = rest[..<(remark?.lowerBound ?? rest.endIndex)].trimmed
    guard let remark, let dash = rest[remark.upperBound...].ranges(of: /\s—(\s|$)/).first else {
      return (account, nil)
    }
    let reason = rest[dash.upperBound...].trimmed
    return (account, reason.isEmpty ? nil : reason)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
