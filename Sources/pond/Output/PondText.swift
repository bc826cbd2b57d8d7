import Foundation
import PondGraph

/// The recommended pond itself, for a person: rings against the caps, how good the choice is, what
/// changes, what vanishes, a week before and after.
struct PondText {
  let pond: RecommendedPond
  let width: Int
  let limit: Int

  /// The lines.
  var lines: [String] {
    ["", heading] + rings + names + week + certificate + moves + vanishing + overlaps
  }

  private var heading: String {
    let size = Words.count(pond.room.size, "account")
    switch pond.room.budget {
    case .unlimited: return "the pond, with room for \(size)"
    case .minutesPerDay(let minutes):
      return "the pond, with room for \(size) and \(Words.figure(minutes)) minutes a day"
    case .postsPerWeek(let posts):
      return "the pond, with room for \(size) and \(Words.figure(posts)) posts a week"
    }
  }

  private var rings: [String] {
    var lines = ["  close    \(sum(pond.closeTotals))", "  stream   \(sum(pond.streamTotals))"]
    if pond.pinned > 0 {
      lines.append("  \(Words.count(pond.pinned, "account")) in it by your own word")
    }
    if !pond.dissenting.isEmpty {
      let names = pond.dissenting.map { Sanitize.line($0.title ?? $0.key.shown) }
      lines += wrapped(
        "for dissent, read often and liked rarely or far from the rest: \(Words.list(names))")
    }
    if isOverfull {
      lines.append("  Your own word takes more room than you gave; nobody is added.")
    }
    if !pond.outside.isEmpty {
      lines.append("  \(Words.count(pond.outside.count, "account")) more than both rings hold")
    }
    return lines
  }

  private var isOverfull: Bool {
    if pond.closeTotals.accounts > pond.room.size { return true }
    switch pond.room.budget {
    case .unlimited: return false
    case .minutesPerDay(let minutes): return pond.closeTotals.minutesPerDay > minutes * 1.000_001
    case .postsPerWeek(let posts): return pond.closeTotals.postsPerWeek > posts * 1.000_001
    }
  }

  // Whoever gives room for a few wants to see who they are.
  private var names: [String] {
    guard pond.stream.count + pond.outside.count > 0, !pond.close.isEmpty else { return [] }
    let titles = pond.close.map { Sanitize.line($0.account.title ?? $0.account.key.shown) }
    let shown = limit == 0 ? titles : Array(titles.prefix(max(limit, 1) * 3))
    let more = titles.count - shown.count
    let text = "close: " + shown.joined(separator: " · ") + (more > 0 ? " · and \(more) more" : "")
    return wrapped(text)
  }

  private var week: [String] {
    guard pond.lastWeek.all > 0 else { return [] }
    return [
      "  in the last seven days \(Words.count(pond.lastWeek.all, "post")) came; "
        + "\(Words.grouped(pond.lastWeek.close)) from the close ring"
    ]
  }

  private var certificate: [String] {
    guard pond.stream.count + pond.outside.count > 0 else {
      return wrapped("There is room for everybody you might keep.")
    }
    guard pond.certificate < 0.9995 else {
      return wrapped("No other close ring could give more in this room.")
    }
    let percent = Words.figure(pond.certificate * 100)
    return wrapped(
      "This close ring gives at least \(percent) % of the most that any could in this room.")
  }

  private var moves: [String] {
    guard pond.hasBefore else { return [] }
    guard !pond.moves.isEmpty else { return ["  It is the close ring you stayed with."] }
    return pond.moves.map { move in
      let coming = move.coming.map { "+ " + Sanitize.line($0.title ?? $0.key.shown) }
      let leaving = move.leaving.map { "− " + Sanitize.line($0.title ?? $0.key.shown) }
      return "  " + [coming, leaving].compactMap { $0 }.joined(separator: "  ")
    }
  }

  private var vanishing: [String] {
    guard !pond.vanishing.isEmpty else { return [] }
    let names = pond.vanishing.map { "“" + Sanitize.line($0) + "”" }
    let shown = limit == 0 ? names : Array(names.prefix(max(limit, 1)))
    let more = names.count - shown.count
    let list = more > 0 ? shown + ["\(more) more"] : shown
    return wrapped("Without a voice in the close ring: \(Words.list(list)).")
  }

  private var overlaps: [String] {
    pond.overlaps.prefix(limit == 0 ? Int.max : 3).flatMap { one, other, overlap in
      let names = [one, other].map { "“" + Sanitize.line($0.title ?? $0.key.shown) + "”" }
      return wrapped(
        "\(names[0]) and \(names[1]) pointed at the same pages within two days "
          + "\(overlap.shared) times in three months; the quieter one pointed at \(overlap.pages). "
          + "Reading one may do.")
    }
  }

  private func wrapped(_ text: String) -> [String] {
    Words.wrap(text, to: width - 2).map { "  " + $0 }
  }

  private func sum(_ totals: Totals) -> String {
    "\(Words.count(totals.accounts, "account")), \(Words.figure(totals.postsPerWeek)) posts a week, "
      + "\(Words.figure(totals.minutesPerDay)) minutes a day"
  }
}
