import Foundation
import PondGraph

/// What a fetch came to, for a person.
struct FetchText {
  let report: Pond.FetchReport
  /// How many of one kind of trouble are named.
  private let limit = 20

  /// The lines: how much was new, what could not be looked at and why, what moved.
  var lines: [String] {
    ClockText.wasAhead(report.clockWas) + [headline] + troubles + moves + rest
  }

  /// How many could not be looked at, and how many were put off, in words.
  var counts: (troubled: String, postponed: String) {
    (Words.count(troubled.count, "feed"), Words.grouped(postponed.count))
  }

  private var headline: String {
    let read = report.lines.compactMap { line -> (new: Int, changed: Int)? in
      if case .read(let new, let changed) = line.outcome { (new, changed) } else { nil }
    }
    let unchanged = report.lines.count {
      if case .unchanged = $0.outcome { true } else { false }
    }
    if report.lines.isEmpty { return "nothing is due" }
    let posts = read.reduce(0) { $0 + $1.new }
    let changed = read.reduce(0) { $0 + $1.changed }
    let asked = report.lines.count - postponed.count
    return "asked \(Words.count(asked, "feed")): \(Words.grouped(read.count)) read "
      + "(\(Words.count(posts, "new post"))"
      + (changed > 0 ? ", \(Words.grouped(changed)) changed" : "")
      + "), \(Words.grouped(unchanged)) unchanged, \(Words.grouped(troubled.count)) could not be "
      + "looked at" + (postponed.isEmpty ? "" : ", \(Words.grouped(postponed.count)) put off")
  }

  private var troubled: [(line: Pond.FetchReport.Line, trouble: FetchTrouble)] {
    report.lines.compactMap { line in
      if case .trouble(let trouble) = line.outcome { (line, trouble) } else { nil }
    }
  }

  private var postponed: [Pond.FetchReport.Line] {
    report.lines.filter { if case .postponed = $0.outcome { true } else { false } }
  }

  private var troubles: [String] {
    Dictionary(grouping: troubled) {
      $0.trouble.kind == .inside ? "it is private" : $0.trouble.words
    }
    .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    .flatMap { words, members -> [String] in
      let first = members.first?.trouble.words ?? words
      return ["  could not be looked at: \(Sanitize.line(first))"]
        + named(members) { member in
          NamedAddress.lines(
            member.line.account, member.line.address, indent: 4, more: Self.since(member.line))
        }
    }
  }

  // The first few, and how many there are besides.
  private func named<Member>(_ members: [Member], _ lines: (Member) -> [String]) -> [String] {
    let more = members.count - limit
    return members.prefix(limit).flatMap(lines)
      + (more > 0 ? ["    and \(Words.grouped(more)) more (pond status --limit 0)"] : [])
  }

  private static func since(_ line: Pond.FetchReport.Line) -> String {
    guard line.failures > 1, let since = line.failingSince else { return "" }
    return "(\(line.failures) times in a row, since \(Moment.day(since)))"
  }

  private var moves: [String] {
    // From http to https nobody moves house.
    let moved = report.lines.filter {
      $0.failures == 0 && $0.movedTo != nil
        && $0.movedTo?.canonical != $0.account.key.value
    }
    // What was found elsewhere, or is asked there by now, says nothing itself in this run.
    let isElsewhere = { (line: Pond.FetchReport.Line) in
      line.isFound || line.address.canonical == line.movedTo?.canonical
    }
    let (elsewhere, moving) = (moved.filter(isElsewhere), moved.filter { !isElsewhere($0) })
    let isBelieved = moving.allSatisfy(\.isMoveBelieved)
    return move(moving, "says that it has moved for good; your list is as it was:")
      + (isBelieved ? [] : ["    (believed after three runs that say so, or with --accept-moves)"])
      + move(elsewhere, "stands at another address than in your list, which is as it was:")
      + (elsewhere.isEmpty ? [] : ["    (pond decide ACCOUNT repair takes the new address)"])
  }

  private func move(_ lines: [Pond.FetchReport.Line], _ heading: String) -> [String] {
    guard !lines.isEmpty else { return [] }
    return ["  \(heading)"]
      + named(lines) { line in
        NamedAddress.lines(line.account, line.account.feed ?? line.address, indent: 4)
          + ["      → \(Sanitize.line(line.movedTo?.masked ?? ""))"]
      }
  }

  private var rest: [String] {
    var lines: [String] = []
    if report.blogrolls > 0 {
      lines.append("  \(Words.count(report.blogrolls, "blogroll")) read: pond discover counts them")
    }
    if report.notDue.count > 0 {
      let next = report.notDue.next.map { ", the next at \(Moment.iso8601($0))" } ?? ""
      lines.append("  \(Words.grouped(report.notDue.count)) not due yet\(next)")
    }
    if report.gone > 0 {
      lines.append("  \(Words.grouped(report.gone)) gone for good, by their own word: not asked")
    }
    if report.withoutAddress > 0 {
      lines.append("  \(Words.grouped(report.withoutAddress)) without an address that can be asked")
    }
    if report.onThisMachine > 0 {
      lines.append("  \(Words.grouped(report.onThisMachine)) on this machine: never asked")
    }
    return lines
  }
}

/// An account with its address: in one line where that fits into eighty columns, else in two.
enum NamedAddress {
  static func lines(
    _ account: Account, _ address: Address, indent: Int, start: String = "", more: String = ""
  ) -> [String] {
    let title = Sanitize.line(account.title ?? account.key.shown)
    let rest = Sanitize.line(address.masked) + (more.isEmpty ? "" : "  \(Sanitize.line(more))")
    let blank = String(repeating: " ", count: indent)
    let line = "\(blank)\(start)\(title)  \(rest)"
    if Width.columns(of: line) <= 80 { return [line] }
    return [Width.cut("\(blank)\(start)\(title)", to: 80), "\(blank)  \(rest)"]
  }
}

/// What is said of a clock that was ahead.
enum ClockText {
  /// What is said before anybody is asked.
  static let isAhead = Words.wrap(
    "Some were asked the last time when your clock was ahead: when that was is unknown, so they "
      + "are due.", to: 80)

  /// What is said afterwards, when nothing of it is left; nothing where it was not.
  static func wasAhead(_ clock: Date?) -> [String] {
    clock.map { clock in
      Words.wrap(
        "your clock was in \(Moment.day(clock).prefix(4)) when some of these were asked the last "
          + "time; what was remembered of that counts no more", to: 80)
    } ?? []
  }
}

/// What a fetch would ask, for a person.
struct FetchPreviewText {
  let preview: Pond.FetchPreview

  /// The plan in a sentence.
  var plan: String {
    if preview.asked.isEmpty { return "nothing is due" }
    return "pond fetch would ask \(Words.count(preview.asked.count, "feed")) on "
      + "\(Words.count(preview.hosts, "server")), at most two at a time on each; "
      + "\(Words.grouped(preview.asked.count(where: \.isFirst))) of them for the first time."
  }

  /// The plan, and every feed with its moment.
  var lines: [String] {
    (preview.clockWas == nil ? [] : ClockText.isAhead) + Words.wrap(plan, to: 80)
      + preview.asked.flatMap {
        NamedAddress.lines($0.account, $0.address, indent: 2, start: "now  ")
      }
      + preview.others.sorted { ($0.at ?? .distantFuture) < ($1.at ?? .distantFuture) }.flatMap {
        NamedAddress.lines(
          $0.account, $0.address, indent: 2, start: "\($0.at.map(Moment.iso8601) ?? "never")  ",
          more: $0.why ?? "")
      }
  }
}
