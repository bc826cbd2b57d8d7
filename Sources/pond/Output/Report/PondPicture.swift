import PondGraph

/// The pond drawn as a pond: the close ring in the deep, the stream around it, on the bank those
/// for whom there is no place.
struct PondPicture {
  private let layout: PondLayout
  private let cases: CaseLinks

  /// Draws entries that stand in the order of `ReportEntry.all`.
  /// - Parameter cases: where the cases stand: the discs lead there.
  init(_ entries: [ReportEntry], cases: CaseLinks = .here([])) {
    layout = PondLayout(entries)
    self.cases = cases
  }

  /// How many of a place are not drawn.
  func undrawn(_ place: ReportEntry.Place) -> Int { layout.undrawn[place] ?? 0 }

  /// The picture, with its own style.
  var svg: String {
    """
    <svg class="pond" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 640" role="img" \
    aria-labelledby="pond-title pond-desc">
    <title id="pond-title">The pond</title>
    <desc id="pond-desc">\(description)</desc>
    \(cases.isAlone ? "<style>\(Self.style)</style>" : "")
    <rect class="land" width="1000" height="640" rx="14"/>
    <path class="wet" d="\(layout.shape.shore.path(1.02))"/>
    <path class="shallow" d="\(layout.shape.shore.path())"/>
    <path class="slope" d="\(layout.shape.deep.path(1.16))"/>
    <path class="slope" d="\(layout.shape.deep.path(1.08))"/>
    <path class="deep" d="\(layout.shape.deep.path())"/>
    <path class="deepest" d="\(layout.shape.deep.path(0.62))"/>
    \(captions)
    \(layout.drawn.map(disc).joined(separator: "\n"))
    \(names)
    </svg>
    """
  }

  private var description: String {
    let count = { (place: ReportEntry.Place) in
      Words.count(layout.counts[place] ?? 0, "account")
    }
    return """
      \(count(.close)) in the deep middle, \(count(.stream)) in the water around it, \
      \(count(.bank)) outside on the bank. The area of a disc is what an account posts in a week.
      """
  }

  private var captions: String {
    ReportEntry.Place.allCases.map { place in
      let at = layout.shape.caption(of: place)
      let count = layout.counts[place] ?? 0
      let drawn = count - undrawn(place)
      let number = drawn < count ? "\(drawn) of \(Words.grouped(count))" : Words.grouped(count)
      let fog = layout.fog
      let name = place == .bank ? "bank" : place.rawValue
      let inFog = place == .stream && fog > 0 ? ", \(Words.grouped(fog)) in fog" : ""
      return """
        <text class="where on-\(place)" x="\(SVG.number(at.x))" y="\(SVG.number(at.y))">\
        \(name) · \(number)\(inFog)</text>
        """
    }.joined(separator: "\n")
  }

  private func disc(_ drawn: PondLayout.Drawn) -> String {
    let entry = drawn.entry
    let name = HTMLText.escaped(entry.name)
    let disc = """
      <g><title>\(name): \(entry.rate) (\(entry.isFog ? "not yet known" : entry.verdict))</title>\
      <circle class="\(Self.kind(entry))" \
      cx="\(SVG.number(drawn.disc.centre.x))" cy="\(SVG.number(drawn.disc.centre.y))" \
      r="\(SVG.number(drawn.disc.radius))"/></g>
      """
    // The tables hold the same links, in their order, for whoever goes by keys.
    return cases.address(entry).map { "<a href=\"\($0)\" tabindex=\"-1\">\(disc)</a>" } ?? disc
  }

  private static func kind(_ entry: ReportEntry) -> String {
    if entry.isFog { return "fog" }
    let kind =
      entry.place == .bank && entry.hasEnded
      ? "ended" : entry.isSpare ? "spare" : "in-\(entry.place)"
    return kind + (entry.isUnsure ? " unsure" : "")
  }

  // Twice: many small names for a large picture, few large ones for a small screen.
  private var names: String {
    let wide = DiscLabels(layout, size: 12.5, most: 24, longest: 24).labels
    let narrow = DiscLabels(layout, size: 26, most: 3, longest: 20).labels
    return
      (wide.map { Self.text($0, size: 12.5, "l") }
      + narrow.map { Self.text($0, size: 26, "m") }).joined(separator: "\n")
  }

  private static func text(_ label: DiscLabels.Label, size: Double, _ screen: String) -> String {
    let isOpen =
      label.entry.isFog || label.entry.hasEnded || label.entry.isUnsure || label.entry.isSpare
    let ground = label.isInside && !isOpen ? "over" : "on"
    let x = SVG.number(label.at.x)
    let lines = label.lines.enumerated().map { number, line in
      number == 0
        ? HTMLText.escaped(line)
        : "<tspan x=\"\(x)\" dy=\"\(SVG.number(size * 1.15))\">\(HTMLText.escaped(line))</tspan>"
    }
    let lead = label.lead.map { from, to in
      "<path class=\"lead \(screen) lead-\(label.entry.place)\" "
        + "d=\"M\(SVG.pair(from))L\(SVG.pair(to))\"/>"
    }
    return (lead ?? "") + """
      <text class="\(screen) \(ground)-\(label.entry.place)" x="\(x)" \
      y="\(SVG.number(label.at.y))" text-anchor="\(label.anchor)">\(lines.joined())</text>
      """
  }
}
