package import Foundation

/// What a person wrote in a file: answers in lines `VERDICT ADDRESS # title — reason`, a trial in a
/// line `trial ADDRESS DAYS # title — reason`, their own
/// words in lines `note ADDRESS # title — words`, what they declared in lines `declare ADDRESS # title
/// — trusted`, what they said of posts tasted blind in lines `taste ADDRESS # title — gladly PUBLISHED
/// ANSWERED POST`, whose accounts are one human being's in lines `join ADDRESS ADDRESS`, and by which
/// measures they weigh in lines `learn price 0.15`.
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
    /// Where it is read from now on; nil unless the answer is repair or follow.
    package var newAddress: Address?
    /// What whoever is followed is called; nil where the line does not say.
    package var title: String?
    /// For how many days it is tried out; nil unless the line says trial.
    package var trialDays: Int?
    /// When the answer was given; nil for the moment at which the file is taken.
    package var at: Date?
    /// What was shown when it was given; nil where the file does not say.
    package var evidence: String?
  }

  /// The person's words about an account.
  package struct Note: Hashable, Sendable {
    /// Its line in the file, from 1.
    package let number: Int
    /// The account, as the person wrote it.
    package let account: String
    /// The words.
    package let words: String
  }

  /// What the person declared of an account.
  package struct Declaration: Hashable, Sendable {
    /// Its line in the file, from 1.
    package let number: Int
    /// The account, as the person wrote it.
    package let account: String
    /// The word.
    package let word: DeclaredWord
  }

  /// What the person said of a post that they tasted blind.
  package struct TasteLine: Hashable, Sendable {
    /// Its line in the file, from 1.
    package let number: Int
    /// The account, as the person wrote it.
    package let account: String
    /// What they said.
    package let answer: TastingAnswer
    /// When the post was published.
    package let published: Date
    /// When they said it.
    package let at: Date
    /// The post, as `TastedName` names it.
    package let post: String
  }

  /// Two accounts of one human being.
  package struct Joining: Hashable, Sendable {
    /// Its line in the file, from 1.
    package let number: Int
    /// The accounts, as the person wrote them.
    package let accounts: [String]
  }

  /// The answers in the order of the file; skipped ones are not among them.
  package let lines: [Line]
  /// The notes in the order of the file.
  package let notes: [Note]
  /// The declarations in the order of the file.
  package let declarations: [Declaration]
  /// The joinings in the order of the file.
  package let joinings: [Joining]
  /// The answers of tastings in the order of the file.
  package let tastes: [TasteLine]
  /// The measures in the order of the file.
  package let learned: [MeasureChange]

  /// Reads a file's text.
  /// - Throws: `ReviewFailure` for the first line that is not understood.
  package init(parsing text: String, path: String) throws {
    var lines: [Line] = []
    var notes: [Note] = []
    var declarations: [Declaration] = []
    var joinings: [Joining] = []
    var tastes: [TasteLine] = []
    var learned: [MeasureChange] = []
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() {
      guard let (word, account, words) = try Self.parts(row, index + 1, path) else { continue }
      if word == "note" {
        notes.append(Note(number: index + 1, account: account, words: words ?? ""))
      } else if word == "declare" {
        let said = (words ?? "").split(separator: " ").map(String.init)
        let weight = said.count > 1 ? Double(said[1]) : nil
        guard let word = DeclaredWord(name: said.first ?? "", weight: weight) else {
          throw ReviewFailure.unknownVerdict(path: path, line: index + 1, word: words ?? word)
        }
        declarations.append(Declaration(number: index + 1, account: account, word: word))
      } else if word == "taste" {
        guard let taste = TasteLine(account: account, words: words ?? "", number: index + 1) else {
          throw ReviewFailure.oddTaste(path: path, line: index + 1)
        }
        tastes.append(taste)
      } else if word == "learn" {
        guard let change = MeasureChange(account) else {
          throw ReviewFailure.oddMeasure(path: path, line: index + 1)
        }
        learned.append(change)
      } else if word == "join" {
        let accounts = account.split(separator: " ").map(String.init)
        guard accounts.count == 2 else {
          throw ReviewFailure.lineWithoutAccount(path: path, line: index + 1, word: word)
        }
        joinings.append(Joining(number: index + 1, accounts: accounts))
      } else if word == "when" {
        // It is said of the answer above it.
        let given = try Self.moment(words, row, index + 1, path)
        guard let last = lines.lastIndex(where: { $0.account == account }) else {
          throw ReviewFailure.lineWithoutAccount(path: path, line: index + 1, word: word)
        }
        (lines[last].at, lines[last].evidence) = given
      } else if word == "trial" {
        lines.append(try Self.trial(account, words, index + 1, path))
      } else if let answer = Answer(rawValue: word) {
        var line = try Self.line(answer, account, words, index + 1, path)
        if answer == .follow { line.title = Self.title(row) }
        lines.append(line)
      } else if word != "skip" {
        throw ReviewFailure.unknownVerdict(path: path, line: index + 1, word: word)
      }
    }
    self.lines = lines
    self.notes = notes
    self.declarations = declarations
    self.joinings = joinings
    self.tastes = tastes
    self.learned = learned
  }

  // A repair names the account and where it is read; who is followed is read where the line says.
  private static func line(
    _ answer: Answer, _ account: String, _ words: String?, _ number: Int, _ path: String
  ) throws -> Line {
    guard answer.standsBeside else {
      return Line(number: number, answer: answer, account: account, reason: words)
    }
    let names = account.split(separator: " ").map(String.init)
    guard let address = names.last.map(Address.init), names.count == (answer == .repair ? 2 : 1)
    else {
      throw ReviewFailure.lineWithoutAccount(path: path, line: number, word: answer.rawValue)
    }
    guard answer == .follow || Answering.isWebAddress(address) else {
      throw ReviewFailure.noAddress(written: address)
    }
    return Line(
      number: number, answer: answer, account: names[0], reason: words, newAddress: address)
  }

  // A trial names the account and its days; the address of a command may hold blanks.
  private static func trial(
    _ account: String, _ words: String?, _ number: Int, _ path: String
  ) throws -> Line {
    let names = account.split(separator: " ")
    guard names.count > 1, let days = names.last.flatMap({ Int($0) }),
      (1...Questions.longestTrial).contains(days)
    else { throw ReviewFailure.lineWithoutAccount(path: path, line: number, word: "trial") }
    return Line(
      number: number, answer: .wait, account: names.dropLast().joined(separator: " "),
      reason: words,
      trialDays: days)
  }

  // What stands in the remark before its dash.
  private static func title(_ row: Substring) -> String? {
    guard let remark = row.ranges(of: /\s#\s*/).first else { return nil }
    let rest = row[remark.upperBound...]
    let title = rest[..<(rest.ranges(of: /\s—(\s|$)/).first?.lowerBound ?? rest.endIndex)].trimmed
    return title.isEmpty ? nil : title
  }

  private static func moment(
    _ words: String?, _ row: Substring, _ number: Int, _ path: String
  ) throws -> (at: Date, evidence: String?) {
    let remark = row.ranges(of: /\s#\s*/).first.map { row[$0.upperBound...] } ?? ""
    let word = remark.prefix { !$0.isWhitespace }
    let styles: [Date.ISO8601FormatStyle] = [.iso8601, .init(includingFractionalSeconds: true)]
    guard let date = styles.lazy.compactMap({ try? Date(String(word), strategy: $0) }).first else {
      throw ReviewFailure.noDate(path: path, line: number, word: String(word))
    }
    return (date, words)
  }

  private static func parts(
    _ row: Substring, _ number: Int, _ path: String
  ) throws -> (word: String, account: String, words: String?)? {
    let text = row.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = text.first, first != "#" else { return nil }
    let word = String(text.prefix { !$0.isWhitespace })
    let (account, words) = split(text.dropFirst(word.count))
    let isKnown =
      ["skip", "note", "declare", "join", "taste", "trial", "when", "learn"].contains(word)
      || Answer(rawValue: word) != nil
    guard !isKnown || !account.isEmpty else {
      throw ReviewFailure.lineWithoutAccount(path: path, line: number, word: word)
    }
    return (word, account, words)
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
