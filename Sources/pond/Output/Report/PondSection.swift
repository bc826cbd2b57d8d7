import PondGraph

/// The pond drawn, and who stands where as a table.
struct PondSection {
  let entries: [ReportEntry]
  /// Where the cases stand.
  let cases: CaseLinks

  var html: String {
    let picture = PondPicture(entries, cases: cases)
    return """
      <p>In the deep, the close ring: those whose every word is read. Around it the stream, to dip into. \
      \(hasFog ? Self.fogWords : "")On the bank, those who could leave\(hasSpare ? ", and those for whom neither ring has room" : ""). \
      The area of a disc is what an account posts in a week.</p>
      <figure>
      \(picture.svg)
      <figcaption>\(Self.key)\(hasFog ? Self.fogKey : "")\(hasSpare ? Self.spareKey : "")\(undrawn(picture))</figcaption>
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

  private static let fogWords = """
    In the fog on the water, those of whom it is not yet known whether you read them: they are not in \
    the deep, for nothing says that they belong there. 
    """

  private static let fogKey = """
     <span class="key"><i class="disc fog"></i> in fog: not yet known</span>
    """

  private static let spareKey = """
     <span class="key"><i class="disc spare"></i> no room</span>
    """

  private var hasFog: Bool { entries.contains(where: \.isFog) }
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
    let places = ReportEntry.Place.allCases.map { place in
      rows(
        entries.filter { $0.place == place && !$0.isFog }, title: Self.title(place),
        caption: place.words)
    }
    let fog = rows(
      entries.filter(\.isFog), title: "In fog, not yet known", caption: "not yet known")
    return (places + [fog]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func rows(_ here: [ReportEntry], title: String, caption: String) -> String {
    guard !here.isEmpty else { return "" }
    let rows = here.prefix(ReportTable.most).map { entry in
      [
        entry.heading(linkedIn: cases), entry.postsPerWeek.map(Words.figure) ?? "unknown",
        entry.verdict,
      ]
    }
    let more = here.count - rows.count
    return ReportTable(
      caption: "\(caption), those that post most first",
      columns: [("account", .words), ("posts a week", .figure), ("verdict", .words)],
      rows: Array(rows)
    ).folded("\(title): \(Words.count(here.count, "account"))")
      + (more > 0 ? "<p>\(Words.grouped(more)) more: \(cases.everybody).</p>" : "")
  }

  private static func title(_ place: ReportEntry.Place) -> String {
    place == .close ? "The close ring" : place == .stream ? "The stream" : "On the bank"
  }
}
