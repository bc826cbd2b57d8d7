import Foundation
import PondGraph

/// The review on a plain stream, for screen readers and pipes: a question as sentences, the answers
/// as numbers, one line to answer in.
struct PlainReview {
  let sitting: Pond.Sitting
  let present: () throws -> Date
  let width: Int

  private let out = StandardOutput()

  init(_ sitting: Pond.Sitting, width: Int, present: @escaping () throws -> Date) {
    self.sitting = sitting
    self.width = width
    self.present = present
  }

  /// Asks until the questions or the answers end.
  func run() throws {
    while let question = try sitting.question() {
      for line in lines(question) { try out.line(line) }
      guard try answer(question) else { break }
    }
    try out.flush()
  }

  private func lines(_ question: Pond.Question) -> [String] {
    let name = ReviewWords.name(question.overview.account)
    let head = [
      "Question \(question.place) of \(question.length): \(name)",
      ReviewWords.origin(question.overview),
    ]
    return head.flatMap(wrapped) + text(QuestionRows(question: question).parts)
      + wrapped(ReviewWords.suggestion(question)) + wrapped(Self.choices(question))
  }

  private func text(_ parts: [QuestionRows.Part]) -> [String] {
    parts.flatMap { part -> [String] in
      guard part.lines.count > 1 || part.isCut else {
        return wrapped("\(part.label): \(part.lines.joined())")
      }
      return ["\(part.label):"]
        + part.lines.flatMap { Words.wrap($0, to: width - 2).map { "  " + $0 } }
    }
  }

  private func wrapped(_ line: String) -> [String] { Words.wrap(line, to: width) }

  /// - Returns: false where the person stops, or there is nothing more to read.
  private func answer(_ question: Pond.Question) throws -> Bool {
    while true {
      guard let typed = try ask("Your answer: ") else { return false }
      switch ReviewKey.action(typed: typed) {
      case .answer(let answer):
        try sitting.answer(answer, now: present())
        try say(
          ReviewWords.after(
            answer, question.overview.account, wasGone: question.absence != nil))
        return true
      case .repair:
        guard let address = question.movedTo else {
          try say(ReviewWords.noNewAddress)
          continue
        }
        do {
          try sitting.repair(now: present())
          try say(ReviewWords.afterRepair(question.overview.account, address))
          return true
        } catch let failure as any Failure where failure.kind == .usage {
          try say(failure.sentence)
        }
      case .skip:
        try sitting.skip(now: present())
        try say(ReviewWords.afterSkip(question.overview.account))
        return true
      case .undo:
        try say(ReviewWords.after(sitting.undo(now: present())))
        return true
      case .note:
        guard let words = try ask("Why do you follow? (empty leaves the note as it was) ") else {
          return false
        }
        if !words.isEmpty { try sitting.write(note: words, now: present()) }
        try say(words.isEmpty ? "Your note is as it was." : "Your note is kept.")
      case .figures:
        for line in text(FigureRows(question: question, isDrawn: false).parts) {
          try out.line(line)
        }
      case .open: try say(QuestionPage.open(question))
      case .help:
        for key in ReviewKey.all { try out.line("\(key.letter) \(key.label): \(key.meaning)") }
      case .quit: return false
      case nil: try say("Please answer with a number, a letter or a word; ? tells what they mean.")
      }
    }
  }

  private func ask(_ prompt: String) throws -> String? {
    try out.bytes(prompt.utf8)
    try out.flush()
    let line = readLine()
    if line == nil { try out.line() }
    return line
  }

  private func say(_ words: String) throws {
    for line in wrapped(words) { try out.line(line) }
    try out.line()
  }

  private static func choices(_ question: Pond.Question) -> String {
    ReviewKey.all(for: question).enumerated().map { "\($0.offset + 1) \($0.element.label)" }
      .joined(separator: ", ")
  }
}
