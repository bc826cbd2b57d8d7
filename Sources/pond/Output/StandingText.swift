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

  /// Where the pond stands, in some sentences; nil where there is none yet.
  var state: String? { standing.map(state) }

  /// What no file shows yet; nil where nothing is lacking.
  var lack: String? {
    standing.flatMap { $0.observed == 0 && $0.totals.accounts > 0 ? lacking($0) : nil }
  }

  private static let first = [
    "There is no pond yet. It begins with whom you follow:",
    "  pond import subscriptions.opml    the list that your reader exports",
    "  pond import archive.zip           what a network gave you about yourself",
    "and grows with what you read:",
    "  pond import DATABASE              your reader's own database, if it keeps one",
    "",
    "Pond reads these files where they are; nothing of them leaves this machine.",
    "docs/Start.md says what to ask your reader or network for; pond explain formats",
    "tells everything that is read, pond --help every command.",
  ]

  private func state(_ standing: Pond.Standing) -> String {
    guard !standing.kinds.isEmpty else {
      return "No list in this pond says yet whom you follow."
    }
    var sentences = [volume(standing.totals)]
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

  // What nobody looked at is counted, and in no sum (I10).
  private func volume(_ totals: Totals) -> String {
    guard totals.accounts > 0 else { return "You let go of everybody whom your lists name." }
    let accounts = Words.count(totals.accounts, "account")
    guard !totals.isUnknown else { return "\(accounts); how much they post is unknown." }
    let posts = "about \(Words.figure(totals.postsPerWeek)) posts a week"
    guard totals.unseen > 0 else { return "\(accounts), \(posts)." }
    let known = Words.grouped(totals.accounts - totals.unseen)
    let unknown = "\(Words.grouped(totals.unseen)) of \(Words.grouped(totals.accounts))"
    return "\(accounts): \(posts) from \(known), unknown for \(unknown)."
  }

  private func steps(_ standing: Pond.Standing) -> [String] {
    return [lack].compactMap { $0 } + earlier(standing.earlierImports) + NextSteps(standing).lines
      + LeavingText(standing.leaving).lines
  }

  private func earlier(_ paths: [String]) -> [String] {
    guard !paths.isEmpty else { return [] }
    let one = paths.count == 1
    return Words.wrap(
      "An older Pond learned from \(Words.count(paths.count, "file")) and kept less of "
        + "\(one ? "it" : "them"). Import \(one ? "it" : "them") again: pond doctor names "
        + "\(one ? "it" : "them").", to: 79)
  }

  /// What no file shows yet, and what one does: acts without a post are no silence (E-8).
  private func lacking(_ standing: Pond.Standing) -> String {
    let touched =
      standing.touched == 0
      ? "" : " What you did with \(Words.count(standing.touched, "account")) is known."
    return standing.seen == 0
      ? "No file shows yet what they post\(standing.touched == 0 ? ", or what you read" : "").\(touched)"
      : "No file shows yet what you read of it.\(touched)"
  }
}
