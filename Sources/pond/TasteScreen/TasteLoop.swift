import Foundation
import PondGraph

/// A tasting on a screen: keys go to the sitting, and what it says is drawn. A class, for it goes on from
/// key to key.
final class TasteLoop {
  private let sitting: Pond.TastingSitting
  private let screen: Screen
  private let present: () throws -> Date
  private var page: TastePage?
  private var end: TastingEnd?
  private var last: Pond.RevealedTaste?

  /// - Parameters:
  ///   - first: what the sitting begins with.
  ///   - present: the moment at which an answer is given.
  init(
    _ sitting: Pond.TastingSitting, _ first: Pond.TastingStep, on screen: Screen,
    present: @escaping () throws -> Date
  ) {
    self.sitting = sitting
    self.screen = screen
    self.present = present
    show(first)
  }

  /// Runs until the person stops or the tasting does.
  /// - Returns: why the tasting is over; nil where the person stopped.
  func run() throws -> TastingEnd? {
    try draw()
    screen.forgetKeys()
    while page != nil {
      switch screen.next() {
      case .redraw: try draw()
      case .key(.endOfInput): return nil
      case .key(let key):
        guard try handle(key) else { return nil }
      }
    }
    return end
  }

  /// - Returns: whether to go on.
  private func handle(_ key: Key) throws -> Bool {
    switch TasteKey.action(key) {
    case .answer(let answer):
      last = try sitting.answer(answer, now: present())
      try goOn(TasteWords.after(answer))
    case .undo:
      let taken = try sitting.undo(now: present())
      last = nil
      try goOn(TasteWords.takenBack(taken))
    case .reveal: try say(TasteWords.reveal(last))
    case .quit: return false
    case nil: try say("Press one of the keys below.")
    }
    return true
  }

  private func say(_ words: String) throws {
    page?.message = words
    try draw()
  }

  // A key that was pressed before a post stood on the screen is no answer about it (R4).
  private func goOn(_ message: String) throws {
    show(try sitting.next(now: present()), message)
    try draw()
    screen.forgetKeys()
  }

  private func show(_ step: Pond.TastingStep, _ message: String = "") {
    switch step {
    case .post(let post): page = TastePage(post: post, message: message)
    case .over(let end): (page, self.end) = (nil, end)
    }
  }

  private func draw() throws {
    if let page { try screen.draw(page.lines(screen.size)) }
  }
}
