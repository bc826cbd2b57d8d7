import Foundation
import PondGraph

/// What a sitting came to: what changed, what is left, and the command that writes it down.
struct ClosingText {
  let closing: Pond.Closing
  let width: Int
  /// Whether commands are named; a page has buttons.
  var namesCommands = true

  /// The lines, none of them longer than the width where words allow it.
  var lines: [String] {
    paragraphs.flatMap { Words.wrap($0, to: width) } + LeavingText(closing.leaving).lines
  }

  /// What was answered, what changed by it, what is left: a paragraph each.
  var paragraphs: [String] { [answers, changed, left].compactMap { $0 } }

  private var answers: String? {
    guard !closing.answers.isEmpty || closing.skipped > 0 else {
      return "Nothing was answered in this sitting."
    }
    let counts = Answer.allCases.compactMap { answer -> String? in
      let count = closing.answers.count { $0 == answer }
      return count == 0
        ? nil : "\(Words.grouped(count)) \(answer.rawValue.replacing("-", with: " "))"
    }
    let skipped = closing.skipped > 0 ? ["\(Words.grouped(closing.skipped)) passed over"] : []
    return "Kept safe: \(Words.list(counts + skipped))."
  }

  private var changed: String? {
    let (before, after) = (closing.before, closing.after)
    guard before.accounts != after.accounts || before.postsPerWeek != after.postsPerWeek else {
      return nil
    }
    let accounts = "\(Words.grouped(before.accounts)) to \(Words.count(after.accounts, "account"))"
    guard !before.isUnknown else {
      return "Your list goes from \(accounts); how much they post is unknown."
    }
    let posts =
      "from about \(Words.figure(before.postsPerWeek)) to \(Words.figure(after.postsPerWeek)) posts a week"
      + Self.unknown(before)
    guard before.accounts != after.accounts else {
      return "Your list keeps its \(Words.count(after.accounts, "account")), and goes \(posts)."
    }
    return "Your list goes from \(accounts), and \(posts)."
  }

  // What nobody looked at is in neither sum (I10).
  private static func unknown(_ before: Totals) -> String {
    guard before.unseen > 0 else { return "" }
    return "; unknown for \(Words.grouped(before.unseen)) of the \(Words.grouped(before.accounts))"
  }

  private var left: String? {
    closing.left == 0
      ? "No question is open."
      : "\(Words.count(closing.left, "question is", "questions are")) open"
        + (namesCommands ? "; pond review goes on." : ".")
  }
}

/// How the answers take effect, as commands to type.
struct LeavingText {
  private let leaving: Pond.Leaving

  init(_ leaving: Pond.Leaving) {
    self.leaving = leaving
  }

  /// The lines; none where nobody leaves.
  var lines: [String] {
    let commands = leaving.lists.map(Self.command) + leaving.networks.compactMap(Self.command)
    guard leaving.accounts > 0, !commands.isEmpty else { return [] }
    let what = commands.count == 1 ? "This writes the list" : "These write the lists"
    return ["\(what) without those who leave:"] + commands.map { "  " + $0 }
  }

  private static func command(_ list: Pond.ExportFormat) -> String {
    "pond export \(list.rawValue) -o \(list.fileName)"
  }

  private static func command(_ network: AccountKind) -> String? {
    guard let format = ExportFormat(rawValue: network.rawValue), format.network == network else {
      return nil
    }
    return "pond export \(network.rawValue) -o \(network.rawValue).html"
  }
}
