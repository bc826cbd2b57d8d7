import Foundation
import PondGraph

/// The review on a screen: keys go to the sitting, and what it says is drawn. A class, for it goes on
/// from key to key.
final class ReviewLoop {
  private let sitting: Pond.Sitting
  private let screen: Screen
  private let present: () throws -> Date
  private var page: ReviewPage

  /// - Parameter present: the moment at which an answer is given.
  init(_ sitting: Pond.Sitting, on screen: Screen, present: @escaping () throws -> Date) throws {
    self.sitting = sitting
    self.screen = screen
    self.present = present
    page = ReviewPage(content: try Self.content(sitting))
  }

  /// Runs until the person stops.
  func run() throws {
    try draw()
    screen.forgetKeys()
    while true {
      switch screen.next() {
      case .redraw: try draw()
      case .key(.endOfInput): return
      case .key(let key):
        guard try handle(key) else { return }
        try draw()
      }
    }
  }

  private func draw() throws {
    page.scroll = min(page.scroll, page.mostScroll(screen.size))
    try screen.draw(page.lines(screen.size))
  }

  /// - Returns: whether to go on.
  private func handle(_ key: Key) throws -> Bool {
    switch page.content {
    case .note(let question, let text): try write(key, text, question)
    case .help: try show()
    case .evidence(let question), .figures(let question): return try handle(key, question)
    case .closing:
      if key == .scalar("u") { try undo() }
      return ![Key.scalar("q"), .enter, .escape].contains(key)
    }
    return true
  }

  private func handle(_ key: Key, _ question: Pond.Question) throws -> Bool {
    guard case .scalar(let scalar) = key, scalar != " " else {
      scroll(key)
      return true
    }
    switch ReviewKey.all.first(where: { $0.letter == Character(scalar) })?.action {
    case .answer(let answer):
      try sitting.answer(answer, now: present())
      try goOn(
        ReviewWords.after(
          answer, question.overview.account, wasGone: question.absence != nil))
    case .repair:
      guard let address = question.movedTo else {
        page.message = ReviewWords.noNewAddress
        return true
      }
      do {
        try sitting.repair(now: present())
        try goOn(ReviewWords.afterRepair(question.overview.account, address))
      } catch let failure as any Failure where failure.kind == .usage {
        page.message = failure.sentence
      }
    case .skip:
      try sitting.skip(now: present())
      try goOn(ReviewWords.afterSkip(question.overview.account))
    case .undo: try undo()
    case .note: page = ReviewPage(content: .note(question, question.note ?? ""))
    case .figures: turn(question)
    case .open: page.message = screen.lent { QuestionPage.open(question) }
    case .help: page = ReviewPage(content: .help)
    case .quit: return false
    case nil: page.message = "? shows what the keys do."
    }
    return true
  }

  private func scroll(_ key: Key) {
    let leaf = max(1, page.room(screen.size) - 1)
    switch key {
    case .down, .enter: page.scroll += 1
    case .up: page.scroll = max(0, page.scroll - 1)
    case .pageDown, .scalar(" "): page.scroll += leaf
    case .pageUp: page.scroll = max(0, page.scroll - leaf)
    case .home: page.scroll = 0
    case .end: page.scroll = page.mostScroll(screen.size)
    default: break
    }
  }

  private func turn(_ question: Pond.Question) {
    if case .figures = page.content {
      page = ReviewPage(content: .evidence(question))
    } else {
      page = ReviewPage(content: .figures(question))
    }
  }

  private func write(_ key: Key, _ text: String, _ question: Pond.Question) throws {
    switch key {
    case .scalar(let scalar):
      page = ReviewPage(content: .note(question, text + String(scalar)))
    case .backspace: page = ReviewPage(content: .note(question, String(text.dropLast())))
    case .clear: page = ReviewPage(content: .note(question, ""))
    case .enter:
      try sitting.write(note: text, now: present())
      try show("Your note is kept.")
    case .escape: try show("Your note is as it was.")
    default: break
    }
  }

  private func undo() throws {
    try goOn(ReviewWords.after(sitting.undo(now: present())))
  }

  // A key that was pressed before an account stood on the screen is no answer about it (R4).
  private func goOn(_ message: String) throws {
    try show(message)
    try draw()
    screen.forgetKeys()
  }

  private func show(_ message: String = "") throws {
    page = ReviewPage(content: try Self.content(sitting), message: message)
  }

  private static func content(_ sitting: Pond.Sitting) throws -> ReviewPage.Content {
    if let question = try sitting.question() { return .evidence(question) }
    return .closing(try sitting.closing())
  }
}
