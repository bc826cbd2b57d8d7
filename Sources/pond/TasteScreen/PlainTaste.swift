import Foundation
import PondGraph

/// A tasting on a plain stream, for screen readers and pipes: a post as sentences, one line to answer in.
struct PlainTaste {
  private let sitting: Pond.TastingSitting
  private let present: () throws -> Date
  private let width: Int
  private let out = StandardOutput()

  init(_ sitting: Pond.TastingSitting, width: Int, present: @escaping () throws -> Date) {
    self.sitting = sitting
    self.width = width
    self.present = present
  }

  /// Asks until the tasting, the answers or the person's patience end.
  /// - Returns: why the tasting is over; nil where the person stopped.
  func run(from first: Pond.TastingStep) throws -> TastingEnd? {
    var step = first
    var last: Pond.RevealedTaste?
    try say(Self.choices)
    while case .post(let post) = step {
      for line in lines(post) { try out.line(line) }
      guard try answer(&last) else {
        try out.flush()
        return nil
      }
      step = try sitting.next(now: present())
    }
    try out.flush()
    guard case .over(let end) = step else { return nil }
    return end
  }

  private func lines(_ post: Pond.TastingPost) -> [String] {
    let parts = [
      "Post \(TasteWords.place(post)).",
      post.account.map { "From: \(Sanitize.title($0.name))" },
      TasteWords.title(post).map { "Title: \($0)" },
      TasteWords.beginning(post).map { "Begins: \($0)" },
    ]
    return parts.compactMap { $0 }.flatMap { Words.wrap($0, to: width) }
  }

  /// - Returns: false where the person stops, or there is nothing more to read.
  private func answer(_ last: inout Pond.RevealedTaste?) throws -> Bool {
    while true {
      try out.bytes("Would you read it? ".utf8)
      try out.flush()
      guard let typed = readLine() else {
        try out.line()
        return false
      }
      switch TasteKey.action(typed: typed) {
      case .answer(let answer):
        last = try sitting.answer(answer, now: present())
        try out.line()
        return true
      case .undo:
        try say(TasteWords.takenBack(sitting.undo(now: present())))
        return true
      case .reveal: try say(TasteWords.reveal(last))
      case .quit: return false
      case nil: try say("Please answer with a letter or a word. \(Self.choices)")
      }
    }
  }

  private func say(_ words: String) throws {
    for line in Words.wrap(words, to: width) { try out.line(line) }
    try out.line()
  }

  private static let choices =
    TasteKey.all.map { "\($0.letter == " " ? "s" : $0.name) \($0.label)" }
    .joined(separator: ", ") + "."
}
