import Foundation
import PondGraph

/// What the person means to do, and what they could, in words.
struct IntentionText {
  let lines: [Pond.IntentionLine]
  let proposals: [Proposal]

  private static let width = 78

  /// A line for each intention, then the proposals with their reasons.
  var rows: [String] {
    lines.map {
      "\(Width.pad("\($0.intention.number)", to: 4, alignedRight: true))  \(Self.row($0))"
    }
      + (proposals.isEmpty ? [] : (lines.isEmpty ? [] : [""]) + ["You could:"])
      + proposals.flatMap(Self.lines)
  }

  /// `means to   answer Maren (Maren Holt)`: a word on an intention.
  static func line(_ line: Pond.IntentionLine, _ word: IntentionWord) -> String {
    let verb =
      switch word {
      case .meant: "noted"
      case .done: "done"
      case .dropped: "dropped"
      }
    return "\(Width.pad(verb, to: 8)) \(row(line))"
  }

  /// An intention with whom it is about and by when.
  static func row(_ line: Pond.IntentionLine) -> String {
    let intention = line.intention
    let words = Sanitize.line(intention.text)
    // Whoever is named in the words is not named twice.
    let name = line.account.map { Sanitize.title($0.name) }.flatMap {
      words.localizedCaseInsensitiveContains($0) ? nil : $0
    }
    var rest = [name, intention.due.map { "by \(Moment.day($0))" }]
    switch intention.state {
    case .open: break
    case .done(let at): rest.append("done \(Moment.day(at))")
    case .dropped(let at): rest.append("dropped \(Moment.day(at))")
    }
    let said = rest.compactMap { $0 }.joined(separator: ", ")
    return words + (said.isEmpty ? "" : " (\(said))")
  }

  private static func lines(_ proposal: Proposal) -> [String] {
    ["  \(words(proposal))"] + Words.wrap(reason(proposal), to: width - 4).map { "    " + $0 }
  }

  /// What could be done, as the person would write it.
  static func words(_ proposal: Proposal) -> String {
    let name = Width.cut(Sanitize.title(proposal.account.name), to: 60)
    return switch proposal.ground {
    case .addressed: "answer \(name)"
    case .elsewhere: "visit \(name)"
    case .shelf: "open something from your shelf"
    }
  }

  /// Why, with where it is known from.
  static func reason(_ proposal: Proposal) -> String {
    let name = Sanitize.title(proposal.account.name)
    return switch proposal.ground {
    case .addressed(let at):
      "\(name) wrote to you on \(Moment.day(at)); nothing that you wrote to them since is in your "
        + "files."
    case .elsewhere(let posts, let since):
      "You keep \(name), and \(Words.count(posts, "post")) came since \(Moment.day(since)), when you were "
        + "last there as far as your files tell."
    case .shelf(let posts, let accounts):
      "You saved \(Words.count(posts, "post")) of \(Words.count(accounts, "account")), and no file "
        + "shows that you opened them; most are of \(name)."
    }
  }
}
