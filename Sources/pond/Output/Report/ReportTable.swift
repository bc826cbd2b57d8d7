import PondGraph

/// A table of the page. Its cells are markup: foreign text in them was escaped by whoever made
/// them.
struct ReportTable {
  /// What a column holds.
  enum Kind {
    case words, figure, bar
  }

  let caption: String
  let columns: [(title: String, kind: Kind)]
  let rows: [[String]]

  /// The most rows that a long table shows.
  static let most = 400

  /// The table; rows begin with their heading.
  var html: String {
    let head = columns.map { "<th scope=\"col\"\(Self.attribute($0.kind))>\($0.title)</th>" }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table><caption>\(caption)</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.map(row).joined(separator: "\n"))
      </tbody></table>
      </div>
      """
  }

  /// The same, opened by whoever wants it.
  func folded(_ summary: String) -> String {
    "<details><summary>\(summary)</summary>\n\(html)\n</details>"
  }

  private func row(_ cells: [String]) -> String {
    let body = zip(cells, columns).enumerated().map { place, cell in
      place == 0
        ? "<th scope=\"row\">\(cell.0)</th>"
        : "<td\(Self.attribute(cell.1.kind))>\(cell.0)</td>"
    }
    return "<tr>\(body.joined())</tr>"
  }

  private static func attribute(_ kind: Kind) -> String {
    switch kind {
    case .words: ""
    case .figure: " class=\"n\""
    case .bar: " class=\"bar\""
    }
  }

  /// A bar in a cell, as a share of the longest; said in words by the cells beside it.
  static func bar(_ share: Double, _ kind: String) -> String {
    let length = SVG.number(min(1, max(0, share.isFinite ? share : 0)) * 100)
    return """
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="\(kind)" width="\(length)" height="10"/></svg>
      """
  }
}

extension ReportEntry {
  /// Its name as the heading of a row.
  var heading: String { "<bdi>\(HTMLText.escaped(name))</bdi>" }

  /// The same as a link to its case, where that stands anywhere.
  func heading(linkedIn cases: CaseLinks) -> String {
    cases.address(self).map { "<a href=\"\($0)\">\(heading)</a>" } ?? heading
  }
}
