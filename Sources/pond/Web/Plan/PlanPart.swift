#if Web
  import PondGraph

  /// Everything of a plan that changes with the room: what it comes to, the pond, its budget, its verdicts.
  struct PlanPart {
    let plan: Pond.RecommendedPlan
    let visit: WebVisit

    /// The most accounts of one verdict.
    private static let most = 60

    /// What stands beneath the sliders.
    var html: String {
      """
      \(summary)
      \(remember)
      \(Self.section("pond", "The pond", pond))
      \(Self.section("budget", "What reading takes", BudgetSection(plan: plan).html))
      \(Self.section("verdicts", "What could become of each", verdicts))
      """
    }

    private static func section(_ id: String, _ title: String, _ html: String) -> String {
      """
      <section id="\(id)" aria-labelledby="h-\(id)"><h2 id="h-\(id)">\(title)</h2>
      \(html)</section>
      """
    }

    private var summary: String {
      let rows = PlanSummary(plan: plan, width: 400).rows
      let told = rows.first { $0.name == "close ring" }.map { "\($0.name): \($0.text)" } ?? ""
      let lines = rows.map { PartsList.row($0.name, ["<dd>\(WebLink.text($0.text))</dd>"]) }
      return """
        <dl class="parts summary" data-told="\(WebForm.attribute(told))">\(lines.joined())</dl>
        """
    }

    private var remember: String {
      let room = plan.pond.room
      var fields = [("size", "\(room.size)")]
      if case .minutesPerDay(let minutes) = room.budget {
        fields.append(("minutes", PlanWish.written(minutes)))
      }
      return """
        <div class="row">
        \(WebForm.button("Remember this room", to: "/plan/room", visit: visit, hidden: fields))
        \(plan.pond.close.isEmpty
          ? ""
          : WebForm.button(
            "Stay with this close ring", to: "/plan/keep", visit: visit, hidden: fields))
        </div>
        """
    }

    private var pond: String {
      guard plan.now.accounts > 0 else {
        return "<p>You follow nobody that Pond knows. <a href=\"/bring\">Bring a list</a>.</p>"
      }
      return PondSection(entries: ReportEntry.all(of: plan), cases: .pages).html
    }

    private var verdicts: String {
      let words = PlanText(plan: plan, width: 400, limit: Self.most)
      return plan.sections.filter { !$0.overviews.isEmpty }.map { section in
        """
        <details><summary>\(WebLink.text(words.line(of: section) ?? ""))</summary>
        \(table(section))
        </details>
        """
      }.joined(separator: "\n")
    }

    private func table(_ section: Pond.RecommendedPlan.Section) -> String {
      let shown = section.overviews.prefix(Self.most)
      let more = section.overviews.count - shown.count
      let rows = shown.map { overview in
        [
          (overview.decision == nil ? "" : "✓ ") + WebLink.account(overview.account),
          overview.assessment.postsPerWeek.map(Words.figure) ?? "unknown",
          WebLink.text(PlanText.reason(overview.assessment)),
        ]
      }
      return ReportTable(
        caption: section.verdict.rawValue.replacing("-", with: " "),
        columns: [("account", .words), ("posts a week", .figure), ("why", .words)],
        rows: Array(rows)
      ).html
        + (more > 0
          ? "<p>\(Words.grouped(more)) more: <a href=\"/accounts?sort=verdict\">all accounts</a>.</p>"
          : "")
    }
  }
#endif
