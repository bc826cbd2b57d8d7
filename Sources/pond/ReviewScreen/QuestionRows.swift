import Foundation
import PondGraph

/// A question in words: their own first, then what passed, then both sides (R1, R3).
struct QuestionRows {
  /// A part of the question: what it is called, and its lines, not yet wrapped.
  struct Part {
    let label: String
    let lines: [String]
    /// Whether a line is cut where it is too long, as titles are, and not wrapped.
    var isCut = false
  }

  /// What is called so is written by the person.
  static let note = "Your note"
  /// What is called so are posts.
  static let lately = "Lately"

  let question: Pond.Question
  /// The most posts to show.
  var posts = 5

  /// The parts in their order.
  var parts: [Part] {
    let suggestion = question.overview.assessment.suggestion
    let parts: [Part?] = [
      note, person, absence, lately, Part(label: "Between you", lines: question.passed),
      Part(label: "For leaving", lines: suggestion.forLeaving.sentences),
      Part(label: "For keeping", lines: suggestion.forKeeping.sentences),
      Part(label: "Would change it", lines: suggestion.whatWouldChange.sentences),
      Part(label: "What was seen", lines: Self.words(suggestion.howMuchWasSeen.sentences)),
      question.costs.isEmpty ? nil : Part(label: "Leaving costs", lines: question.costs), alike,
    ]
    return parts.compactMap { $0 }.map { part in
      Part(label: part.label, lines: part.lines.map(Sanitize.line), isCut: part.isCut)
    }
  }

  // The ratio stands with the figures, behind a key (R1).
  private static func words(_ sentences: [String]) -> [String] {
    sentences.filter { !$0.hasPrefix("Signal to noise ") }
  }

  private var note: Part {
    Part(
      label: Self.note,
      lines: [question.note ?? "Why do you follow? n to write it."])
  }

  private var person: Part? {
    guard !question.others.isEmpty else { return nil }
    let names = question.others.map(ReviewWords.name)
    return Part(label: "One person", lines: ["with \(Words.list(names))"])
  }

  private var absence: Part? {
    guard let absence = question.absence else { return nil }
    guard let posts = absence.posts else {
      return Part(label: "Since then", lines: ["Nobody looked, so what came is unknown."])
    }
    var told = "\(Words.count(posts, "post")) of it \(posts == 1 ? "is" : "are") known."
    if posts > 0, let read = absence.wouldHaveRead {
      let some = Int(read.rounded())
      told +=
        " As you read before, that would have been \(some == 0 ? "hardly one" : "about \(some)")."
    }
    return Part(label: "Since then", lines: [told])
  }

  // What became of earlier answers of the same kind, where anything can be told of it.
  private var alike: Part? {
    guard let tally = question.alike else { return nil }
    let missed = tally.missed == 0 ? "none" : Words.grouped(tally.missed)
    return Part(
      label: "You, before",
      lines: [
        "Of \(Words.count(tally.known, "account")) that you let go, that posted as often or more and of "
          + "which you said so, you missed \(missed)."
      ])
  }

  private var lately: Part {
    guard !question.posts.isEmpty else {
      return Part(label: Self.lately, lines: ["No file shows a post."])
    }
    return Part(
      label: Self.lately,
      lines: shown.map(post), isCut: true)
  }

  private func post(_ place: Int) -> String {
    ReviewWords.post(question.posts[place], isOffTopic: place == question.offTopic)
  }

  /// The posts with where each can be read; nil where that is not known, or tells a secret.
  var linkedPosts: [(words: String, page: Address?)] {
    shown.map { place in
      let page = question.posts[place].post.link
      return (Sanitize.line(post(place)), page.flatMap { Hyperlink.isHarmless($0) ? $0 : nil })
    }
  }

  // Where there is little room, the one off the usual topic stays.
  private var shown: [Int] {
    let places = Array(question.posts.indices.prefix(posts))
    guard let other = question.offTopic, !places.contains(other), posts > 1,
      question.posts.indices.contains(other)
    else { return places }
    return places.dropLast() + [other]
  }
}
