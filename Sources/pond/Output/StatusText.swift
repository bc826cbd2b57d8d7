import Foundation
import PondGraph

/// When everything was last seen, for a person.
struct StatusText {
  let status: Pond.FetchStatus
  let path: String
  let limit: Int
  let now: Date

  private typealias Line = Pond.FetchStatus.Line

  /// The lines: counts, then what is gone, broken, moved, due, and when each was last seen.
  var lines: [String] {
    [Sanitize.line(path)] + Words.wrap(counts, to: 78).map { "  \($0)" }
      + section("gone for good, by their own word", gone) { line in
        line.memory?.goneAt.map { "since \(Moment.day($0))" } ?? ""
      }
      + section("could not be looked at", broken) { line in
        guard let memory = line.memory else { return "" }
        let since = memory.failingSince.map { ", since \(Moment.day($0))" } ?? ""
        return "\(Words.count(memory.failures, "time"))\(since): \(memory.trouble?.words ?? "")"
      }
      + section("moved, by their own word or that of a page of theirs", moved) { line in
        "→ \(line.memory?.movedTo?.masked ?? "")"
      }
      + section("due", due) { line in
        line.memory.map { "asked \(Moment.iso8601($0.askedAt))" } ?? "never asked"
      }
      + section("last seen by some source, the longest ago first", seen) { line in
        line.seenAt.map { Moment.day($0) } ?? ""
      }
      + pauses
  }

  private var counts: String {
    let asked = status.lines.filter { $0.memory != nil }
    let last = asked.compactMap { $0.memory?.askedAt }.max()
    let seen = status.lines.count { $0.seenAt != nil }
    return "\(Words.count(status.lines.count, "account")) followed, \(Words.grouped(seen)) seen by "
      + "some source, \(Words.grouped(asked.count)) asked by pond fetch"
      + (last.map { ", the last time at \(Moment.iso8601($0))" } ?? "")
  }

  private var gone: [Line] { status.lines.filter { $0.memory?.goneAt != nil } }

  private var broken: [Line] {
    status.lines.filter { $0.memory?.trouble != nil && $0.memory?.goneAt == nil }
  }

  private var moved: [Line] {
    status.lines.filter { $0.memory?.movedTo != nil && $0.memory?.trouble == nil }
  }

  private var seen: [Line] {
    status.lines.filter { $0.seenAt != nil }.sorted {
      ($0.seenAt ?? .distantPast, $0.account.key) < ($1.seenAt ?? .distantPast, $1.account.key)
    }
  }

  private var due: [Line] {
    status.lines.filter { line in
      guard line.address != nil else { return false }
      return line.memory.map { $0.goneAt == nil && $0.dueAt <= now } ?? true
    }
  }

  private func section(
    _ title: String, _ members: [Line], _ words: (Line) -> String
  ) -> [String] {
    guard !members.isEmpty else { return [] }
    let shown = limit == 0 ? members[...] : members.prefix(limit)
    let more = members.count - shown.count
    return ["  \(title): \(Words.grouped(members.count))"]
      + shown.map { line in
        let title = Sanitize.title(line.account.title ?? line.account.key.shown)
        return "    \(title)  \(Sanitize.line(words(line)))"
      }
      + (more > 0 ? ["    and \(Words.grouped(more)) more (--limit 0)"] : [])
  }

  private var pauses: [String] {
    guard !status.paused.isEmpty else { return [] }
    return ["  asked for patience: \(Words.count(status.paused.count, "server"))"]
      + status.paused.sorted { $0.key < $1.key }.map {
        "    \(Sanitize.line($0.key))  until \(Moment.iso8601($0.value))"
      }
  }
}
