import Foundation
import PondGraph

/// Decisions in words.
enum DecisionText {
  /// `let-go  Example Daily  https://example.org/feed`.
  static func line(_ answer: Answer, _ account: Account) -> String {
    line(answer.rawValue, account)
  }

  /// The same for a word that is no answer of its own.
  static func line(_ word: String, _ account: Account) -> String {
    let title = Sanitize.title(account.name)
    let address = Sanitize.line((account.feed ?? account.key.profile)?.masked ?? account.id.value)
    return "\(Width.pad(word, to: 8)) \(title)  \(address)"
  }

  /// The same with the new address where there is one.
  static func line(_ answer: Pond.FileAnswer) -> String {
    let target = answer.newAddress.map { " → " + Sanitize.line($0.masked) } ?? ""
    return line(answer.answer, answer.account) + target
  }

  /// What a person wrote in a file, a line each.
  static func lines(_ words: Pond.FileWords) -> [String] {
    (words.answers + words.follows).map(line)
      + words.notes.map { note in
        let title = Sanitize.title(note.account.title ?? note.account.id.value)
        return "note     \(title): \(Sanitize.line(note.words))"
      }
      + words.declarations.map { said in
        let title = Sanitize.title(said.account.title ?? said.account.id.value)
        return "declare  \(title): \(said.word.name)"
      }
      + words.joinings.map { pair in
        let titles = [pair.one, pair.other].map { Sanitize.title($0.title ?? $0.id.value) }
        return "join     \(Words.list(titles))"
      }
      + tastings(words) + words.learned.map(MeasureText.line)
  }

  // A tasting has many answers: an account's are told together.
  private static func tastings(_ words: Pond.FileWords) -> [String] {
    let byAccount = Dictionary(grouping: words.tastings, by: \.account.key)
    return byAccount.sorted { $0.key < $1.key }.compactMap { _, tastings in
      guard let account = tastings.first?.account else { return nil }
      let title = Sanitize.title(account.title ?? account.id.value)
      return "taste    \(title): \(Words.count(tastings.count, "post"))"
    }
  }

  /// How much a person wrote in a file, in words.
  static func count(_ words: Pond.FileWords) -> String {
    let parts = [
      (words.answers.count + words.follows.count, "answer"), (words.notes.count, "note"),
      (words.declarations.count, "declaration"), (words.joinings.count, "joining"),
      (words.tastings.count, "tasting"), (words.learned.count, "measure"),
    ]
    return Words.list(parts.filter { $0.0 > 0 }.map { Words.count($0.0, $0.1) })
  }

  /// What was kept of a file, and how the last of it is taken back: answers by `pond undo`, tastings
  /// in `pond taste`, for each has an order of its own.
  static func kept(_ words: Pond.FileWords) -> String {
    let isUndoable = !(words.answers.isEmpty && words.follows.isEmpty && words.learned.isEmpty)
    let answers = isUndoable ? "pond undo" : nil
    let tastings = words.tastings.isEmpty ? nil : "u in pond taste"
    let ways =
      switch (answers, tastings) {
      case (let undo?, nil): " \(undo) takes back the last."
      case (nil, let key?): " \(key) takes back the last."
      case (let undo?, let key?): " \(undo) takes back the last answer, \(key) the last tasting."
      case (nil, nil): ""
      }
    return "\(count(words)) kept.\(ways)"
  }

  /// One line of the journal: number, day, answer, account, reason, and whether it was taken back.
  static func journal(_ line: Pond.JournalLine) -> String {
    let decision = line.entry.decision
    let number = Width.pad("\(line.entry.number)", to: 4, alignedRight: true)
    let title = Sanitize.title(line.account.name)
    let reason = decision.reason.map { " — " + Sanitize.line($0) } ?? ""
    let undone = line.entry.undoneAt.map { "  (taken back \(Moment.day($0)))" } ?? ""
    let done = line.entry.doneAt.map { "  (done \(Moment.day($0)))" } ?? ""
    let target = decision.answer == .repair ? decision.newAddress : nil
    let place = target.map { " → " + Sanitize.line($0.masked) } ?? ""
    let answer = Width.pad(
      decision.trialDays == nil ? decision.answer.rawValue : "trial", to: 8)
    return
      "\(number)  \(Moment.day(decision.at))  \(answer) \(title)\(place)\(reason)\(done)\(undone)"
  }

  /// One kind line after an answer (R7). What no list can carry out is said here already (E6).
  static func kindWord(_ answer: Answer, _ account: Account) -> String {
    switch answer {
    case .thin where !account.canBeThinned:
      "It stays, with less of it where you mute it: no list of \(network(account)) can say that."
    case .follow where account.isPageOfBluesky:
      "Welcome. The next list of feeds adds it, and it is on trial for three weeks; on Bluesky follow it by hand."
    case .follow where !account.canBeAdded:
      "Welcome, on trial for three weeks. No list of \(network(account)) can add it: follow it there."
    case .keep: "It stays. Pond asks again in a year, or when it posts twice as much."
    case .hold: "It stays, and Pond never asks again."
    case .thin: "It stays, with less of it: the next export moves it into your stream folder."
    case .archive: "It had its time. Its address is kept here, should it come back."
    case .letGo: "Thank you for the company. pond undo brings it back, exactly as it was."
    case .wait: "There is no hurry. Pond will ask again."
    case .follow: "Welcome. The next export adds it, and it is on trial for three weeks."
    case .repair: "The next export writes its new address. pond undo brings the old one back."
    }
  }

  private static func network(_ account: Account) -> String {
    account.key.kind.rawValue.capitalized
  }
}
