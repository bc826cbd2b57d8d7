import Foundation
import PondGraph

/// What is said while somebody tastes, on the screen and on a plain stream alike.
enum TasteWords {
  /// The question.
  static let question = "Would you read this?"

  /// The place of a post in the sitting.
  static func place(_ post: Pond.TastingPost) -> String {
    post.length.map { "\(Words.grouped(post.place)) of \(Words.grouped($0))" }
      ?? Words.grouped(post.place)
  }

  /// The title, harmless; nil for a post without one.
  static func title(_ post: Pond.TastingPost) -> String? { post.title.map(oneLine) }

  /// The first words, harmless; nil where there are none.
  static func beginning(_ post: Pond.TastingPost) -> String? { post.beginning.map(oneLine) }

  private static func oneLine(_ text: String) -> String {
    Sanitize.line(text).split(separator: " ").joined(separator: " ")
  }

  /// The line after an answer.
  static func after(_ answer: TastingAnswer) -> String {
    "\(said(answer)) . tells whose it was."
  }

  /// What an answer says.
  static func said(_ answer: TastingAnswer) -> String {
    switch answer {
    case .gladly: "Gladly."
    case .wouldRead: "You would read it."
    case .notForMe: "Not for you."
    case .cannotSay: "You could not say."
    }
  }

  /// Whose the last post was.
  static func reveal(_ taste: Pond.RevealedTaste?) -> String {
    guard let taste else { return "Answer first; then . tells whose it was." }
    let words = taste.words.map { ": “\(Width.cut(oneLine($0), to: 40))”" } ?? ""
    return "\(name(taste))\(words). \(said(taste.answer))"
  }

  /// The line after an answer was taken back.
  static func takenBack(_ taste: Pond.RevealedTaste?) -> String {
    taste == nil ? "There is nothing to take back." : "Taken back. Here it is again."
  }

  private static func name(_ taste: Pond.RevealedTaste) -> String {
    taste.account.map { Sanitize.title($0.name) } ?? "Somebody whom no list names any more"
  }
}
