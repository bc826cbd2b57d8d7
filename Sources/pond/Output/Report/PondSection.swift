import PondGraph

/// The pond drawn, and who stands where as a table.
struct PondSection {
  let entries: [ReportEntry]

  var html: String {
    let picture = PondPicture(entries)
    return """
      <p>In the deep, the close ring: those whose every word is read. Around it the stream, to dip into. \
      On the bank, those who could leave\(hasSpare ? ", and those for whom neither ring has room" : ""). \
      The area of a disc is what an account posts in a week.</p>
      <figure>
      \(picture.svg)
      <figcaption>\(Self.key)\(hasSpare ? Self.spareKey : "")\(undrawn(picture))</figcaption>
      </figure>
      \(table)
      """
  }

  private static let key = """
    <span class="key"><i class="disc close"></i> close</span> \
    <span class="key"><i class="disc stream"></i> stream</span> \
    <span class="key"><i class="disc bank"></i> could leave</span> \
    <span class="key"><i class="disc ended"></i> came to an end</span> \
    <span class="key"><i class="disc unsure"></i> dashed: too little seen, or to mend</span>
    """

  private static let spareKey = """
     <span class="key"><i class="disc spare"></i> no room</span>
    """

  private var hasSpare: Bool { entries.contains(where: \.isSpare) }

  private func undrawn(_ picture: PondPicture) -> String {
    let parts = ReportEntry.Place.allCases.compactMap { place -> String? in
      let count = picture.undrawn(place)
      return count > 0
        ? "\(Words.grouped(count)) \(place == .bank ? "" : "in the ")\(place.words)" : nil
    }
    return parts.isEmpty ? "" : "<br>Not drawn, for they post least: \(Words.list(parts))."
  }

  private var table: String {
    ReportEntry.Place.allCases.map { place in
      let here = entries.filter { $0.place == place }
      guard !here.isEmpty else { return "" }
      let rows = here.prefix(ReportTable.most).map { entry in
        [entry.heading, entry.postsPerWeek.map(Words.figure) ?? "–", entry.verdict]
      }
      let more = here.count - rows.count
      return ReportTable(
        caption: "\(place.words), those that post most first",
        columns: [("account", .words), ("posts a week", .figure), ("verdict", .words)],
        rows: Array(rows)
      ).folded("\(Self.title(place)): \(Words.count(here.count, "account"))")
        + (more > 0 ? "<p>\(Words.grouped(more)) more: <code>pond plan --limit 0</code>.</p>" : "")
    }.joined(separator: "\n")
  }

  private static func title(_ place: ReportEntry.Place) -> String {
    place == .close ? "The close ring" : place == .stream ? "The stream" : "On the bank"
  }
}
