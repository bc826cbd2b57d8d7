import Foundation
import PondGraph

/// What changed, in at most twelve lines.
struct NewsText {
  let bulletin: Bulletin

  /// The most lines.
  private static let most = 12

  /// The lines, each within 80 columns.
  var lines: [String] {
    guard bulletin.items.contains(where: \.isChange) else { return Words.wrap(nothing, to: 78) }
    // Of each kind two are told before the rest are counted, one where there is much to tell.
    let told = [2, 1].map { shown in Kind.allCases.flatMap { lines(of: $0, shown: shown) } }
    return [heading] + (told.first { $0.count < Self.most } ?? told[1])
  }

  /// A line of the news for a page: what happened, to whom, and what there is to say of it.
  struct Row {
    let word: String
    let accounts: [Account]
    /// What is said of them, with the sign that stands before it.
    let rest: String
  }

  /// Every news, the kinds in the order of the lines; nil where nothing changed, which `lines` says.
  var rows: [Row]? {
    guard bulletin.items.contains(where: \.isChange) else { return nil }
    return Kind.allCases.flatMap { kind in
      bulletin.items.filter { Self.kind($0) == kind }.map(Self.row)
    }
  }

  /// Of what stretch of time, and from how many accounts.
  var heading: String {
    "News of \(window), from \(Words.grouped(bulletin.accounts.seen)) of "
      + "\(Words.count(bulletin.accounts.followed, "account")):"
  }

  /// What is said where nothing changed.
  var nothing: String {
    let (followed, seen) = bulletin.accounts
    guard followed > 0 else { return "No news: nobody is followed yet. pond import PATH begins." }
    guard seen > 0 else {
      return "No news: no file shows yet what they post. pond fetch asks the feeds."
    }
    return "Nothing new in \(window); posts could be seen of \(Words.grouped(seen)) of "
      + "\(Words.count(followed, "account"))."
  }

  private enum Kind: CaseIterable {
    case returned, fellSilent, changed, new, trialOver, maybeMissed, unreachable, costliest
  }

  private var window: String {
    let days = bulletin.until.timeIntervalSince(bulletin.since) / 86_400
    let length = Words.count(Int(clamping: Int64(max(1, days.rounded()))), "day")
    return "the \(length) up to \(Moment.day(bulletin.until))"
  }

  private func lines(of kind: Kind, shown: Int) -> [String] {
    let told = bulletin.items.filter { Self.kind($0) == kind }
    let rest = told.count - shown
    return told.prefix(shown).map { Sanitize.line(Self.line($0)) }
      + (rest > 0 ? ["  and \(Words.grouped(rest)) more \(Self.word(kind))"] : [])
  }

  private static func word(_ kind: Kind) -> String {
    switch kind {
    case .returned: "who returned"
    case .fellSilent: "who fell silent"
    case .changed: "whose volume changed"
    default: ""
    }
  }

  private static func kind(_ item: Bulletin.Item) -> Kind {
    switch item {
    case .returned: .returned
    case .fellSilent: .fellSilent
    case .changed: .changed
    case .new: .new
    case .trialOver: .trialOver
    case .maybeMissed: .maybeMissed
    case .unreachable: .unreachable
    case .costliest: .costliest
    }
  }

  private static func row(_ item: Bulletin.Item) -> Row {
    switch item {
    case .returned(let account, let weeks, let at):
      row("returned", account, ", \(Moment.day(at)), after \(length(weeks)) without a post")
    case .fellSilent(let account, let since, let ninetieth):
      row(
        "fell silent", account,
        ", since \(Moment.day(since)); before, hardly over \(length(max(ninetieth, 1 / 7.0)))")
    case .changed(let account, let before, let after, let since):
      row(
        after > before ? "posts more" : "posts less", account,
        ": \(Words.figure(after)) a week since \(Moment.day(since)), before \(Words.figure(before))"
      )
    case .new(let accounts): Row(word: "new", accounts: accounts, rest: "")
    case .trialOver(let accounts): Row(word: "trial over", accounts: accounts, rest: "")
    case .maybeMissed(let accounts): Row(word: "missed?", accounts: accounts, rest: "")
    case .unreachable(let accounts): Row(word: "not reached", accounts: accounts, rest: "")
    case .costliest(let account, let minutes, let all):
      row(
        "asks most", account,
        ": \(Words.count(Int(clamping: minutes), "minute")) of \(Words.grouped(Int(clamping: all))) "
          + "a week that are known")
    }
  }

  private static func row(_ word: String, _ account: Account, _ rest: String) -> Row {
    Row(word: word, accounts: [account], rest: rest)
  }

  private static func line(_ item: Bulletin.Item) -> String {
    let row = row(item)
    guard let account = row.accounts.first, row.accounts.count == 1, !row.rest.isEmpty else {
      return line(row.word, row.accounts)
    }
    return line(row.word, account, row.rest)
  }

  /// The columns of a line.
  private static let width = 80

  // The name gives way, never what is said of it.
  private static func line(_ word: String, _ account: Account, _ rest: String) -> String {
    let room = width - 15 - Width.columns(of: rest)
    return start(word) + Width.cut(Sanitize.title(account.name), to: max(12, room)) + rest
  }

  private static func line(_ word: String, _ accounts: [Account]) -> String {
    let lines = (1...3).reversed().map { count in
      let names = accounts.prefix(count).map { Sanitize.title($0.name) }.joined(separator: "; ")
      let rest = accounts.count - count
      return start(word) + names + (rest > 0 ? " and \(Words.grouped(rest)) more" : "")
    }
    return lines.first { Width.columns(of: $0) <= width } ?? lines[lines.count - 1]
  }

  private static func start(_ word: String) -> String {
    "  " + word.padding(toLength: 13, withPad: " ", startingAt: 0)
  }

  private static func length(_ weeks: Double) -> String {
    let days = weeks * 7
    if days < 99.5 { return Words.count(Int(clamping: days), "day") }
    if days < 700 { return Words.count(Int(clamping: days * 12 / 365.25), "month") }
    return "\(Words.figure(days / 365.25)) years"
  }
}

extension Int {
  /// The whole number nearest to a figure; the largest or smallest where there is none.
  fileprivate init(clamping figure: Double) {
    self = Int(exactly: figure.rounded()) ?? (figure < 0 ? .min : .max)
  }
}
