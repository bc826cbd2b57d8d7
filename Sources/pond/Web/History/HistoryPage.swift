#if Web
  import Foundation
  import PondGraph

  /// The pond over the months.
  enum HistoryPage {
    static let routes: [WebRoute] = [.get("/history", show)]

    private static func show(_ request: WebRequest, _ visit: WebVisit) throws -> WebReply {
      try visit.looking { pond in
        let chronicle = try pond.history(months: 12, zone: .current, now: request.seen)
        return .page(
          WebPage(
            title: "History", room: .history,
            main: """
              <h1>Your pond over the months</h1>
              \(MonthsSection(chronicle: chronicle, tellsRegrets: false).html)
              \(words(HistoryText(chronicle: chronicle)))
              """))
      }
    }

    private static func words(_ text: HistoryText) -> String {
      let sentences = (text.note + text.regrets).map { "<p>\(WebLink.text($0))</p>" }
      let cycles = text.cycleLines.map { day, words in
        "<li><span class=\"day\">\(day)</span> \(WebLink.text(words))</li>"
      }
      guard !cycles.isEmpty else { return sentences.joined(separator: "\n") }
      return sentences.joined(separator: "\n") + """

        <h2>Your cycles</h2>
        <ul class="journal">
        \(cycles.joined(separator: "\n"))
        </ul>
        """
    }
  }
#endif
