import Foundation
import PondGraph

/// The recommended pond itself, for a person: who is in which ring and why, what is not yet known, what
/// changes, what vanishes, a week before and after.
struct PondText {
  let pond: RecommendedPond
  let width: Int
  let limit: Int

  /// The lines.
  var lines: [String] { week + close + stream + unknown + moves + vanishing + overlaps }

  // MARK: The close ring

  private var close: [String] {
    guard !pond.close.isEmpty else { return [] }
    let heading = "close ring: \(PlanSummary.sum(pond.closeTotals)), those that give most first"
    let reason = ShortReason(pond)
    let shown = limit == 0 ? pond.close : Array(pond.close.prefix(max(limit, 1) * 3))
    let rows = shown.enumerated().map { row($0.offset + 1, $0.element, reason.words($0.element)) }
    let more = pond.close.count - shown.count
    return [Width.cut(heading, to: width)] + rows
      + (more > 0 ? ["    and \(Words.grouped(more)) more (--limit 0 shows all)"] : [])
      + places + [""]
  }

  private func row(_ number: Int?, _ overview: AccountOverview, _ reason: String) -> String {
    let place = number.map { "\($0)" } ?? ""
    let minutes =
      overview.assessment.minutesPerWeek.map { "\(Words.figure($0 / 7)) min/day" } ?? "unknown"
    let room = min(40, max(12, width - 5 - 14 - 18 - 2))
    return "\(Width.pad(place, to: 4, alignedRight: true)) "
      + "\(Width.pad(Sanitize.line(overview.name), to: room)) "
      + "\(Width.pad(minutes, to: 12, alignedRight: true))  \(reason)"
  }

  private var places: [String] {
    var lines: [String] = []
    if pond.pinned > 0 {
      lines.append("  \(Words.count(pond.pinned, "account")) in it because you declared them close")
    }
    if !pond.dissenting.isEmpty {
      let names = pond.dissenting.map { Sanitize.line($0.title ?? $0.key.shown) }
      lines += wrapped(
        "for dissent, read often and liked rarely or far from the rest: \(Words.list(names))")
    }
    if isOverfull {
      lines += wrapped(
        "Those you declared close take more room than you gave; nobody else is added.")
    }
    return lines
  }

  private var isOverfull: Bool {
    if pond.closeTotals.accounts > pond.room.size { return true }
    switch pond.room.budget {
    case .minutesPerDay(let minutes): return pond.closeTotals.minutesPerDay > minutes * 1.000_001
    case .postsPerWeek(let posts): return pond.closeTotals.postsPerWeek > posts * 1.000_001
    }
  }

  // MARK: The others

  private var stream: [String] {
    guard pond.stream.count + pond.outside.count > 0 else { return [] }
    var lines = [
      Width.cut(
        "stream, once thinned: \(PlanSummary.sum(pond.streamTotals))", to: width)
    ]
    if !pond.stream.isEmpty { lines += names(pond.stream) }
    if pond.keptInStream > 0 {
      lines += wrapped(
        "\(Words.count(pond.keptInStream, "account")) of it stays by your word, whatever it takes; "
          + "pond declare ACCOUNT close gives a place in the close ring.")
    }
    if !pond.outside.isEmpty {
      lines += wrapped(
        "\(Words.count(pond.outside.count, "account")) more than both rings hold.")
    }
    return lines + [""]
  }

  private var unknown: [String] {
    let unknown = pond.unknown
    guard !unknown.all.isEmpty else { return [] }
    var lines = [
      Width.cut("not yet known: \(PlanSummary.sum(unknown.totals))", to: width)
    ]
    lines += wrapped(
      unknown.nothingIsKnown
        ? "Of nobody is it known what you read, so they stand in the order of what they ask for, the "
          + "least first, and no further."
        : unknown.all.contains(where: \.isKnown)
          ? "Of these it is not known what you read, or how much they post, so they do not compete with "
            + "what is known."
          : "Of these nothing is known of your attention, so they do not compete with what you read."
    )
    if !unknown.onTrial.isEmpty {
      let what = unknown.nothingIsKnown ? "within your room" : "on trial, the cheapest first"
      lines.append("  \(what): \(PlanSummary.sum(unknown.trialTotals))")
      lines += cut(unknown.onTrial).map { row(nil, $0, "") }.map(\.trimmingBlanksAtEnd)
      lines += more(unknown.onTrial)
    }
    if !unknown.waiting.isEmpty {
      lines.append("  to be asked about, the costliest first")
      lines += cut(unknown.waiting).map { row(nil, $0, "") }.map(\.trimmingBlanksAtEnd)
      lines += more(unknown.waiting)
    }
    return lines + question(unknown) + [""]
  }

  private func question(_ unknown: RecommendedPond.Unknown) -> [String] {
    guard let overview = unknown.question, let minutes = overview.assessment.minutesPerWeek else {
      let kinds = Set(unknown.all.map(\.account.key.kind))
      return wrapped(
        "What they post was never seen"
          + (NextSteps.fetching(kinds).map { ": \($0) looks." }
            ?? ", and no network shows it to Pond."))
    }
    return wrapped(
      "What would settle most: do you read “\(Sanitize.line(overview.name))”, "
        + "\(Words.figure(minutes / 7)) minutes a day? pond taste asks, blind; pond review asks by name."
    )
  }

  private func cut(_ overviews: [AccountOverview]) -> [AccountOverview] {
    limit == 0 ? overviews : Array(overviews.prefix(max(limit, 1)))
  }

  private func more(_ overviews: [AccountOverview]) -> [String] {
    let more = overviews.count - cut(overviews).count
    return more > 0 ? ["    and \(Words.grouped(more)) more (--limit 0 shows all)"] : []
  }

  private func names(_ overviews: [AccountOverview]) -> [String] {
    let titles = overviews.map { Sanitize.line($0.account.title ?? $0.account.key.shown) }
    let shown = limit == 0 ? titles : Array(titles.prefix(max(limit, 1) * 3))
    let more = titles.count - shown.count
    return wrapped(shown.joined(separator: " · ") + (more > 0 ? " · and \(more) more" : ""))
  }

  // MARK: What it means

  private var week: [String] {
    guard let all = pond.lastWeek.all, all > 0 else { return [] }
    let close = pond.lastWeek.close.map { "; \(Words.grouped($0)) from the close ring" } ?? ""
    return wrapped("In the last seven days \(Words.count(all, "post")) came\(close).") + [""]
  }

  private var moves: [String] {
    guard pond.hasBefore else { return [] }
    guard !pond.moves.isEmpty else {
      return wrapped("It is the close ring you stayed with: nobody came, nobody went.")
    }
    let count = Words.count(pond.moves.count, "step")
    return wrapped("\(count) from the close ring you stayed with:")
      + pond.moves.map { move in
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
}
