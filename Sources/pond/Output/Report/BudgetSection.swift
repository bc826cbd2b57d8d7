import PondGraph

/// The reading budget against the caps, how good the choice is, and what would vanish.
struct BudgetSection {
  let plan: Pond.RecommendedPlan
  private var pond: RecommendedPond { plan.pond }

  var html: String {
    let sentences = [certificate] + words
    return """
      \(table.html)
      \(sentences.map { "<p>\($0)</p>" }.joined(separator: "\n"))
      \(vanishing)
      \(overlaps)
      """
  }

  private var table: ReportTable {
    let (now, close, stream) = (plan.now, pond.closeTotals, pond.streamTotals)
    return ReportTable(
      caption: "What reading all of it would take",
      columns: [
        ("", .words), ("accounts", .figure), ("posts a week", .figure), ("", .bar),
        ("minutes a day", .figure), ("", .bar),
      ],
      rows: [
        row("today", now, "fill-bank"), row("close ring", close, "fill-close"),
        ["<i>room you gave</i>", Words.grouped(pond.room.size)] + caps,
        row("stream, to dip into", stream, "fill-stream"),
      ]
        + (pond.unknown.all.isEmpty
          ? [] : [row("in fog, not yet known", pond.unknown.totals, "fill-cap")]))
  }

  private var caps: [String] {
    switch pond.room.budget {
    case .postsPerWeek(let posts):
      [Words.figure(posts), bar(posts, plan.now.postsPerWeek, "fill-cap"), "no limit", ""]
    case .minutesPerDay(let minutes):
      ["no limit", "", Words.figure(minutes), bar(minutes, plan.now.minutesPerDay, "fill-cap")]
    }
  }

  private func row(_ name: String, _ totals: Totals, _ kind: String) -> [String] {
    guard !totals.isUnknown else {
      return [name, Words.grouped(totals.accounts), "unknown", "", "unknown", ""]
    }
    return [
      name, Words.grouped(totals.accounts), Words.figure(totals.postsPerWeek),
      bar(totals.postsPerWeek, plan.now.postsPerWeek, kind), Words.figure(totals.minutesPerDay),
      bar(totals.minutesPerDay, plan.now.minutesPerDay, kind),
    ]
  }

  private func bar(_ value: Double, _ most: Double, _ kind: String) -> String {
    ReportTable.bar(most > 0 ? value / most : 0, kind)
  }

  private var certificate: String {
    guard pond.stream.count + pond.outside.count > 0 else {
      return "There is room for everybody you might keep."
    }
    guard !pond.isBest else {
      return "No other close ring could give more in this room."
    }
    return """
      This close ring gives at least \(Words.atLeast(pond.certificate)) of the most that any \
      could in this room.
      """
  }

  private var words: [String] {
    var words: [String] = []
    words.append("The room you gave: \(PlanSummary.room(pond.room)).")
    if !pond.close.isEmpty {
      words.append("For its variety: \(PlanSummary.variety(pond.diversity)).")
    }
    if pond.pinned > 0 {
      words.append("\(Words.count(pond.pinned, "account")) in it because you declared them close.")
    }
    if !pond.dissenting.isEmpty {
      let names = pond.dissenting.prefix(12).map { name($0) }
      words.append(
        "With a place to disagree, read often and liked rarely or far from the rest: \(Words.list(names))."
      )
    }
    if pond.hasBefore {
      words.append(
        pond.moves.isEmpty
          ? "It is the close ring you stayed with."
          : "It differs from the one you stayed with in \(Words.count(pond.moves.count, "step")).")
    }
    return words
  }

  private var vanishing: String {
    guard !pond.vanishing.isEmpty else {
      return "<p>Whatever has a voice now keeps one in the close ring.</p>"
    }
    let names = pond.vanishing.prefix(200).map { "“<bdi>\(HTMLText.escaped($0))</bdi>”" }
    let more = pond.vanishing.count - names.count
    let all = more > 0 ? names + ["\(Words.grouped(more)) more"] : Array(names)
    guard all.count > 8 else {
      return "<p>What would have no voice in the close ring: \(Words.list(all)).</p>"
    }
    return """
      <details><summary>\(Words.count(pond.vanishing.count, "topic or language", "topics and languages")) would \
      have no voice in the close ring</summary><p>\(Words.list(all)).</p></details>
      """
  }

  private var overlaps: String {
    let pairs = pond.overlaps.prefix(20).map { one, other, overlap in
      """
      <li>\(name(one)) and \(name(other)): \(Words.count(overlap.shared, "page")) in common within two \
      days; the quieter pointed at \(Words.grouped(overlap.pages)).</li>
      """
    }
    guard !pairs.isEmpty else { return "" }
    return "<p>Of these pairs, reading one may do:</p><ul>\(pairs.joined(separator: "\n"))</ul>"
  }

  private func name(_ account: Account) -> String {
    "<bdi>\(HTMLText.escaped(account.name))</bdi>"
  }
}
