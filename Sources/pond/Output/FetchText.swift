import Foundation
import PondGraph

/// What a fetch came to, for a person.
struct FetchText {
  let report: Pond.FetchReport
  /// How many of one kind of trouble are named.
  private let limit = 20

  /// The lines: how much was new, what could not be looked at and why, what moved.
  var lines: [String] {
    [headline] + troubles + moves + rest
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
    return "asked \(Words.count(report.lines.count, "feed")): \(Words.grouped(read.count)) read "
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
      let named = members.prefix(limit).map { "    " + Self.name($0.line) + Self.since($0.line) }
      let more = members.count - named.count
      return ["  could not be looked at: \(Sanitize.line(first))"] + named
        + (more > 0 ? ["    and \(Words.grouped(more)) more (pond status --limit 0)"] : [])
    }
  }

  private static func since(_ line: Pond.FetchReport.Line) -> String {
    guard line.failures > 1, let since = line.failingSince else { return "" }
    return "  (\(line.failures) times in a row, since \(Moment.day(since)))"
  }

  private var moves: [String] {
    // From http to https nobody moves house.
    let moved = report.lines.filter {
      $0.failures == 0 && $0.movedTo != nil
        && $0.movedTo?.canonical != $0.account.key.value
    }
    guard !moved.isEmpty else { return [] }
    return ["  says that it has moved for good; your list is as it was:"]
      + moved.prefix(limit).flatMap { line in
        [
          "    " + Self.name(line),
          "      → \(Sanitize.line(line.movedTo?.masked ?? ""))"
            + (line.isMoveBelieved ? "" : " (believed after three runs, or with --accept-moves)"),
        ]
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
    if report.withoutAddress > 0 {
      lines.append("  \(Words.grouped(report.withoutAddress)) without an address that can be asked")
    }
    return lines
  }

  private static func name(_ line: Pond.FetchReport.Line) -> String {
    let title = Sanitize.line(line.account.title ?? line.account.key.shown)
    return "\(title)  \(Sanitize.line(line.address.masked))"
  }
}

/// What a fetch would ask, for a person.
struct FetchPreviewText {
  let preview: Pond.FetchPreview

  /// The plan in a sentence.
  var plan: String {
    "pond fetch would ask \(Words.count(preview.asked.count, "feed")) on "
      + "\(Words.count(preview.hosts, "server")), at most two at a time on each; "
      + "\(Words.grouped(preview.asked.count(where: \.isFirst))) of them for the first time."
  }

  /// The plan, and every feed with its moment.
  var lines: [String] {
    Words.wrap(plan, to: 80) + preview.asked.map { "  now  " + Self.name($0) }
      + preview.others.sorted { ($0.at ?? .distantFuture) < ($1.at ?? .distantFuture) }.map {
        "  \($0.at.map(Moment.iso8601) ?? "never")  \(Self.name($0)): \($0.why ?? "")"
      }
  }

  private static func name(_ line: Pond.FetchPreview.Line) -> String {
    let title = Sanitize.line(line.account.title ?? line.account.key.shown)
    return "\(title)  \(Sanitize.line(line.address.masked))"
  }
}
