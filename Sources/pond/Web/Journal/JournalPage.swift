#if Web
  import Foundation
  import PondGraph

  /// Every answer with its date and reason, and the way back.
  enum JournalPage {
    static let routes: [WebRoute] = [.get("/journal", show), .post("/journal/undo", undo)]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        let view = JournalView(
          lines: try pond.journal(), learned: try pond.learned(), mark: try pond.undoMark(),
          page: request.query["page"].flatMap { Int($0) } ?? 1, visit: visit)
        return .page(WebPage(title: "Journal", room: .journal, main: view.html))
      }
    }

    private static func undo(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.deciding { pond in
        guard request.form["mark"] == (try pond.undoMark()) else {
          return .seeOther(
            "/journal",
            notice: "Something was said or taken back since you looked, so nothing was undone. "
              + "This is how it stands now.")
        }
        return .seeOther("/journal", notice: words(try pond.undo(now: request.now)))
      }
    }

    private static func words(_ undone: Pond.Undone) -> String {
      let line =
        switch undone {
        case .answer(let line): DecisionText.line(line.entry.decision.answer, line.account)
        case .intention(let line, let word): IntentionText.line(line, word)
        case .learned(let learned): MeasureText.line(learned.change)
        }
      let single = line.split(separator: " ").joined(separator: " ")
      return "Taken back: \(single)"
    }
  }

  /// The journal, the newest first.
  struct JournalView {
    let lines: [Pond.JournalLine]
    let learned: [LearnedChange]
    /// What the undoing is held against.
    let mark: String
    let page: Int
    let visit: WebVisit

    static let most = 100

    var html: String {
      """
      <h1>Your journal</h1>
      \(head)
      \(changes)
      """
    }

    private var head: String {
      guard !lines.isEmpty else { return "<p class=\"lede\">Nothing was decided yet.</p>" }
      let shown = lines.reversed().dropFirst((place - 1) * Self.most).prefix(Self.most)
      return """
        <p class="lede">\(Words.count(lines.count, "answer")), the newest first. The last thing that you said \
        can be taken back, and the one before it after that.</p>
        \(undo)
        <ol class="journal" reversed start="\(lines.count - (place - 1) * Self.most)">
        \(shown.map(item).joined(separator: "\n"))
        </ol>
        \(pages)
        """
    }

    private var undo: String {
      guard lines.contains(where: { $0.entry.undoneAt == nil }) || !learned.isEmpty else {
        return ""
      }
      return WebForm.button(
        "Take back the last thing that I said", to: "/journal/undo", visit: visit,
        hidden: [("mark", mark)], kind: "undo")
    }

    private var last: Int { max(1, (lines.count + Self.most - 1) / Self.most) }
    private var place: Int { min(max(1, page), last) }

    private func item(_ line: Pond.JournalLine) -> String {
      let decision = line.entry.decision
      let answer = decision.trialDays == nil ? decision.answer.rawValue : "trial"
      let target = decision.answer == .repair ? decision.newAddress : nil
      let parts = [
        target.map { "→ \(WebLink.text($0.masked))" },
        decision.reason.map { "<q>\(WebLink.text($0))</q>" },
        line.entry.doneAt.map { "done \(Moment.day($0))" },
        line.entry.undoneAt.map { "taken back \(Moment.day($0))" },
      ].compactMap { $0 }
      let rest =
        parts.isEmpty ? "" : " <span class=\"soft\">\(parts.joined(separator: ", "))</span>"
      let kind = line.entry.undoneAt == nil ? "" : " class=\"gone\""
      return """
        <li\(kind)><span class="day">\(Moment.day(decision.at))</span> \
        <b class="word">\(answer)</b> \(WebLink.account(line.account))\(rest)</li>
        """
    }

    private var pages: String {
      guard last > 1 else { return "" }
      func link(_ number: Int, _ words: String) -> String {
        (1...last).contains(number)
          ? "<a class=\"go\" href=\"/journal?page=\(number)\">\(words)</a>" : ""
      }
      return """
        <nav class="row" aria-label="Pages of the journal">\(link(place - 1, "Newer")) \
        <span>Page \(place) of \(last)</span> \(link(place + 1, "Older"))</nav>
        """
    }

    private var changes: String {
      guard !learned.isEmpty else { return "" }
      let items = learned.reversed().map { change in
        "<li><span class=\"day\">\(Moment.day(change.at))</span> "
          + "\(WebLink.text(MeasureText.line(change.change)))</li>"
      }
      return """
        <section aria-labelledby="learned">
        <h2 id="learned">What Pond learned, with your yes</h2>
        <ul class="journal">
        \(items.joined(separator: "\n"))
        </ul>
        </section>
        """
    }
  }
#endif
