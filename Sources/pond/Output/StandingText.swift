import Foundation
import PondGraph

/// What `pond` alone says: where this pond stands, and the next sensible step.
struct StandingText {
  /// Where the pond stands; nil where there is none yet.
  let standing: Pond.Standing?

  /// The lines.
  var lines: [String] {
    guard let standing else { return Self.first }
    return Words.wrap(state(standing), to: 79) + [""] + steps(standing)
      + ["", "pond --help lists every command."]
  }

  private static let first = [
    "There is no pond yet. It begins with whom you follow:",
    "  pond import subscriptions.opml    the list that your reader exports",
    "  pond import archive.zip           what a network gave you about yourself",
    "and grows with what you read:",
    "  pond import ~/.newsboat/cache.db  your reader's database",
    "",
    "Pond reads these files where they are; nothing of them leaves this machine.",
    "pond explain formats tells everything that it reads, pond --help every command.",
  ]

  private func state(_ standing: Pond.Standing) -> String {
    guard standing.totals.accounts > 0 else {
      return "No list in this pond says yet whom you follow."
    }
    let totals = standing.totals
    var sentences = [
      """
      \(Words.count(totals.accounts, "account")), about \(Words.figure(totals.postsPerWeek)) posts \
      a week.
      """
    ]
    if standing.answered > 0 {
      sentences.append("\(Words.count(standing.answered, "answer")) of yours so far.")
    }
    if standing.open > 0 {
      sentences.append("\(Words.count(standing.open, "question is", "questions are")) open.")
    } else if standing.observed > 0 {
      sentences.append("No question is open.")
    }
    return sentences.joined(separator: " ")
  }

  private func steps(_ standing: Pond.Standing) -> [String] {
    if standing.totals.accounts == 0, standing.leaving.accounts == 0 {
      return ["Next:  pond import subscriptions.opml"]
    }
    if standing.observed == 0 {
      let known = standing.seen == 0 ? "what they post, or what you read" : "what you read of it"
      return [
        "No file shows yet \(known).", "Next:  pond import ~/.newsboat/cache.db",
        "       or another reader's database: pond explain formats",
      ]
    }
    let written = LeavingText(standing.leaving).lines
    if standing.open > 0 {
      let verb = standing.answered > 0 ? "goes on with" : "begins with"
      return ["Next:  pond review   \(verb) the open questions"] + written
    }
    return written.isEmpty
      ? ["Next:  pond plan     shows the pond", "       pond import   learns what is new"] : written
  }
}
