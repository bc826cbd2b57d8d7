import PondGraph

/// Signal against volume: the picture, and its figures as a table.
struct BarSection {
  let entries: [ReportEntry]
  /// Where the cases stand.
  let cases: CaseLinks

  var html: String {
    let picture = BarPicture(entries)
    guard !picture.spots.isEmpty else {
      return "<p>Of no source enough was seen to compare it with the bar.</p>"
    }
    return """
      <p>The more somebody posts, the larger the share of it that has to be worth your attention. Up \
      to \(picture.freeMinutes) of reading a week are free, so whoever is quiet is never below the bar. \(Self.unknown(picture))</p>
      <figure>
      \(picture.svg)
      <figcaption>\(Self.key)\(left(picture.spots.count))</figcaption>
      </figure>
      \(table(picture.spots))
      """
  }

  private static func unknown(_ picture: BarPicture) -> String {
    picture.isCrowd
      ? """
      The darker a field, the more sources lie in it; marks are the loudest, and those below their bar.
      """
      : """
      The lines through a mark say what is not known: nine chances in ten lie within them.
      """
  }

  private static let key = """
    <span class="key"><svg viewBox="0 0 16 16" aria-hidden="true"><circle class="source" cx="8" cy="8" \
    r="5"/></svg> stays</span> <span class="key"><svg viewBox="0 0 16 16" aria-hidden="true"><path \
    class="under" d="M2 3h12l-6 11z"/></svg> below its bar, with nine chances in ten</span>
    """

  private func left(_ told: Int) -> String {
    let people = entries.count(where: \.isPerson)
    let quiet = entries.count - people - told
    let parts = [
      quiet > 0 ? "Of \(Words.count(quiet, "source")) too little could be seen." : nil,
      people > 0
        ? "People are not measured: \(Words.count(people, "account")) of theirs have words below."
        : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "<br>" + parts.joined(separator: " ")
  }

  private func table(_ spots: [MeasuredSource]) -> String {
    let rows = spots.prefix(ReportTable.most).map { spot in
      [
        ReportEntry(overview: spot.overview, place: .bank).heading(linkedIn: cases),
        Words.figure(spot.rate),
        spot.overview.assessment.signal.map(Words.figure) ?? "–",
        Words.percent(spot.share),
        "\(Words.figure(spot.likely.lowerBound * 100)) to \(Words.figure(spot.likely.upperBound * 100))",
        Words.percent(spot.required),
        spot.isBelow ? "below" : "",
      ]
    }
    let more = spots.count - rows.count
    return ReportTable(
      caption: "Sources, those that post most first",
      columns: [
        ("source", .words), ("posts a week", .figure), ("of them worth it", .figure),
        ("share", .figure), ("with 9 chances in 10", .figure), ("its bar", .figure), ("", .words),
      ],
      rows: Array(rows)
    ).folded("The figures of \(Words.count(rows.count, "source"))")
      + (more > 0 ? "<p>\(Words.grouped(more)) more: <code>pond list</code> has all.</p>" : "")
  }
}
